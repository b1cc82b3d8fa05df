import type { CatalogRecord } from "../model/record.ts";
import { type Entry, recordOf } from "./catalogue.ts";
import { entryNames } from "./entry_names.ts";
import { findByGuid } from "./find_by_guid.ts";
import { findGuid } from "./find_guid.ts";
import { TABLES } from "./tables.ts";

let index: Map<string, Entry[]> | null = null;

/**
 * What the catalogue knows under a name.
 *
 * @param name A symbol in any letter case, with or without `FWPM_` and the prefix
 *   of its kind, an alias, or an English or localised display name
 * @returns The records, those of the header first; several where the name is ambiguous
 *
 * @example Usage
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const [layer] = findByName("stream_v4");
 * assertEquals(layer?.name, "FWPM_LAYER_STREAM_V4");
 * ```
 */
export function findByName(name: string): readonly CatalogRecord[] {
  // A whole symbol has one meaning, and finding it needs no index.
  const record = index === null ? findWholeSymbol(name.toUpperCase()) : null;
  if (record !== null) return [record];
  const found = (index ??= makeIndex()).get(name.toLowerCase());
  return found === undefined ? [] : found.map(recordOf);
}

function findWholeSymbol(symbol: string): CatalogRecord | null {
  if (!symbol.startsWith("FWPM_")) return null;
  for (const { kind } of TABLES) {
    const guid = findGuid(symbol, kind);
    if (guid !== null) return findByGuid(guid)[0] ?? null;
  }
  return null;
}

function makeIndex(): Map<string, Entry[]> {
  const index = new Map<string, Entry[]>();
  for (const [entry, names] of entryNames()) {
    for (const name of names) {
      const known = index.get(name);
      if (known === undefined) index.set(name, [entry]);
      else known.push(entry);
    }
  }
  return index;
}
