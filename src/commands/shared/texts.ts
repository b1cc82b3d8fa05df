/**
 * The texts that `resolve` and `validate` are asked about: arguments, or lines
 * of standard input.
 *
 * @module
 */

import type { Invocation, OptionSpec } from "../../cli/command.ts";
import type { TextItem } from "./text_item.ts";

/** The option that says how standard input is cut into texts. */
export const INPUT_OPTION: OptionSpec = {
  name: "input",
  value: "FORM",
  choices: ["lines", "json"],
  summary:
    "the form of standard input: lines (one text a line) or json (one JSON " +
    "string a line)",
  details: "A JSON string can hold anything, line breaks included.",
};

/**
 * Lists the texts in batches: after each batch nothing more is there yet, so the
 * answers so far should go out.
 */
export async function* listTexts(
  invocation: Invocation,
): AsyncGenerator<readonly TextItem[]> {
  const { arguments: words } = invocation;
  if (words.length > 0 && !(words.length === 1 && words[0] === "-")) {
    yield words.map((text) => ({ text, line: null, error: null }));
    return;
  }
  const { readTexts } = await import("./read_texts.ts");
  yield* readTexts(invocation);
}
