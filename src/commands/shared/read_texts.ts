import type { Invocation } from "../../cli/command.ts";
import { LONGEST_LINE, readLines } from "../../readers/read_lines.ts";
import type { ItemError, TextItem } from "./text_item.ts";

/** Reads the texts of standard input, a batch for each piece that arrives. */
export function* readTexts(
  { options, system }: Invocation,
): Generator<readonly TextItem[]> {
  const isJson = options.value("input") === "json";
  const encoding = options.value("encoding");
  for (const batch of readLines(system.openFile("-"), encoding)) {
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
        `Cannot read line ${line} of standard input: it is not a JSON string`,
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
