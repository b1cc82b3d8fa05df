/**
 * The texts that `resolve` and `validate` are asked about: arguments, or lines
 * of standard input.
 *
 * @module
 */

import type { Invocation, OptionSpec } from "../cli/command.ts";
import { LONGEST_LINE, readLines } from "../readers/read_lines.ts";

/** The option that says how standard input is cut into texts. */
export const INPUT_OPTION: OptionSpec = {
  name: "input",
  value: "FORM",
  choices: ["lines", "json"],
  summary: "standard input is lines (one text a line) or json (one JSON " +
    "string a line)",
  details: "A JSON string can hold anything, line breaks included.",
};

/** Why one item could not be read, as it stands in a record. */
export interface ItemError {
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
}

/** One text to answer. */
export interface TextItem {
  readonly text: string;
  /** The line of standard input, counted from 1; null for an argument. */
  readonly line: number | null;
  readonly error: ItemError | null;
}

/**
 * Lists the texts in batches: after each batch nothing more is there yet, so the
 * answers so far should go out.
 */
export function* listTexts(
  { arguments: words, options, system }: Invocation,
): Generator<readonly TextItem[]> {
  if (words.length > 0 && !(words.length === 1 && words[0] === "-")) {
    yield words.map((text) => ({ text, line: null, error: null }));
    return;
  }
  const isJson = options.value("input")?.toLowerCase() === "json";
  for (const batch of readLines(system.openFile("-"))) {
    yield batch.map(({ text, line, isCut }): TextItem => {
      if (isCut) return { text: "", line, error: tooLong(line) };
      return isJson ? readJson(text, line) : { text, line, error: null };
    });
  }
}

function readJson(json: string, line: number): TextItem {
  try {
    const text: unknown = JSON.parse(json);
    if (typeof text === "string") return { text, line, error: null };
  } catch {
    // Both ways to be wrong get the same answer below.
  }
  return {
    text: json,
    line,
    error: {
      code: "inputUnreadable",
      message:
        `Cannot read line ${line} of standard input: it is no JSON string`,
      hint: "give one JSON string a line, or leave --input json out",
    },
  };
}

function tooLong(line: number): ItemError {
  return {
    code: "inputUnreadable",
    message: `Cannot read line ${line} of standard input: it has more than ` +
      `${LONGEST_LINE} characters`,
    hint: null,
  };
}
