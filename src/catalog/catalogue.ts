/**
 * All objects of the catalogue in one list, made on first use; a record is
 * made of its rows only when somebody asks for it.
 *
 * @module
 */

import type { CatalogRecord, Guid } from "../model/record.ts";
import { CALLOUTS } from "./data/callouts.ts";
import type { OtherCalloutFact, SymbolFact } from "./facts.ts";
import { makeRecord } from "./make_record.ts";
import { namesOf, otherCalloutRecord } from "./callout_record.ts";
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
  /** Its record once somebody asked; use {@linkcode recordOf}. */
  record: CatalogRecord | null;
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

/** The record of an object, the same one on each call. */
export function recordOf(entry: Entry): CatalogRecord {
  return entry.record ??= entry.isOther
    ? otherCalloutRecord(entry.facts as readonly OtherCalloutFact[])
    : makeRecord(entry.kind, entry.facts as SymbolFact);
}

/** The records of a GUID by a walk over all tables. */
export function scanGuid(guid: Guid): readonly CatalogRecord[] {
  // No GUID is in two tables, so the rest of them need not even be made.
  for (const { kind, rows } of TABLES) {
    if (!rows.mayHold(guid)) continue;
    const row = rows().find((row) => row[1] === guid);
    if (row !== undefined) return [makeRecord(kind, row)];
  }
  const seen = findSightings(guid);
  return seen.length === 0 ? [] : [otherCalloutRecord(seen)];
}

function symbolEntry(row: SymbolFact, table: Table): Entry {
  return {
    kind: table.kind,
    guid: row[1],
    name: row[0],
    aliases: aliasesOf(row, table),
    facts: row,
    isOther: false,
    record: null,
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
    record: null,
  };
}

/** Whether the header of the SDK defines an object. */
export function isOfHeader({ facts, isOther }: Entry): boolean {
  return !isOther && facts[2] !== null;
}

function byNameThenGuid(a: Entry, b: Entry): number {
  // Objects without a name come last.
  const left = a.name ?? "\uffff";
  const right = b.name ?? "\uffff";
  if (left !== right) return left < right ? -1 : 1;
  return a.guid < b.guid ? -1 : 1;
}
