import { formatCard } from "../render/card.ts";
import { formatTable } from "../render/table.ts";
import type { View } from "../render/view.ts";
import type { FormatSink, Formatter } from "./formatter.ts";

/** A table with titles, or cards where there is little to show. */
export function makeTableFormatter<T, Row>(
  view: View<T, Row>,
  sink: FormatSink,
): Formatter<T> {
  const records: T[] = [];
  return {
    write: (record) => void records.push(record),
    finish: () => {
      const { columns } = sink;
      const cards = view.cards?.(records) ?? null;
      if (cards !== null) {
        sink.put(cards.map((card) => formatCard(card, columns)).join("\n"));
      } else if (records.length > 0) {
        const rows = records.flatMap((record) => view.rows(record));
        sink.put(formatTable(rows, view.columns, sink));
      }
      const summary = view.summary?.(records, columns);
      if (summary) sink.put(`${summary}\n`);
    },
  };
}
