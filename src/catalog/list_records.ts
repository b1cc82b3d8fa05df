import type { CalloutRecord, CatalogRecord, Kind } from "../model/record.ts";
import { catalogue, isOfHeader, recordOf } from "./catalogue.ts";

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

/**
 * The callouts of the header, without making the records of all the others.
 *
 * @returns What `listRecords("callout")` has of them
 */
export function listBuiltinCallouts(): readonly CalloutRecord[] {
  return catalogue()
    .filter((entry) => entry.kind === "callout" && isOfHeader(entry))
    .map((entry) => recordOf(entry) as CalloutRecord);
}
