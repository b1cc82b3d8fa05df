/**
 * What a text may mean: a GUID in any spelling or a name, in the catalogue and
 * in the sources that were added to it.
 *
 * @module
 */

import { findByName } from "../catalog/find_by_name.ts";
import { matchNames } from "../catalog/match_names.ts";
import type { GuidDefect } from "../model/guid_defect.ts";
import type { GuidText } from "../model/guid_reading.ts";
import { readGuid } from "../model/guid_text.ts";
import type { Guid, Kind, WfpRecord } from "../model/record.ts";
import { hasWildcards } from "../model/wildcard.ts";
import { findFamilyRecord } from "./family_record.ts";
import { findNameReading } from "./name_reading.ts";
import { type LookupOptions, recordsOfGuid } from "./records_of_guid.ts";

/** A record that a text may mean, and how the text was read. */
export interface Match {
  readonly record: WfpRecord;
  /** `guid`, `c`, `digits`, `bytes, …`, `symbol`, `alias`, `display name`, `localized name`, `wildcard` or `family`. */
  readonly reading: string;
}

/** A GUID that a text may mean. */
export interface GuidCandidate {
  readonly guid: Guid;
  readonly reading: string;
}

/** What a text may mean. */
export interface Lookup {
  readonly matches: readonly Match[];
  /** The GUIDs that the text spells, the likelier first, known or not. */
  readonly guids: readonly GuidCandidate[];
  /** What is wrong with a text that begins like a GUID, or null. */
  readonly defect: GuidDefect | null;
}

/**
 * Looks a text up.
 *
 * @param text A GUID in any spelling, a name, or a name with wildcards
 * @returns Every record that it may mean, those of the catalogue first
 */
export function lookUp(text: string, options: LookupOptions = {}): Lookup {
  const read = readGuid(text);
  if (read.type === "guid") {
    const found = lookUpGuids(read, options);
    const isTentative = read.readings.every((reading) => reading.tentative);
    if (found.matches.length > 0) return found;
    if (!isTentative) {
      // The name that a driver or a rule gave may have a GUID in it
      return { ...found, matches: lookUpSourceName(text.trim(), options) };
    }
  }
  const matches = lookUpName(text.trim(), options);
  const isBroken = matches.length === 0 && read.type === "malformed";
  return { matches, guids: [], defect: isBroken ? read.defect : null };
}

function lookUpGuids(
  { readings }: Extract<GuidText, { type: "guid" }>,
  options: LookupOptions,
): Lookup {
  const matches: Match[] = [];
  for (const { guid, reading } of readings) {
    for (const record of recordsOfGuid(guid, options)) {
      matches.push({ record, reading });
    }
  }
  if (matches.length === 0 && isCallout(options)) {
    for (const { guid } of readings) {
      const record = findFamilyRecord(guid);
      if (record !== null) matches.push({ record, reading: "family" });
    }
  }
  return { matches, guids: readings, defect: null };
}

function isCallout({ kind }: LookupOptions): boolean {
  return kind === undefined || kind === "callout";
}

/** What comes with a name from code or a list: quotes, brackets, `&`, a comma. */
const ROUND_NAME_REGEXP =
  /^[\s&"'`(\u201c\u201e\u2018]+|(?<![\s,;"'`)\u201c\u201d\u2019])[\s,;"'`)\u201c\u201d\u2019]+$/g;
/** No name is longer, and no pattern that somebody writes for one. */
const LONGEST_PATTERN = 1000;

function lookUpSourceName(
  text: string,
  { kind, sources }: LookupOptions,
): Match[] {
  return (sources?.findByName(text) ?? [])
    .filter((record) => isOfKind(record, kind))
    .map((record) => ({ record, reading: findNameReading(record, text) }));
}

function lookUpName(text: string, options: LookupOptions): Match[] {
  const { kind, sources } = options;
  if (text === "") return [];
  const exact = [
    ...findByName(text).filter((record) => isOfKind(record, kind))
      .map((record) => ({ record, reading: findNameReading(record, text) })),
    ...lookUpSourceName(text, options),
  ];
  if (exact.length > 0) return exact;
  if (text.length <= LONGEST_PATTERN && hasWildcards(text)) {
    const matches = [
      ...matchNames(text, kind),
      ...sources?.matchNames(text) ?? [],
    ].filter((record) => isOfKind(record, kind));
    if (matches.length > 0) {
      return matches.map((record) => ({ record, reading: "wildcard" }));
    }
  }
  const bare = text.replace(ROUND_NAME_REGEXP, "");
  return bare === text ? [] : lookUpName(bare, options);
}

function isOfKind(record: WfpRecord, kind: Kind | undefined): boolean {
  return kind === undefined || record.kind === kind;
}
