/**
 * Help, made from the rows of a command.
 *
 * @module
 */

import type { ArgumentSpec, CommandSpec, OptionSpec } from "./command.ts";
import { listOptions } from "./common_options.ts";
import { EXIT_CODES, type ExitStatus } from "./exit_codes.ts";

const WIDTH = 80;

/**
 * The help of the whole program: its commands, or everything with `isWhole`.
 *
 * @param commands All commands, in the order of the list
 * @param isWhole True for `--help`, false for `-h`
 * @returns Lines of at most 80 columns
 */
export function formatProgramHelp(
  commands: readonly CommandSpec[],
  isWhole: boolean,
): string {
  const parts = [
    "wfpcallout resolves and validates the GUIDs of the Windows Filtering\n" +
    "Platform, and says what a machine's callouts and filters do.",
    section("Usage", ["  wfpcallout COMMAND [OPTIONS] [ARGUMENTS]"]),
    section("Examples", PROGRAM_EXAMPLES.map((line) => `  ${line}`)),
    section(
      "Commands",
      rows(commands.map(({ name, summary }) => [name, summary])),
    ),
  ];
  parts.push(section("Options", rows(PROGRAM_OPTIONS)));
  if (isWhole) parts.push(section("Exit codes", exitCodeRows(null)));
  parts.push("See wfpcallout COMMAND --help for the options of a command.");
  return parts.join("\n\n") + "\n";
}

const PROGRAM_EXAMPLES = [
  "wfpcallout resolve '{eda08606-2494-4d78-89bc-67837c03b969}'",
  "wfpcallout list '*TRANSPORT*' --family IPv6",
  "wfpcallout audit --from wfpstate.xml",
];

const PROGRAM_OPTIONS: readonly (readonly [string, string])[] = [
  ["-h, --help", "-h prints the short help, --help all of it"],
  ["-V, --version", "print the version alone"],
];

/**
 * The help of a command: usage, examples and options, or everything with `isWhole`.
 *
 * @param spec The command
 * @param isWhole True for `--help`, false for `-h`
 * @returns Lines of at most 80 columns
 */
export function formatCommandHelp(spec: CommandSpec, isWhole: boolean): string {
  const parts = [
    `wfpcallout ${spec.name}: ${spec.summary}`,
    section("Usage", [`  ${formatUsage(spec)}`]),
    section("Examples", exampleLines(spec, isWhole)),
  ];
  if (isWhole) parts.push(paragraphs(spec.description));
  if (spec.arguments.length > 0) {
    parts.push(section(
      "Arguments",
      rows(spec.arguments.map((argument) => [
        argumentName(argument),
        argument.summary,
      ])),
    ));
  }
  parts.push(section("Options", optionRows(spec, isWhole)));
  if (isWhole) parts.push(section("Exit codes", exitCodeRows(spec)));
  else parts.push(`See wfpcallout ${spec.name} --help for the rest.`);
  return parts.join("\n\n") + "\n";
}

/** The command line of a command in one line. */
function formatUsage(spec: CommandSpec): string {
  const words = spec.arguments.map((argument) =>
    argument.required ? argumentName(argument) : `[${argumentName(argument)}]`
  );
  return ["wfpcallout", spec.name, "[OPTIONS]", ...words].join(" ");
}

function argumentName({ name, repeatable }: ArgumentSpec): string {
  return repeatable ? `${name}...` : name;
}

function section(title: string, lines: readonly string[]): string {
  return [`${title}:`, ...lines].join("\n");
}

/** Text whose lines are too long: blank lines stay, and each other line is wrapped. */
function paragraphs(text: string): string {
  return text.split("\n").map((line) => wrap(line, WIDTH).join("\n"))
    .join("\n");
}

function exampleLines(spec: CommandSpec, isWhole: boolean): string[] {
  const shown = isWhole ? spec.examples : spec.examples.slice(0, 2);
  return shown.flatMap(({ command, summary }, i) => [
    ...(i > 0 ? [""] : []),
    `  # ${summary}`,
    `  ${command}`,
  ]);
}

function optionRows(spec: CommandSpec, isWhole: boolean): string[] {
  return rows(
    listOptions(spec).map((option) => [
      optionName(option),
      isWhole ? optionDetails(option) : option.summary,
    ]),
  );
}

function optionDetails({ summary, details, repeatable }: OptionSpec): string {
  const more = [details ?? "", repeatable ? "May be repeated." : ""]
    .filter((text) => text !== "");
  return more.length === 0 ? summary : `${summary}. ${more.join(" ")}`;
}

function optionName({ name, short, value }: OptionSpec): string {
  const long = value === undefined ? `--${name}` : `--${name} ${value}`;
  return short === undefined ? `    ${long}` : `-${short}, ${long}`;
}

/** The exit codes of the program, or those that one command can end with. */
function exitCodeRows(spec: CommandSpec | null): string[] {
  return rows(
    EXIT_CODES.flatMap(({ code, meaning }) => {
      const text = spec === null ? meaning : exitMeaning(spec, code, meaning);
      return text === null ? [] : [[String(code), text] as const];
    }),
  );
}

/** What an exit code of a command means; null if it never ends with it. */
function exitMeaning(
  spec: CommandSpec,
  code: ExitStatus,
  meaning: string,
): string | null {
  const asksEngine = spec.asksEngine ??
    spec.options.some(({ name }) => name === "live");
  switch (code) {
    case 0:
      return spec.exitZero ?? "all went well";
    case 1:
      return spec.exitOne;
    case 4:
      return asksEngine ? meaning : "the file system denies access";
    case 5:
      return asksEngine ? meaning : null;
    default:
      return meaning;
  }
}

/** Two columns: names, and texts wrapped beside them. */
function rows(pairs: readonly (readonly [string, string])[]): string[] {
  const left = Math.min(28, Math.max(...pairs.map(([name]) => name.length)));
  return pairs.flatMap(([name, text]) => {
    const lines = wrap(text, WIDTH - left - 4);
    const first = name.length > left
      ? [`  ${name}`, `  ${" ".repeat(left)}  ${lines[0] ?? ""}`]
      : [`  ${name.padEnd(left)}  ${lines[0] ?? ""}`];
    return [
      ...first,
      ...lines.slice(1).map((line) => `  ${" ".repeat(left)}  ${line}`),
    ].map((line) => line.trimEnd());
  });
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
