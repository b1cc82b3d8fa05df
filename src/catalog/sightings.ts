import type { Guid } from "../model/record.ts";
import { OTHER_CALLOUTS } from "./data/other_callouts.ts";
import type { OtherCalloutFact } from "./facts.ts";

let byGuid: Map<Guid, OtherCalloutFact[]> | null = null;

/** The sightings of callouts outside the header, by GUID in the table's order. */
export function sightings(): ReadonlyMap<Guid, readonly OtherCalloutFact[]> {
  if (byGuid !== null) return byGuid;
  byGuid = new Map();
  for (const row of OTHER_CALLOUTS as readonly OtherCalloutFact[]) {
    const rows = byGuid.get(row[0]);
    if (rows === undefined) byGuid.set(row[0], [row]);
    else rows.push(row);
  }
  return byGuid;
}

/** The sightings of one callout; none for most callouts of the header. */
export function findSightings(guid: Guid): readonly OtherCalloutFact[] {
  return sightings().get(guid) ?? [];
}
