import { UsageError } from "../model/errors.ts";
import type { CommandSpec, ParsedOptions } from "./command.ts";
import type { Format } from "./common_options.ts";
import { loadFormatter } from "./load_formatter.ts";
import { AnswerOutput } from "./output.ts";
import type { PendingFile, System } from "./system.ts";

/** What decides where the answer goes and how it looks. */
export interface OutputParts {
  readonly spec: CommandSpec;
  readonly options: ParsedOptions;
  readonly system: System;
  readonly file: PendingFile | null;
}

/**
 * Makes the way out for a command's answer.
 *
 * @param parts What decides on format, colour and place
 * @returns The output, which `end` completes
 * @throws {UsageError} If two formats were asked for
 */
export async function makeOutput(
  { spec, options, system, file }: OutputParts,
): Promise<AnswerOutput> {
  const isTerminal = file === null && system.stdout.isTerminal;
  const format = chooseFormat(spec, options, isTerminal);
  return new AnswerOutput({
    format,
    makeFormatter: await loadFormatter(format),
    writer: file ?? system.stdout,
    isTerminal,
    color: chooseColor(options, system, isTerminal),
    columns: isTerminal ? system.columns : null,
  });
}

function chooseFormat(
  spec: CommandSpec,
  options: ParsedOptions,
  isTerminal: boolean,
): Format {
  const format = options.value("format") as Format | undefined;
  const asked = new Set(format === undefined ? [] : [format]);
  if (options.has("json")) asked.add("json");
  if (options.has("jsonl")) asked.add("jsonl");
  const [first, second] = [...asked];
  if (second !== undefined) {
    throw new UsageError(
      `Cannot print in two formats: ${first} and ${second} were asked for`,
    );
  }
  return first ?? (isTerminal && spec.printsRecords ? "table" : "text");
}

function chooseColor(
  options: ParsedOptions,
  system: System,
  isTerminal: boolean,
): boolean {
  const when = options.value("color") ?? "auto";
  if (when !== "auto") return when === "always";
  return isTerminal && !system.env("NO_COLOR") && system.env("TERM") !== "dumb";
}
