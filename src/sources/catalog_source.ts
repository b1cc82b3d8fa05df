import { listRecords } from "../catalog/list_records.ts";
import type { CatalogRecord } from "../model/record.ts";
import type { Snapshot } from "../model/snapshot.ts";

/**
 * The built-in catalogue as a source: everything that is known to exist
 * somewhere, and nothing of any one machine.
 */
export function readCatalogSource(): Snapshot {
  return {
    source: "builtin",
    time: null,
    computer: null,
    windows: null,
    complete: true,
    warnings: [],
    callouts: listOfKind("callout"),
    filters: null,
    layers: listOfKind("layer"),
    sublayers: listOfKind("sublayer"),
    providers: listOfKind("provider"),
  };
}

function listOfKind<K extends CatalogRecord["kind"]>(
  kind: K,
): Extract<CatalogRecord, { kind: K }>[] {
  return listRecords(kind) as Extract<CatalogRecord, { kind: K }>[];
}
