import type { Guid } from "../model/record.ts";
import { OTHER_CALLOUTS } from "./data/other_callouts.ts";
import type { OtherCalloutFact } from "./facts.ts";
import { scanThenIndex } from "./scan_then_index.ts";

/**
 * The sightings of one callout outside the header.
 *
 * @param guid The GUID in canonical form
 * @returns The rows in the table's order; none for callouts of the header
 */
export const findSightings: (guid: Guid) => readonly OtherCalloutFact[] =
  scanThenIndex({
    scan: (guid) =>
      OTHER_CALLOUTS.holding(guid).filter((row) => row[0] === guid),
    index: groupSightings,
    miss: [],
  });

/** The sightings of all callouts by GUID, in the table's order. */
export function groupSightings(): ReadonlyMap<
  Guid,
  readonly OtherCalloutFact[]
> {
  return Map.groupBy(OTHER_CALLOUTS(), (row) => row[0]);
}
