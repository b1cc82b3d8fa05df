import type { Guid, Kind } from "../model/record.ts";
import type { SymbolFact } from "./facts.ts";
import { scanThenIndex } from "./scan_then_index.ts";
import { TABLES } from "./tables.ts";

/**
 * The row of a GUID in the table of its kind.
 *
 * @param guid The GUID in canonical form
 * @param kind What the object is
 * @returns The row, or null if the table has none
 */
export function findRow(guid: Guid, kind: Kind): SymbolFact | null {
  return ask.get(kind)?.(guid) ?? null;
}

const ask = new Map(TABLES.map(({ kind, rows }) => [
  kind as Kind,
  scanThenIndex<Guid, SymbolFact | null>({
    scan: (guid) => rows.holding(guid).find((row) => row[1] === guid) ?? null,
    index: () => new Map(rows().map((row) => [row[1], row])),
    miss: null,
  }),
]));
