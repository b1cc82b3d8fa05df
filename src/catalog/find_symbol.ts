import type { Guid, Kind } from "../model/record.ts";
import { scanThenIndex } from "./scan_then_index.ts";
import { TABLES } from "./tables.ts";

/**
 * The symbol of a GUID, as the header defines it and netsh prints it, or as
 * Microsoft's FwDiagnose names an object of Windows that the header leaves out.
 *
 * @param guid The GUID in canonical form
 * @param kind What the object is
 * @returns The symbol, or null if there is none
 *
 * @example Usage
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const symbol = findSymbol("3b89653c-c170-49e4-b1cd-e0eeeee19a3e", "layer");
 * assertEquals(symbol, "FWPM_LAYER_STREAM_V4");
 * ```
 */
export function findSymbol(guid: Guid, kind: Kind): string | null {
  return ask.get(kind)?.(guid) ?? null;
}

const ask = new Map(TABLES.map(({ kind, rows }) => [
  kind as Kind,
  scanThenIndex<Guid, string | null>({
    scan: (guid) =>
      rows.holding(guid).find((row) => row[1] === guid)?.[0] ?? null,
    index: () => new Map(rows().map((row) => [row[1], row[0]])),
    miss: null,
  }),
]));
