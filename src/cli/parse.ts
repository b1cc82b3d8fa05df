import { parseArgs } from "@std/cli/parse-args";
import { closestString } from "@std/text/closest-string";
import { levenshteinDistance } from "@std/text/levenshtein-distance";
import { UsageError } from "../model/errors.ts";
import type { CommandSpec, OptionSpec, ParsedOptions } from "./command.ts";
import { listOptions } from "./common_options.ts";

/** A command line, taken apart and checked. */
export interface ParsedCommand {
  readonly arguments: readonly string[];
  readonly options: ParsedOptions;
}

/**
 * Takes the words after a command's name apart.
 *
 * @param words The words as the system gave them
 * @param spec The command
 * @throws {UsageError} If an option is unknown, lacks its value or has a wrong one,
 *   or an argument is missing or too many
 */
export function parseCommand(
  words: readonly string[],
  spec: CommandSpec,
): ParsedCommand {
  const options = listOptions(spec);
  const switches = options.filter((option) => option.value === undefined);
  const valued = options.filter((option) => option.value !== undefined);
  checkSwitches(words, switches);
  const parsed = parseArgs(joinDashes(words, valued), {
    boolean: switches.map(({ name }) => name),
    string: [...valued.map(({ name }) => name), "_"],
    collect: valued.map(({ name }) => name),
    alias: Object.fromEntries(
      options.flatMap(({ name, short }) => short ? [[name, short]] : []),
    ),
    unknown: (argument: string, key?: string): unknown => {
      if (key === undefined) return undefined;
      throw unknownOption(argument, spec);
    },
  }) as Record<string, unknown> & { readonly _: readonly string[] };
  const given = (name: string): readonly string[] =>
    parsed[name] as string[] ?? [];
  for (const option of valued) checkValues(option, given(option.name));
  checkArguments(parsed._, spec);
  return {
    arguments: parsed._,
    options: {
      has: (name) =>
        parsed[name] === true ||
        (Array.isArray(parsed[name]) && parsed[name].length > 0),
      value: (name) => given(name).at(-1),
      values: given,
    },
  };
}

/** The library takes `-` behind an option for an argument; here it is standard input. */
function joinDashes(
  words: readonly string[],
  valued: readonly OptionSpec[],
): string[] {
  const joined: string[] = [];
  for (const [i, word] of words.entries()) {
    if (word === "--") return [...joined, ...words.slice(i)];
    const before = joined.at(-1) ?? "";
    const takesValue = valued.some(({ name, short }) =>
      before === `--${name}` || (short !== undefined && before === `-${short}`)
    );
    if (word === "-" && takesValue) joined.push(`${joined.pop()}=-`);
    else joined.push(word);
  }
  return joined;
}

/** The library takes `--json=no` for "no"; a switch with a value is a mistake. */
function checkSwitches(
  words: readonly string[],
  switches: readonly OptionSpec[],
): void {
  const end = words.indexOf("--");
  for (const word of end < 0 ? words : words.slice(0, end)) {
    const name = /^--([^=]+)=/.exec(word)?.[1];
    if (switches.some((option) => option.name === name)) {
      throw new UsageError(`Cannot use "${word}": --${name} takes no value`);
    }
  }
}

function checkValues(option: OptionSpec, values: readonly string[]): void {
  for (const value of values) {
    if (value === "") {
      throw new UsageError(
        `Cannot use --${option.name}: ${option.value} is missing`,
      );
    }
    const { choices } = option;
    if (choices === undefined) continue;
    const fold = value.toLowerCase();
    if (choices.some((choice) => choice.toLowerCase() === fold)) continue;
    throw new UsageError(
      `Cannot use --${option.name} "${value}": it takes ${
        joinChoices(choices)
      }`,
      suggestion(fold, choices),
    );
  }
}

function joinChoices(choices: readonly string[]): string {
  return `${choices.slice(0, -1).join(", ")} or ${choices.at(-1)}`;
}

function checkArguments(words: readonly string[], spec: CommandSpec): void {
  const { arguments: specs } = spec;
  const wanted = specs.filter((argument) => argument.required);
  if (words.length < wanted.length) {
    throw new UsageError(
      `Cannot run ${spec.name}: ${wanted[words.length]?.name} is missing`,
      { hint: `see wfpcallout ${spec.name} --help` },
    );
  }
  const extra = specs.at(-1)?.repeatable ? undefined : words[specs.length];
  if (extra !== undefined) {
    throw new UsageError(
      `Cannot run ${spec.name}: the argument "${extra}" is one too many`,
      { hint: `see wfpcallout ${spec.name} --help` },
    );
  }
}

function unknownOption(argument: string, spec: CommandSpec): UsageError {
  const written = argument.replace(/=.*/s, "");
  const names = listOptions(spec).map(({ name }) => `--${name}`);
  return new UsageError(
    `Cannot use "${written}": ${spec.name} has no such option`,
    suggestion(written, names) ??
      { hint: `see wfpcallout ${spec.name} --help` },
  );
}

/**
 * Offers the nearest of some words, if one is near enough to be meant.
 *
 * @returns Options for an error, or undefined
 */
export function suggestion(
  written: string,
  words: readonly string[],
): { readonly hint: string } | undefined {
  if (words.length === 0) return undefined;
  const nearest: string = closestString(written, [...words]);
  const distance: number = levenshteinDistance(written, nearest);
  const isPrefix = written.length > 2 && nearest.startsWith(written);
  if (!isPrefix && distance > Math.max(2, nearest.length / 3)) return undefined;
  return { hint: `did you mean ${nearest}?` };
}
