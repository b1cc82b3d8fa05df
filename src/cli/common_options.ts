import type { CommandSpec, OptionSpec } from "./command.ts";

/** The formats of `--format`. */
export const FORMATS = ["table", "text", "json", "jsonl", "csv"] as const;

/** A format of {@linkcode FORMATS}. */
export type Format = typeof FORMATS[number];

const RECORD_OPTIONS: readonly OptionSpec[] = [
  {
    name: "format",
    value: "FORMAT",
    choices: FORMATS,
    summary: "how to print: table, text, json, jsonl or csv",
    details:
      "The default is table on a terminal and text elsewhere: one record a " +
      "line, cells separated by tabs. json is one array, jsonl one object a " +
      "line.",
  },
  { name: "json", summary: "the same as --format json" },
  { name: "jsonl", summary: "the same as --format jsonl" },
];

const COMMON_OPTIONS: readonly OptionSpec[] = [
  {
    name: "output",
    short: "o",
    value: "FILE",
    completion: "file",
    summary: "write the answer to FILE, whole or not at all",
  },
  { name: "force", summary: "let --output replace a file" },
  {
    name: "color",
    value: "WHEN",
    choices: ["auto", "always", "never"],
    summary:
      "when to use colour: auto (on a terminal without NO_COLOR), always or " +
      "never",
  },
  {
    name: "help",
    short: "h",
    summary: "-h prints the short help, --help all of it",
  },
];

/** All options of a command: its own first, then those that commands share. */
export function listOptions(spec: CommandSpec): OptionSpec[] {
  return [
    ...spec.options,
    ...(spec.printsRecords ? RECORD_OPTIONS : []),
    ...COMMON_OPTIONS,
  ];
}
