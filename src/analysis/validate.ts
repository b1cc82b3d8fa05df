/**
 * Whether a text is a valid built-in object, and if not, what it is instead.
 *
 * @module
 */

import { differingDigits, NIL_GUID, swapGuidBytes } from "../model/guid.ts";
import type { Guid, Kind, WfpRecord } from "../model/record.ts";
import type { SourceIndex } from "../sources/source_index.ts";
import { findFamilyRecord } from "./family_record.ts";
import { listNearRecords } from "./list_near_records.ts";
import {
  type GuidCandidate,
  type Lookup,
  lookUp,
  type Match,
} from "./lookup.ts";
import { recordsOfGuid } from "./records_of_guid.ts";
import { suggest } from "./suggest.ts";

/** The verdicts, in the order in which the first that applies is given. */
export const VERDICTS = [
  "nil",
  "malformed",
  "reserved",
  "builtin-alias",
  "builtin",
  "windows",
  "third-party",
  "other-kind",
  "byte-swapped",
  "near-miss",
  "unknown",
] as const;

/** One of {@linkcode VERDICTS}. */
export type VerdictName = typeof VERDICTS[number];

/** What was found of a text. */
export interface Verdict {
  readonly verdict: VerdictName;
  /** Whether it is an object of the expected kind that the header defines. */
  readonly valid: boolean;
  /** The GUID as it was read, or that of the named object. */
  readonly guid: Guid | null;
  readonly reading: string | null;
  /** The object that it is, or that was probably meant. */
  readonly match: WfpRecord | null;
  /** Why, in one sentence without a full stop. */
  readonly detail: string;
  /** Where the text goes wrong, or the first digit that differs, counted from 1. */
  readonly position: number | null;
}

/** What is expected and where to look. */
export interface ValidateOptions {
  readonly expect: Kind;
  readonly sources?: SourceIndex | undefined;
}

const VALID: ReadonlySet<VerdictName> = new Set([
  "reserved",
  "builtin-alias",
  "builtin",
]);

/**
 * Judges a text.
 *
 * @param text A GUID in any spelling, or a name
 * @param options The kind that is expected, and what was read from other sources
 * @returns The first verdict that applies, and what led to it
 */
export function validate(text: string, options: ValidateOptions): Verdict {
  const lookup = lookUp(text, { sources: options.sources });
  const [first] = lookup.guids;
  if (first?.guid === NIL_GUID) return nil(first);
  if (lookup.defect !== null) {
    return verdictOf("malformed", {
      detail: lookup.defect.detail,
      position: lookup.defect.position,
    });
  }
  const matches = lookup.matches.filter(({ reading }) =>
    reading !== "wildcard"
  );
  const expected = matches.find(({ record }) => record.kind === options.expect);
  if (expected !== undefined) return judge(expected, lookup);
  const [other] = matches;
  if (other !== undefined) return otherKind(other, lookup, options.expect);
  return findSwapped(lookup, options) ?? findNearMiss(lookup, options) ??
    unknown(text, lookup, options);
}

interface Parts {
  readonly guid?: Guid | null | undefined;
  readonly reading?: string | undefined;
  readonly match?: WfpRecord | undefined;
  readonly detail: string;
  readonly position?: number | undefined;
}

function verdictOf(verdict: VerdictName, parts: Parts): Verdict {
  return {
    verdict,
    valid: VALID.has(verdict),
    guid: parts.guid ?? null,
    reading: parts.reading ?? null,
    match: parts.match ?? null,
    detail: parts.detail,
    position: parts.position ?? null,
  };
}

function nil({ guid, reading }: GuidCandidate): Verdict {
  return verdictOf("nil", {
    guid,
    reading,
    detail: "the nil GUID, which Windows writes where there is none",
  });
}

function judge({ record, reading }: Match, lookup: Lookup): Verdict {
  const guid = guidOf(record, reading, lookup);
  const parts = { guid, reading, match: record };
  if (record.kind === "callout" && record.reserved) {
    return verdictOf("reserved", {
      ...parts,
      detail: `${label(record)} is built in and reserved for Windows itself`,
    });
  }
  if (record.kind !== "filter" && record.builtin) {
    if (reading !== "alias") {
      return verdictOf("builtin", {
        ...parts,
        detail: `${label(record)} is defined by the header of the SDK`,
      });
    }
    return verdictOf("builtin-alias", {
      ...parts,
      detail: `another name of ${label(record)}`,
    });
  }
  return isMicrosofts(record)
    ? verdictOf("windows", {
      ...parts,
      detail: `${
        label(record)
      } is Microsoft's but not in the header of the SDK`,
    })
    : verdictOf("third-party", {
      ...parts,
      detail: `${label(record)} ${belonging(record)}`,
    });
}

/** A GUID that was typed is given as it was read; a name gives its object's. */
function guidOf(
  record: WfpRecord,
  reading: string,
  lookup: Lookup,
): Guid | null {
  return record.guid ??
    lookup.guids.find((candidate) => candidate.reading === reading)?.guid ??
    null;
}

function label(record: WfpRecord): string {
  return nameOf(record) ?? record.guid ?? "it";
}

function nameOf(record: WfpRecord): string | null {
  return record.kind === "filter" ? record.displayName : record.name;
}

/** A GUID and the name behind it, if it has one. */
function named(guid: Guid, name: string | null): string {
  return name === null ? guid : `${guid} (${name})`;
}

function belonging(record: WfpRecord): string {
  const owners = record.kind === "callout" ? record.owners : [];
  const [name] = owners.flatMap(({ product, vendor }) =>
    product ?? vendor ?? []
  );
  if (name === undefined) {
    return "is neither in the header of the SDK nor known as Microsoft's";
  }
  const more = owners.length - 1;
  if (more === 0) return `belongs to ${name}`;
  return `belongs to ${name} or ${more} other${more === 1 ? "" : "s"}`;
}

function isMicrosofts(record: WfpRecord): boolean {
  if (record.kind === "callout") return record.owner?.vendor === "Microsoft";
  return record.source === "builtin";
}

function otherKind(
  { record, reading }: Match,
  lookup: Lookup,
  expect: Kind,
): Verdict {
  return verdictOf("other-kind", {
    guid: guidOf(record, reading, lookup),
    reading,
    match: record,
    detail: `${label(record)} is a ${words(record.kind)}, not a ${
      words(expect)
    }`,
  });
}

function words(kind: Kind): string {
  return kind.replaceAll("_", " ");
}

/** Bytes and bare digits are read in both orders already. */
function findSwapped(
  lookup: Lookup,
  { expect, sources }: ValidateOptions,
): Verdict | null {
  const [first] = lookup.guids;
  if (first === undefined || !["guid", "c"].includes(first.reading)) {
    return null;
  }
  const meant = swapGuidBytes(first.guid);
  const match = preferKind(recordsOfGuid(meant, { sources }), expect) ??
    findFamilyRecord(meant);
  if (match === null) return null;
  return verdictOf("byte-swapped", {
    guid: first.guid,
    reading: first.reading,
    match,
    detail: `${named(meant, nameOf(match))} with the bytes of its first ` +
      "three fields in the other order",
    position: (differingDigits(first.guid, meant)[0] ?? 0) + 1,
  });
}

function findNearMiss(
  lookup: Lookup,
  options: ValidateOptions,
): Verdict | null {
  for (const { guid, reading } of lookup.guids) {
    const match = preferKind(
      listNearRecords(guid, options.sources),
      options.expect,
    );
    if (match === null || match.guid === null) continue;
    const place = differingDigits(guid, match.guid)[0] ?? 0;
    return verdictOf("near-miss", {
      guid,
      reading,
      match,
      detail:
        `${named(match.guid, nameOf(match))} has "${
          match.guid[place]
        }" where ` +
        `this has "${guid[place]}", at character ${place + 1}`,
      position: place + 1,
    });
  }
  return null;
}

function preferKind(
  records: readonly WfpRecord[],
  kind: Kind,
): WfpRecord | null {
  return records.find((record) => record.kind === kind) ?? records[0] ?? null;
}

function unknown(
  text: string,
  lookup: Lookup,
  { expect, sources }: ValidateOptions,
): Verdict {
  const [first] = lookup.guids;
  if (first !== undefined) {
    return verdictOf("unknown", {
      guid: first.guid,
      reading: first.reading,
      detail: "no known object has this GUID",
    });
  }
  const [near] = suggest(text, lookup, { kind: expect, sources });
  return verdictOf("unknown", {
    detail: near === undefined
      ? "no known object has this name"
      : `no known object has this name; the nearest is ${near.name}`,
  });
}
