import { UsageError } from "../model/errors.ts";
import type { CommandSpec, ParsedCommand, ParsedOptions } from "./command.ts";

const NO_OPTIONS: ParsedOptions = {
  has: () => false,
  value: () => undefined,
  values: () => [],
};

/**
 * Takes the words after a command's name apart.
 *
 * @param words The words as the system gave them
 * @param spec The command
 * @returns The arguments and the options
 * @throws {UsageError} If an option is unknown, lacks its value or has a wrong one,
 *   or an argument is missing or too many
 */
export async function parseCommand(
  words: readonly string[],
  spec: CommandSpec,
): Promise<ParsedCommand> {
  // What parses options is loaded for them alone: it takes time to start
  const parsed = words.some((word) => word.startsWith("-"))
    ? (await import("./parse_options.ts")).parseOptions(words, spec)
    : { arguments: words, options: NO_OPTIONS };
  checkArguments(parsed.arguments, spec);
  return parsed;
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
