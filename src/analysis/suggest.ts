import { matchNames } from "../catalog/match_names.ts";
import { nearestGuids, nearestNames } from "../catalog/nearest.ts";
import type { Guid, Kind } from "../model/record.ts";
import { hasWildcards } from "../model/wildcard.ts";
import type { Lookup } from "./lookup.ts";

/** A known object that may have been meant. */
export interface Suggestion {
  readonly name: string | null;
  readonly guid: Guid;
  /** How many hexadecimal digits or characters differ. */
  readonly distance: number;
}

const MOST = 3;
/** Shorter parts of names are in too many of them. */
const SHORTEST_PART = 4;

/**
 * The nearest known objects to a text that means none: those that differ little,
 * else those whose names have it as a part.
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
  return listNearest(text.trim(), lookup, kind)
    .sort((a, b) => a.distance - b.distance).slice(0, MOST);
}

function listNearest(
  text: string,
  { guids, defect }: Lookup,
  kind: Kind | undefined,
): Suggestion[] {
  const options = kind === undefined
    ? { most: MOST }
    : { most: MOST, kinds: [kind] };
  if (guids.length > 0) {
    return guids.flatMap(({ guid }) => nearestGuids(guid, options))
      .map(toSuggestion);
  }
  if (defect !== null) return [];
  const nearest = nearestNames(text, options).map(toSuggestion);
  return nearest.length > 0 ? nearest : listNamesWith(text, kind);
}

function toSuggestion({ name, guid, distance }: Suggestion): Suggestion {
  return { name, guid, distance };
}

function listNamesWith(part: string, kind: Kind | undefined): Suggestion[] {
  if (part.length < SHORTEST_PART || hasWildcards(part)) return [];
  return matchNames(part, kind).flatMap(({ name, guid }) =>
    name === null || guid === null
      ? []
      : [{ name, guid, distance: Math.abs(name.length - part.length) }]
  );
}
