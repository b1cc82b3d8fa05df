import type { CommandSpec, Completion, OptionSpec } from "./command.ts";

/** What the scripts are made from. */
export interface CompletionFacts {
  readonly commands: readonly CommandSpec[];
  /** The words of each sort, such as the names of the layers. */
  readonly words: Readonly<Partial<Record<Completion, readonly string[]>>>;
}

/** What the program takes in place of a command. */
export const PROGRAM_OPTIONS: readonly {
  /** The short and the long form. */
  readonly words: readonly string[];
  readonly summary: string;
}[] = [
  { words: ["-h", "--help"], summary: "print the help" },
  { words: ["-V", "--version"], summary: "print the version alone" },
];

/** The words that may follow an option; null for file names. */
export function valuesOf(
  { choices, completion }: Pick<OptionSpec, "choices" | "completion">,
  { words }: CompletionFacts,
): readonly string[] | null {
  if (choices !== undefined) return choices;
  if (completion === "file") return null;
  return words[completion ?? "none"] ?? [];
}

/** An option as it is typed, its short form first. */
export function optionWords({ name, short }: OptionSpec): string[] {
  return short === undefined ? [`--${name}`] : [`-${short}`, `--${name}`];
}

/** The words that may be the first argument; null for file names. */
export function argumentValues(
  spec: CommandSpec,
  facts: CompletionFacts,
): readonly string[] | null {
  const [argument] = spec.arguments;
  return argument === undefined ? [] : valuesOf(argument, facts);
}
