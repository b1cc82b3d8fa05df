/**
 * Parses a command line, runs its command and returns the exit code. Everything
 * outside the program is behind `system`, so tests run the whole program.
 *
 * @module
 */

import type {
  CommandSpec,
  Invocation,
  ParsedCommand,
  ParsedOptions,
} from "./cli/command.ts";
import { combineExitCodes, type ExitStatus } from "./cli/exit_codes.ts";
import { makeOutput } from "./cli/make_output.ts";
import type { AnswerOutput } from "./cli/output.ts";
import { parseCommand } from "./cli/parse.ts";
import {
  describeError,
  formatError,
  formatWarning,
} from "./cli/report_error.ts";
import { withStandardInput } from "./cli/shared_input.ts";
import type { PendingFile, System } from "./cli/system.ts";
import { COMMANDS, loadCommands } from "./commands/table.ts";
import { UsageError } from "./model/errors.ts";
import { VERSION } from "./version.ts";

const ENCODER = new TextEncoder();

/**
 * Runs the program.
 *
 * @param words The command line without the program's name
 * @param system The world outside
 * @returns The exit code
 */
export async function run(
  words: readonly string[],
  system: System,
): Promise<number> {
  try {
    return await dispatch(words, system);
  } catch (error) {
    if (isClosedPipe(error)) return 0;
    const report = describeError(error);
    system.stderr.writeSync(
      ENCODER.encode(formatError(report, asksForJson(words))),
    );
    return report.exitCode;
  }
}

/** Tells how to print an error of a command line that cannot be parsed. */
function asksForJson(words: readonly string[]): boolean {
  const end = words.indexOf("--");
  return words.slice(0, end < 0 ? undefined : end).some((word, i) =>
    /^--(?:jsonl?|format=jsonl?)$/i.test(word) ||
    (word === "--format" && /^jsonl?$/i.test(words[i + 1] ?? ""))
  );
}

function isClosedPipe(error: unknown): boolean {
  return error instanceof Error && error.name === "BrokenPipe";
}

async function dispatch(
  words: readonly string[],
  system: System,
): Promise<number> {
  const [name, ...rest] = words;
  const put = (text: string): void =>
    system.stdout.writeSync(ENCODER.encode(text));
  if (name === undefined) {
    system.stderr.writeSync(ENCODER.encode(await programHelp(false)));
    return 2;
  }
  if (name === "--help" || name === "-h") {
    put(await programHelp(name === "--help"));
    return 0;
  }
  if (name === "--version" || name === "-V") {
    put(`wfpcallout ${VERSION}\n`);
    return 0;
  }
  const entry = COMMANDS.find((command) => command.name === name);
  if (entry === undefined) throw await unknownCommand(name);
  const spec = await entry.load();
  const helpWord = firstHelpWord(rest);
  if (helpWord !== undefined) {
    put(await commandHelp(spec, helpWord === "--help"));
    return 0;
  }
  return await runCommand(spec, await parseCommand(rest, spec), system);
}

async function programHelp(isWhole: boolean): Promise<string> {
  const { formatProgramHelp } = await import("./cli/help.ts");
  return formatProgramHelp(await loadCommands(), isWhole);
}

async function commandHelp(
  spec: CommandSpec,
  isWhole: boolean,
): Promise<string> {
  const { formatCommandHelp } = await import("./cli/help.ts");
  return formatCommandHelp(spec, isWhole);
}

function firstHelpWord(words: readonly string[]): string | undefined {
  const end = words.indexOf("--");
  return (end < 0 ? words : words.slice(0, end))
    .find((word) => word === "--help" || word === "-h");
}

async function unknownCommand(name: string): Promise<UsageError> {
  const { suggestion } = await import("./cli/suggestion.ts");
  const isOption = name.startsWith("-");
  return new UsageError(
    isOption
      ? `Cannot use "${name}": a command comes first`
      : `Cannot run "${name}": there is no such command`,
    suggestion(name, COMMANDS.map((command) => command.name)) ??
      { hint: "see wfpcallout --help" },
  );
}

async function runCommand(
  spec: CommandSpec,
  parsed: ParsedCommand,
  system: System,
): Promise<number> {
  const { options } = parsed;
  if (
    parsed.arguments.length === 0 && spec.readsInput?.(options) &&
    system.stdin.isTerminal
  ) {
    system.stderr.writeSync(ENCODER.encode(await commandHelp(spec, false)));
    return 2;
  }
  const file = openOutputFile(options, system);
  try {
    const output = await makeOutput({ spec, options, system, file });
    const status = await invoke({ spec, parsed, system, output });
    file?.commit();
    return status;
  } catch (error) {
    file?.discard();
    throw error;
  }
}

function openOutputFile(
  options: ParsedOptions,
  system: System,
): PendingFile | null {
  const path = options.value("output");
  if (path === undefined || path === "-") return null;
  return system.createFile(path, { force: options.has("force") });
}

interface InvocationParts {
  readonly spec: CommandSpec;
  readonly parsed: ParsedCommand;
  readonly system: System;
  readonly output: AnswerOutput;
}

async function invoke(
  { spec, parsed, system, output }: InvocationParts,
): Promise<number> {
  const statuses: ExitStatus[] = [];
  const asJson = output.format === "json" || output.format === "jsonl";
  const invocation: Invocation = {
    ...parsed,
    loadCommands,
    system: withStandardInput(system),
    output,
    report: (error) => {
      const report = describeError(error);
      statuses.push(report.exitCode);
      system.stderr.writeSync(ENCODER.encode(formatError(report, asJson)));
    },
    warn: (message, options) =>
      system.stderr.writeSync(
        ENCODER.encode(formatWarning(message, options, asJson)),
      ),
  };
  const outcome = await spec.run(invocation);
  statuses.push(typeof outcome === "number" ? outcome : outcome ? 0 : 1);
  output.end();
  return combineExitCodes(statuses);
}
