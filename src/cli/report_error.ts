/**
 * The one place where errors become text and exit codes.
 *
 * @module
 */

import {
  AccessDeniedError,
  InputError,
  UnavailableError,
  UsageError,
  WfpError,
} from "../model/errors.ts";
import { escapeForTerminal } from "../render/escape_text.ts";
import { formatJson } from "../render/json.ts";
import type { WarningOptions } from "./command.ts";
import type { ExitStatus } from "./exit_codes.ts";

/** An error as programs get it. */
export interface ErrorReport {
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
  readonly exitCode: ExitStatus;
  readonly details: Readonly<Record<string, unknown>>;
}

/**
 * What an error is for a program: any error that is not a {@linkcode WfpError} is a defect of ours.
 *
 * @param error What was thrown
 * @returns What is printed of it, and the exit code
 */
export function describeError(error: unknown): ErrorReport {
  if (error instanceof WfpError) {
    const { code, message, hint, details } = error;
    return { code, message, hint, exitCode: exitCodeOf(error), details };
  }
  const cause = error instanceof Error ? error : new Error(String(error));
  return {
    code: "defect",
    message: `Cannot continue: ${cause.message}`,
    hint: "this is a defect of wfpcallout; please report it with the command " +
      "line and the text below",
    exitCode: 70,
    details: { stack: cause.stack ?? null },
  };
}

function exitCodeOf(error: WfpError): ExitStatus {
  if (error instanceof UsageError) return 2;
  if (error instanceof InputError) return 3;
  if (error instanceof AccessDeniedError) return 4;
  if (error instanceof UnavailableError) return 5;
  return 70;
}

/**
 * The lines for a person, or one line of JSON, with the line end.
 *
 * @param report What to print
 * @param asJson Whether the answer is JSON, so that errors are too
 * @returns The text for standard error
 */
export function formatError(report: ErrorReport, asJson: boolean): string {
  if (asJson) return formatJson({ error: report }) + "\n";
  const lines = [`error: ${escapeForTerminal(report.message)}`];
  if (report.hint !== null) {
    lines.push(`hint: ${escapeForTerminal(report.hint)}`);
  }
  if (typeof report.details["stack"] === "string") {
    lines.push(report.details["stack"]);
  }
  return lines.join("\n") + "\n";
}

/**
 * A warning for a person, or one line of JSON, with the line end.
 *
 * @param message What is doubtful: a sentence without a full stop
 * @param options Its code, and maybe the next step
 * @param asJson Whether the answer is JSON, so that warnings are too
 * @returns The text for standard error
 */
export function formatWarning(
  message: string,
  { code, hint, details = {} }: WarningOptions,
  asJson: boolean,
): string {
  if (asJson) {
    const warning = { code, message, hint: hint ?? null, details };
    return formatJson({ warning }) + "\n";
  }
  const lines = [`warning: ${escapeForTerminal(message)}`];
  if (hint !== undefined) lines.push(`hint: ${escapeForTerminal(hint)}`);
  return lines.join("\n") + "\n";
}
