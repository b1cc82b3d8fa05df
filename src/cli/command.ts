/**
 * What a command is: rows that parsing, help and completions are made from, and
 * one function that runs it.
 *
 * @module
 */

import type { View } from "../render/view.ts";
import type { ExitStatus } from "./exit_codes.ts";
import type { System } from "./system.ts";

/** What completions offer for a value. */
export type Completion =
  | "file"
  | "callout"
  | "layer"
  | "kind"
  | "provider"
  | "command"
  | "none";

/** One option of a command. */
export interface OptionSpec {
  /** The long name without its dashes. */
  readonly name: string;
  /** A letter, without its dash. */
  readonly short?: string;
  /** The placeholder of the value, such as `FILE`; without one the option is a switch. */
  readonly value?: string;
  /** Whether it may be given more than once. */
  readonly repeatable?: boolean;
  /** The only values that are valid, compared without letter case; `-` may stand for `_`. */
  readonly choices?: readonly string[];
  /** What completions offer for the value; `choices` come first. */
  readonly completion?: Completion;
  /** One sentence without a full stop, lower-case start. */
  readonly summary: string;
  /** More, shown by `--help` only: whole sentences. */
  readonly details?: string;
}

/** One positional argument of a command; only the last may be repeatable. */
export interface ArgumentSpec {
  /** The placeholder, such as `TEXT`. */
  readonly name: string;
  readonly repeatable?: boolean;
  readonly required?: boolean;
  readonly completion?: Completion;
  readonly choices?: readonly string[];
  readonly summary: string;
}

/** One example of the help, which the tests run as it stands. */
export interface ExampleSpec {
  /** The whole command line, beginning with `wfpcallout`. */
  readonly command: string;
  /** What it does: one sentence without a full stop. */
  readonly summary: string;
}

/** How a command ended: yes, no, or an exit code. */
export type Outcome = boolean | ExitStatus;

/** A command. */
export interface CommandSpec {
  readonly name: string;
  /** One line for the list of commands, without a full stop, lower-case start. */
  readonly summary: string;
  /** Paragraphs for `--help`, separated by blank lines; a line break stays, for lists. */
  readonly description: string;
  readonly arguments: readonly ArgumentSpec[];
  /** Its own options; the common ones (`--help`, `--color`, …) are added for it. */
  readonly options: readonly OptionSpec[];
  /** Whether it prints records, and so has `--format`, `--json` and `--jsonl`. */
  readonly printsRecords: boolean;
  readonly examples: readonly ExampleSpec[];
  /** When it ends with 0, in words; without it whenever nothing goes wrong. */
  readonly exitZero?: string;
  /** When it ends with 1, in words; null if it never does. */
  readonly exitOne: string | null;
  /** Whether it may ask the filter engine; without it if it has the option `--live`. */
  readonly asksEngine?: boolean;
  /**
   * Whether it reads standard input when no argument is given. If that is a
   * terminal, the short help is printed instead.
   */
  readsInput?(options: ParsedOptions): boolean;
  /**
   * Runs the command.
   *
   * @param invocation What the user asked, and the world to do it in
   * @returns `true` for exit code 0, `false` for exit code 1, or a code of its own;
   *   errors passed to `invocation.report` or thrown count too
   */
  run(invocation: Invocation): Outcome | Promise<Outcome>;
}

/** The options that were given. */
export interface ParsedOptions {
  /** Whether the switch was given. */
  has(name: string): boolean;
  /**
   * The value of an option, or undefined; the last one if it was repeated. One of
   * its choices is given as the option spells it, however the user did.
   */
  value(name: string): string | undefined;
  /** All values of a repeatable option, in order. */
  values(name: string): readonly string[];
}

/** A command line, taken apart and checked. */
export interface ParsedCommand {
  readonly arguments: readonly string[];
  readonly options: ParsedOptions;
}

/** Prints records in the format that the user asked for. */
export interface RecordWriter<T> {
  /** Prints one record; in `jsonl` and `text` it is on its way when the call returns, unless `flush` is left to the caller. */
  write(record: T): void;
  /**
   * Prints one record whose JSON is already known, without walking it again.
   * Only meaningful for `json` and `jsonl`; other formats use `record`.
   */
  writeJson(json: string, record: () => T): void;
  /** Hands what is buffered to the stream; call it whenever input has to be waited for. */
  flush(): void;
}

/** Where a command's answer goes. */
export interface Output {
  readonly format: "table" | "text" | "json" | "jsonl" | "csv";
  /** Whether the answer goes to a terminal, whose text is then escaped, coloured and fitted. */
  readonly isTerminal: boolean;
  /** Begins a list of records; the runtime ends it when the command returns. */
  records<T, Row extends object>(view: View<T, Row>): RecordWriter<T>;
  /** Writes text or bytes as they are, for commands whose answer is no list of records. */
  raw(content: string | Uint8Array): void;
}

/** What a warning carries beside its sentence. */
export interface WarningOptions {
  /** A short name for programs, such as `notFound`. */
  readonly code: string;
  /** The next step for the user: one sentence without a full stop. */
  readonly hint?: string | undefined;
  /** Facts for programs, printed as `details` in JSON. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** One call of a command. */
export interface Invocation {
  /** Loads all commands, for help and completions. */
  loadCommands(): Promise<readonly CommandSpec[]>;
  readonly arguments: readonly string[];
  readonly options: ParsedOptions;
  readonly system: System;
  readonly output: Output;
  /** Prints an error of one input and goes on; the exit code follows from it at the end. */
  report(error: Error): void;
  /** Prints a warning, which changes no exit code. */
  warn(message: string, options: WarningOptions): void;
}
