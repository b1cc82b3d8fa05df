import type { CatalogRecord, Guid } from "../model/record.ts";
import { indexGuids, type RecordMaker, scanGuid } from "./catalogue.ts";
import { scanThenIndex } from "./scan_then_index.ts";

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
  const make = ask(guid);
  return make === null ? NONE : [make()];
}

const ask = scanThenIndex<Guid, RecordMaker | null>({
  scan: scanGuid,
  index: indexGuids,
  miss: null,
});
