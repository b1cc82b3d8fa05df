import { once } from "./once.ts";

/** How many look-ups make their own rows before it pays to make all of them. */
const PATIENCE = 1000;

/** The rows of a fact table, made when they are first asked for. */
export interface Rows<Row> {
  /** Gives all rows, the same ones on each call. */
  (): readonly Row[];
  /**
   * Gives the rows in which a text stands as a whole value, in the table's order.
   * Others may be among them, but the fewer the quicker: a look-up then makes no
   * rows but those that it may be about.
   */
  holding(text: string): readonly Row[];
}

/**
 * The rows of a table.
 *
 * @param make Makes all of them
 */
export function rows<Row>(make: () => readonly Row[]): Rows<Row> {
  const all = once(make);
  return Object.assign(all, { holding: () => all() });
}

/**
 * The rows of a table that is kept as text: how the build writes tables.
 *
 * @param lines The JSON of each row, a line each
 */
export function parseRows<Row>(lines: string): Rows<Row> {
  const all = once((): Row[] => JSON.parse(`[${lines.replaceAll("\n", ",")}]`));
  let asked = 0;
  return Object.assign(all, {
    holding: (text: string) =>
      asked++ < PATIENCE ? parseHolding<Row>(lines, text) : all(),
  });
}

function parseHolding<Row>(lines: string, text: string): Row[] {
  const value = JSON.stringify(text);
  const found: Row[] = [];
  let at = lines.indexOf(value);
  while (at >= 0) {
    const start = lines.lastIndexOf("\n", at) + 1;
    const end = lines.indexOf("\n", at);
    found.push(JSON.parse(lines.slice(start, end < 0 ? undefined : end)));
    at = end < 0 ? -1 : lines.indexOf(value, end);
  }
  return found;
}
