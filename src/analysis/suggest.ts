import { matchNames } from "../catalog/match_names.ts";
import {
  nearestDigits,
  nearestGuids,
  nearestJoinedNames,
  nearestNames,
} from "../catalog/nearest.ts";
import type { Guid, Kind, WfpRecord } from "../model/record.ts";
import { hasWildcards } from "../model/wildcard.ts";
import type { NearRecord } from "../sources/nearest_records.ts";
import type { SourceIndex } from "../sources/source_index.ts";
import type { Lookup } from "./lookup.ts";

/** A known object that may have been meant. */
export interface Suggestion {
  readonly name: string | null;
  readonly guid: Guid;
  /** How many hexadecimal digits or characters differ. */
  readonly distance: number;
}

/** Where to look and for what. */
export interface SuggestOptions {
  /** Only objects of this kind; all kinds without it. */
  readonly kind?: Kind | undefined;
  /** What was read from `--live` and `--from`. */
  readonly sources?:
    | Pick<SourceIndex, "nearestGuids" | "nearestNames">
    | undefined;
}

/** Where {@linkcode hintAtSpelling} looks, and for what. */
export interface SpellingOptions {
  readonly kind?: Kind | undefined;
  readonly sources?: Pick<SourceIndex, "nearestDigits"> | undefined;
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
 * @param options Where to look and for what
 * @returns At most three, the nearest first; of two that are as near, that of the
 *   catalogue
 */
export function suggest(
  text: string,
  lookup: Lookup,
  options: SuggestOptions = {},
): Suggestion[] {
  const known = listNearest(text.trim(), lookup, options.kind);
  if (known.length < 2 && options.sources === undefined) return known;
  const all = [
    ...known,
    ...listNearestOfSources(text.trim(), lookup, options),
  ].sort((a, b) => a.distance - b.distance);
  return all.filter(({ guid }, i) =>
    all.findIndex((other) => other.guid === guid) === i
  ).slice(0, MOST);
}

/** Shorter and longer texts are no GUID with a slip or two. */
const FEWEST_DIGITS = 29;
const MOST_DIGITS = 35;

/**
 * The known object whose GUID a malformed text was perhaps meant to spell: with a
 * digit too few or too many, an `O` for a `0`, or dashes as a word processor has them.
 *
 * @param text The text
 * @param options Where to look and for what
 * @returns The nearest; undefined if none is near, or two are as near
 */
function suggestSpelling(
  text: string,
  { kind, sources }: SpellingOptions = {},
): Suggestion | undefined {
  const digits = text.normalize("NFKC").toLowerCase()
    .replace(/^[^0-9a-z]*(?:urn:)?uuid:/, "").replace(/[^0-9a-z]/g, "");
  if (digits.length < FEWEST_DIGITS || digits.length > MOST_DIGITS) {
    return undefined;
  }
  const all = [
    ...nearestDigits(digits, kind === undefined ? {} : { kinds: [kind] })
      .map(toSuggestion),
    ...(sources?.nearestDigits(digits) ?? [])
      .filter(({ record }) => kind === undefined || record.kind === kind)
      .flatMap(suggestRecord),
  ].sort((a, b) => a.distance - b.distance);
  const [first] = all;
  const rival = all.find(({ guid }) => guid !== first?.guid);
  return rival?.distance === first?.distance ? undefined : first;
}

/** The hint of an error that names what a malformed text was perhaps meant to spell. */
export function hintAtSpelling(
  text: string,
  options: SpellingOptions = {},
): string | undefined {
  const near = suggestSpelling(text, options);
  if (near === undefined) return undefined;
  const name = near.name === null ? "" : ` (${near.name})`;
  return `did you mean ${near.guid}${name}?`;
}

function listNearestOfSources(
  text: string,
  { guids, defect }: Lookup,
  { kind, sources }: SuggestOptions,
): Suggestion[] {
  if (sources === undefined || defect !== null) return [];
  const near = guids.length > 0
    ? guids.flatMap(({ guid }) => sources.nearestGuids(guid))
    : sources.nearestNames(text);
  return near.filter(({ record }) => kind === undefined || record.kind === kind)
    .flatMap(suggestRecord);
}

function suggestRecord({ record, distance }: NearRecord): Suggestion[] {
  const { guid } = record;
  return guid === null ? [] : [{ name: nameOf(record), guid, distance }];
}

function nameOf(record: WfpRecord): string | null {
  return record.kind === "filter" ? record.displayName : record.name;
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
  if (nearest.length > 0) return nearest;
  const parts = listNamesWith(text, kind);
  if (parts.length > 0) return parts;
  const joined = nearestJoinedNames(text, options);
  if (joined.length > 0) return joined.map(toSuggestion);
  const underscored = text.replace(/[\s-]+/g, "_");
  return underscored === text ? [] : listNamesWith(underscored, kind);
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
