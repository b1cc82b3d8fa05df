import type { CatalogRecord, Kind } from "../model/record.ts";
import { catalogue, recordOf } from "./catalogue.ts";

/**
 * All records of the catalogue.
 *
 * @param kind Only records of this kind; without it all kinds, one after another
 * @returns Those of the header first, then by name; objects without a name last
 */
export function listRecords(kind?: Kind): readonly CatalogRecord[] {
  return catalogue()
    .filter((entry) => kind === undefined || entry.kind === kind)
    .map(recordOf);
}
