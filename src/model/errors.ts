/**
 * The errors that a caller tells apart. Messages are printed and exit codes
 * chosen in one place, `cli/report_error.ts`.
 *
 * @module
 */

/** Where in an input something is wrong. Lines and columns count from 1, bytes from 0. */
export interface Place {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly offsetBytes?: number;
}

/** What an error may carry beside its message. */
export interface WfpErrorOptions extends ErrorOptions {
  /** The next step for the user: one sentence without a full stop. */
  readonly hint?: string;
  /** Facts for programs, printed as `details` in JSON. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** The base of all errors that are a user's or a machine's, not a defect of ours. */
export abstract class WfpError extends Error {
  /** A short name for programs, such as `fileNotFound`. */
  readonly code: string;
  readonly hint: string | null;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: string, message: string, options: WfpErrorOptions = {}) {
    super(
      message,
      options.cause === undefined ? undefined : { cause: options.cause },
    );
    this.name = new.target.name;
    this.code = code;
    this.hint = options.hint ?? null;
    this.details = options.details ?? {};
  }
}

/** What the user typed cannot be run. Exit code 2. */
export class UsageError extends WfpError {
  constructor(message: string, options?: WfpErrorOptions) {
    super("usage", message, options);
  }
}

/** An input cannot be read or is not what it claims to be. Exit code 3. */
export class InputError extends WfpError {
  readonly place: Place;

  constructor(
    code: string,
    message: string,
    options: WfpErrorOptions & { readonly place?: Place } = {},
  ) {
    super(code, message, {
      ...options,
      details: { ...options.place, ...options.details },
    });
    this.place = options.place ?? {};
  }
}

/** The engine or the file system refused access. Exit code 4. */
export class AccessDeniedError extends WfpError {
  constructor(message: string, options?: WfpErrorOptions) {
    super("accessDenied", message, options);
  }
}

/** Something is not available on this machine now. Exit code 5. */
export class UnavailableError extends WfpError {
  constructor(code: string, message: string, options?: WfpErrorOptions) {
    super(code, message, options);
  }
}
