import { cutToWidth, displayWidth } from "./display_width.ts";
import { escapeForTerminal } from "./escape_text.ts";
import type { Column } from "./view.ts";

/** What a table needs to know of its place. */
export interface TableOptions {
  /** The width to keep to; null for no limit. */
  readonly columns: number | null;
  /** Whether titles are underlined with ANSI codes. */
  readonly color: boolean;
}

const GAP = "  ";
const NARROWEST = 12;

/**
 * Draws records as a table with titles: cells aligned, text made harmless for
 * terminals, flexible columns cut where the terminal is narrow.
 */
export function formatTable<T>(
  records: readonly T[],
  columns: readonly Column<T>[],
  options: TableOptions,
): string {
  const rows = records.map((record) =>
    columns.map((column) => escapeForTerminal(column.value(record)))
  );
  const used = columns.map((column, i) =>
    column.keepEmpty !== true && rows.every((row) => row[i] === "") ? -1 : i
  ).filter((i) => i >= 0);
  const widths = new Map(used.map((i) => [
    i,
    Math.max(
      columns[i]?.title.length ?? 0,
      ...rows.map((row) => displayWidth(row[i] ?? "")),
    ),
  ]));
  fit(widths, columns, options.columns);
  const line = (cells: readonly string[]): string =>
    used.map((i) => pad(cells[i] ?? "", widths.get(i) ?? 0)).join(GAP)
      .trimEnd();
  const title = line(columns.map((column) => column.title));
  const head = options.color
    ? `\x1b[1m${title}\x1b[0m`
    : `${title}\n${used.map((i) => "-".repeat(widths.get(i) ?? 0)).join(GAP)}`;
  return [head, ...rows.map(line)].join("\n") + "\n";
}

function pad(text: string, columns: number): string {
  const cut = cutToWidth(text, columns);
  return cut + " ".repeat(columns - displayWidth(cut));
}

/** Narrows the flexible columns, the widest first, until the row fits. */
function fit<T>(
  widths: Map<number, number>,
  columns: readonly Column<T>[],
  limit: number | null,
): void {
  if (limit === null) return;
  const total = (): number =>
    [...widths.values()].reduce((sum, width) => sum + width + GAP.length, 0) -
    GAP.length;
  while (total() > limit) {
    const [widest, width] = [...widths].filter(([i]) => columns[i]?.flexible)
      .reduce((a, b) => a[1] >= b[1] ? a : b, [-1, 0]);
    if (width <= NARROWEST) return;
    widths.set(widest, Math.max(NARROWEST, width - (total() - limit)));
  }
}
