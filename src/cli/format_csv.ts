import { listCsvColumns } from "../model/fields.ts";
import { RECORD_FIELDS } from "../model/record_fields.ts";
import { formatCsvHeader, formatCsvRow } from "../render/csv.ts";
import { escapeForTerminal } from "../render/escape_text.ts";
import type { View } from "../render/view.ts";
import type { FormatSink, Formatter } from "./formatter.ts";

/** RFC 4180: a header, one line a row. */
export function makeCsvFormatter<T, Row extends object>(
  view: View<T, Row>,
  { isTerminal, put }: FormatSink,
): Formatter<T> {
  const columns = listCsvColumns(view.schema, RECORD_FIELDS);
  put(formatCsvHeader(columns));
  return {
    write: (record) => {
      for (const row of view.rows(record)) {
        const line = formatCsvRow(row, columns);
        // Files and pipes get text as it is; a terminal would obey it
        put(isTerminal ? `${escapeForTerminal(line.slice(0, -2))}\r\n` : line);
      }
    },
    finish: () => {},
  };
}
