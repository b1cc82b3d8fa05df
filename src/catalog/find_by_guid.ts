import type { CatalogRecord, Guid } from "../model/record.ts";
import { catalogue, type Entry, recordOf } from "./catalogue.ts";

let index: Map<Guid, Entry | Entry[]> | null = null;
const NONE: readonly CatalogRecord[] = [];

/**
 * What the catalogue knows under a GUID, of any kind.
 *
 * @param guid The GUID in canonical form
 * @returns The records, those of the header first; empty if there are none
 *
 * @example Usage
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const [record] = findByGuid("eda08606-2494-4d78-89bc-67837c03b969");
 * assertEquals(record?.name, "FWPM_CALLOUT_WFP_TRANSPORT_LAYER_V4_SILENT_DROP");
 * ```
 */
export function findByGuid(guid: Guid): readonly CatalogRecord[] {
  const found = (index ??= makeIndex()).get(guid);
  if (found === undefined) return NONE;
  return Array.isArray(found) ? found.map(recordOf) : [recordOf(found)];
}

function makeIndex(): Map<Guid, Entry | Entry[]> {
  const index = new Map<Guid, Entry | Entry[]>();
  for (const entry of catalogue()) {
    const known = index.get(entry.guid);
    if (known === undefined) index.set(entry.guid, entry);
    else index.set(entry.guid, [known, entry].flat());
  }
  return index;
}
