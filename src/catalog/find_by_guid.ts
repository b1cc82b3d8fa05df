import type { CatalogRecord, Guid } from "../model/record.ts";
import { catalogue, recordOf, scanGuid } from "./catalogue.ts";
import { lookUp } from "./look_up.ts";

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
  return ask(guid)();
}

/** Answers with functions, so that the index need not make every record. */
const ask = lookUp<Guid, () => readonly CatalogRecord[]>({
  scan: (guid) => () => scanGuid(guid),
  index: makeIndex,
  miss: () => NONE,
});

function makeIndex(): Map<Guid, () => readonly CatalogRecord[]> {
  const groups = Map.groupBy(catalogue(), (entry) => entry.guid);
  return new Map(
    Array.from(
      groups,
      ([guid, entries]) => [guid, remember(() => entries.map(recordOf))],
    ),
  );
}

function remember<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => made ??= make();
}
