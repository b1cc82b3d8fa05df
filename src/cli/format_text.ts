import { escapeForTerminal, escapeForText } from "../render/escape_text.ts";
import type { View } from "../render/view.ts";
import type { FormatSink, Formatter } from "./formatter.ts";

/** Cells separated by tabs, one line a row. */
export function makeTextFormatter<T, Row>(
  view: View<T, Row>,
  { isTerminal, put }: FormatSink,
): Formatter<T> {
  const formatRow = (row: Row): string =>
    view.columns.map((column) => escapeForText(column.value(row))).join("\t");
  return {
    write: (record) => {
      for (const row of view.rows(record)) {
        const cells = formatRow(row);
        // Files and pipes get text as it is; a terminal would obey it
        put(
          (isTerminal
            ? cells.split("\t").map(escapeForTerminal).join("\t")
            : cells) + "\n",
        );
      }
    },
    finish: () => {},
  };
}
