/**
 * All objects of the catalogue in one list, made on first use; a record is
 * made of its rows only when somebody asks for it.
 *
 * @module
 */

import type { CatalogRecord, Guid } from "../model/record.ts";
import { namesOf, otherCalloutRecord } from "./callout_record.ts";
import { CALLOUTS } from "./data/callouts.ts";
import type { OtherCalloutFact, SymbolFact } from "./facts.ts";
import { findRow } from "./find_row.ts";
import { makeRecord } from "./make_record.ts";
import { findSightings, groupSightings } from "./sightings.ts";
import { aliasesOf, type CatalogKind, type Table, TABLES } from "./tables.ts";

/** One object of the catalogue. */
export interface Entry {
  readonly kind: CatalogKind;
  readonly guid: Guid;
  /** The symbol or display name, as in the record. */
  readonly name: string | null;
  readonly aliases: readonly string[];
  /** The rows that its record is made of. */
  readonly facts: SymbolFact | readonly OtherCalloutFact[];
  /** Whether `facts` are sightings, not the row of a symbol. */
  readonly isOther: boolean;
}

let all: readonly Entry[] | null = null;

/**
 * All objects: by kind, those of the header first, then by name.
 *
 * @returns The same list on each call
 */
export function catalogue(): readonly Entry[] {
  return all ??= TABLES.flatMap((table) => {
    const entries = table.rows().map((row) => symbolEntry(row, table));
    const others = table.kind === "callout" ? otherEntries() : [];
    return [
      ...entries.filter(isOfHeader),
      ...[...entries.filter((entry) => !isOfHeader(entry)), ...others]
        .sort(byNameThenGuid),
    ];
  });
}

const records = new Map<Guid, CatalogRecord>();

/** One record a GUID, made when it is first asked for. */
function recordAt(guid: Guid, make: () => CatalogRecord): CatalogRecord {
  let record = records.get(guid);
  if (record === undefined) records.set(guid, record = make());
  return record;
}

/**
 * The record of an object, the same one on each call.
 *
 * @param entry The place of the object in the tables
 * @returns The record; it must not be changed
 */
export function recordOf({ guid, kind, facts, isOther }: Entry): CatalogRecord {
  return recordAt(
    guid,
    () =>
      isOther
        ? otherCalloutRecord(facts as readonly OtherCalloutFact[])
        : makeRecord(kind, facts as SymbolFact),
  );
}

/** Gives a record, the same one on each call. */
export type RecordMaker = () => CatalogRecord;

/** The record of a GUID by a walk over all tables. */
export function scanGuid(guid: Guid): RecordMaker | null {
  // No GUID is of two kinds, so the rest of them need not be asked
  for (const { kind } of TABLES) {
    const make = findMaker(guid, kind);
    if (make !== null) return make;
  }
  return null;
}

/** The record of a GUID as an object of one kind. */
export function findMaker(guid: Guid, kind: CatalogKind): RecordMaker | null {
  const row = findRow(guid, kind);
  if (row !== null) return symbolMaker(kind, row);
  const seen = kind === "callout" ? findSightings(guid) : [];
  return seen.length === 0 ? null : sightingsMaker(guid, seen);
}

/** The records of all GUIDs, none of them made yet. */
export function indexGuids(): ReadonlyMap<Guid, RecordMaker> {
  const index = new Map<Guid, RecordMaker>();
  for (const [guid, seen] of groupSightings()) {
    index.set(guid, sightingsMaker(guid, seen));
  }
  for (const { kind, rows } of TABLES) {
    for (const row of rows()) index.set(row[1], symbolMaker(kind, row));
  }
  return index;
}

function symbolMaker(kind: CatalogKind, row: SymbolFact): RecordMaker {
  return () => recordAt(row[1], () => makeRecord(kind, row));
}

function sightingsMaker(
  guid: Guid,
  rows: readonly OtherCalloutFact[],
): RecordMaker {
  return () => recordAt(guid, () => otherCalloutRecord(rows));
}

function symbolEntry(row: SymbolFact, table: Table): Entry {
  return {
    kind: table.kind,
    guid: row[1],
    name: row[0],
    aliases: aliasesOf(row, table),
    facts: row,
    isOther: false,
  };
}

/** The callouts that have no symbol in the tables. */
function otherEntries(): Entry[] {
  const known = new Set(CALLOUTS().map((row) => row[1]));
  const entries: Entry[] = [];
  for (const [guid, rows] of groupSightings()) {
    if (!known.has(guid)) entries.push(otherEntry(guid, rows));
  }
  return entries;
}

function otherEntry(guid: Guid, rows: readonly OtherCalloutFact[]): Entry {
  const [name = null, ...aliases] = namesOf(rows);
  return {
    kind: "callout",
    guid,
    name,
    aliases,
    facts: rows,
    isOther: true,
  };
}

/** Whether the header of the SDK defines an object. */
function isOfHeader({ facts, isOther }: Entry): boolean {
  return !isOther && facts[2] !== null;
}

function byNameThenGuid(a: Entry, b: Entry): number {
  // Objects without a name come last.
  const left = a.name ?? "\uffff";
  const right = b.name ?? "\uffff";
  if (left !== right) return left < right ? -1 : 1;
  return a.guid < b.guid ? -1 : 1;
}
