import type { Guid, Kind } from "../model/record.ts";
import { scanThenIndex } from "./scan_then_index.ts";
import { aliasesOf, type Table, TABLES } from "./tables.ts";

/**
 * The GUID of a symbol, spelled as netsh prints it; aliases count.
 *
 * @param symbol The whole symbol, such as `FWPM_LAYER_STREAM_V4`
 * @param kind What the object is
 * @returns The GUID, or null if the symbol is not known
 *
 * @example Usage
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const guid = findGuid("FWPM_LAYER_STREAM_V4", "layer");
 * assertEquals(guid, "3b89653c-c170-49e4-b1cd-e0eeeee19a3e");
 * ```
 */
export function findGuid(symbol: string, kind: Kind): Guid | null {
  return ask.get(kind)?.(symbol) ?? null;
}

const ask = new Map(TABLES.map((table) => [
  table.kind as Kind,
  scanThenIndex<string, Guid | null>({
    scan: (symbol) => scan(symbol, table),
    index: () => makeIndex(table),
    miss: null,
  }),
]));

function scan(symbol: string, table: Table): Guid | null {
  const rows = table.rows.holding(symbol);
  const row = rows.find((row) => row[0] === symbol) ??
    rows.find((row) => aliasesOf(row, table).includes(symbol));
  return row?.[1] ?? null;
}

function makeIndex(table: Table): Map<string, Guid> {
  const index = new Map<string, Guid>();
  for (const row of table.rows()) {
    for (const symbol of [row[0], ...aliasesOf(row, table)]) {
      index.set(symbol, row[1]);
    }
  }
  return index;
}
