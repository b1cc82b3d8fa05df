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
/** Cells cut shorter than this say nothing. */
const NARROWEST = 12;

/**
 * Draws records as a table with titles: cells aligned, text made harmless for
 * terminals, columns cut or left out where the terminal is narrow.
 *
 * @param records The rows
 * @param columns The columns from left to right
 * @param options The width to keep to, and whether titles are underlined
 * @returns The lines, each with its line end
 */
export function formatTable<T>(
  records: readonly T[],
  columns: readonly Column<T>[],
  options: TableOptions,
): string {
  const whole = records.map((record) =>
    columns.map((column) => escapeForTerminal(column.value(record)))
  );
  const used = columns.map((column, i) =>
    column.keepEmpty !== true && whole.every((row) => row[i] === "") ? -1 : i
  ).filter((i) => i >= 0);
  const limit = options.columns ?? Infinity;
  const isWide = widthOf(measure(whole, columns, used)) > limit;
  const rows = isWide ? whole.map((row) => row.map(shorten)) : whole;
  const widths = measure(rows, columns, used);
  fit(widths, columns, limit);
  const line = (cells: readonly string[]): string =>
    [...widths].map(([i, width]) => pad(cells[i] ?? "", width)).join(GAP)
      .trimEnd();
  const title = line(columns.map((column) => column.title));
  const head = options.color
    ? `\x1b[1m${title}\x1b[0m`
    : `${title}\n${
      [...widths.values()].map((width) => "-".repeat(width)).join(GAP)
    }`;
  return [head, ...rows.map(line)].join("\n") + "\n";
}

function pad(text: string, columns: number): string {
  const cut = cutToWidth(text, columns);
  return cut + " ".repeat(columns - displayWidth(cut));
}

function measure<T>(
  rows: readonly (readonly string[])[],
  columns: readonly Column<T>[],
  used: readonly number[],
): Map<number, number> {
  return new Map(used.map((i) => [
    i,
    rows.reduce(
      (most, row) => Math.max(most, displayWidth(row[i] ?? "")),
      columns[i]?.title.length ?? 0,
    ),
  ]));
}

function widthOf(widths: ReadonlyMap<number, number>): number {
  let sum = -GAP.length;
  for (const width of widths.values()) sum += width + GAP.length;
  return sum;
}

/** Where room is scarce, symbols go without the prefix that every one of them has. */
function shorten(text: string): string {
  return text.replace(
    /\bFWPM?_(?:CALLOUT|LAYER|SUBLAYER|CONDITION|PROVIDER|ACTION)_(?!FLAG)/g,
    "",
  );
}

/**
 * Makes the rows fit where that is possible. The columns that matter least are cut to
 * their least width or left out, one after another, until cutting the others to
 * theirs is enough; in need those are cut to {@linkcode NARROWEST}.
 */
function fit<T>(
  widths: Map<number, number>,
  columns: readonly Column<T>[],
  limit: number,
): void {
  const leastOf = (i: number): number => columns[i]?.leastWidth ?? Infinity;
  const orderOf = (i: number): number => columns[i]?.dropOrder ?? Infinity;
  const droppable = [...widths.keys()].filter((i) => orderOf(i) < Infinity);
  for (const i of droppable.sort((a, b) => orderOf(a) - orderOf(b))) {
    let excess = widthOf(widths) - limit;
    for (const [other, width] of widths) {
      if (orderOf(other) === Infinity) {
        excess -= Math.max(0, width - leastOf(other));
      }
    }
    if (excess <= 0) break;
    const width = (widths.get(i) ?? 0) - excess;
    if (width >= leastOf(i)) widths.set(i, width);
    else widths.delete(i);
  }
  const isKept = (i: number): boolean => orderOf(i) === Infinity;
  narrow(widths, limit, (i) => isKept(i) ? leastOf(i) : Infinity);
  narrow(widths, limit, (i) => leastOf(i) < Infinity ? NARROWEST : Infinity);
}

/** Narrows the columns until the rows fit, always the one that can spare most. */
function narrow(
  widths: Map<number, number>,
  limit: number,
  leastOf: (column: number) => number,
): void {
  for (let excess = widthOf(widths) - limit; excess > 0; excess--) {
    let [widest, most] = [-1, 0];
    for (const [i, width] of widths) {
      const slack = width - leastOf(i);
      if (slack > most) [widest, most] = [i, slack];
    }
    if (widest < 0) return;
    widths.set(widest, (widths.get(widest) ?? 0) - 1);
  }
}
