import { nearestGuids, nearestNames } from "../catalog/nearest.ts";
import type { Guid, Kind } from "../model/record.ts";
import type { Lookup } from "./lookup.ts";

/** A known object that may have been meant. */
export interface Suggestion {
  readonly name: string | null;
  readonly guid: Guid;
  /** How many hexadecimal digits or characters differ. */
  readonly distance: number;
}

const MOST = 3;

/**
 * The nearest known objects to a text that means none.
 *
 * @param text The text
 * @param lookup What was found of it
 * @param kind Only objects of this kind
 * @returns At most three, the nearest first
 */
export function suggest(
  text: string,
  lookup: Lookup,
  kind?: Kind,
): Suggestion[] {
  const options = kind === undefined
    ? { most: MOST }
    : { most: MOST, kinds: [kind] };
  const nearest = lookup.guids.length > 0
    ? lookup.guids.flatMap(({ guid }) => [...nearestGuids(guid, options)])
    : lookup.defect === null
    ? nearestNames(text.trim(), options)
    : [];
  return nearest.map(({ name, guid, distance }) => ({ name, guid, distance }))
    .sort((a, b) => a.distance - b.distance).slice(0, MOST);
}
