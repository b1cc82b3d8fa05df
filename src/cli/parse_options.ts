import { parseArgs } from "@std/cli/parse-args";
import { UsageError } from "../model/errors.ts";
import type { CommandSpec, OptionSpec, ParsedCommand } from "./command.ts";
import { listOptions } from "./common_options.ts";
import { suggestion } from "./suggestion.ts";

/**
 * Takes words with options among them apart.
 *
 * @param words The words after the command's name
 * @param spec The command
 * @throws {UsageError} If an option is unknown, lacks its value or has a wrong one
 */
export function parseOptions(
  words: readonly string[],
  spec: CommandSpec,
): ParsedCommand {
  const options = listOptions(spec);
  const switches = options.filter((option) => option.value === undefined);
  const valued = options.filter((option) => option.value !== undefined);
  checkSwitches(words, switches);
  const parsed = parseArgs(joinValues(words, valued), {
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
  const values = new Map(valued.map((option) => [
    option.name,
    (parsed[option.name] as string[] ?? []).map((value) =>
      readValue(value, option, spec)
    ),
  ]));
  return {
    arguments: parsed._,
    options: {
      has: (name) =>
        parsed[name] === true ||
        (values.get(name)?.length ?? 0) > 0,
      value: (name) => values.get(name)?.at(-1),
      values: (name) => values.get(name) ?? [],
    },
  };
}

/**
 * The library takes `-` behind an option for an argument; here it is standard
 * input. And it takes `-oFILE` for five options.
 */
function joinValues(
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
    const option = valued.find(({ short }) => short === word[1]);
    if (word === "-" && takesValue) joined.push(`${joined.pop()}=-`);
    else if (option !== undefined && /^-[a-z][^=]/.test(word)) {
      joined.push(`--${option.name}=${word.slice(2)}`);
    } else joined.push(word);
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

/** Checks a value; one of several choices is given as the choice is written. */
function readValue(
  value: string,
  option: OptionSpec,
  spec: CommandSpec,
): string {
  if (value === "") {
    throw new UsageError(
      `Cannot use --${option.name}: ${option.value} is missing`,
      { hint: `see wfpcallout ${spec.name} --help` },
    );
  }
  const { choices } = option;
  if (choices === undefined) return value;
  const fold = foldChoice(value);
  const choice = choices.find((choice) => foldChoice(choice) === fold);
  if (choice !== undefined) return choice;
  throw new UsageError(
    `Cannot use --${option.name} "${value}": it takes ${joinChoices(choices)}`,
    suggestion(fold, choices),
  );
}

function foldChoice(text: string): string {
  return text.toLowerCase().replaceAll("-", "_");
}

function joinChoices(choices: readonly string[]): string {
  return `${choices.slice(0, -1).join(", ")} or ${choices.at(-1)}`;
}

function unknownOption(argument: string, spec: CommandSpec): UsageError {
  const written = argument.replace(/=.*/s, "");
  const names = listOptions(spec).map(({ name }) => `--${name}`);
  const [first] = spec.arguments;
  const hint = first !== undefined && /^-[^a-z-]/i.test(written)
    ? `put -- before a ${first.name} that begins with a dash`
    : `see wfpcallout ${spec.name} --help`;
  return new UsageError(
    `Cannot use "${written}": ${spec.name} has no such option`,
    suggestion(written, names) ?? { hint },
  );
}
