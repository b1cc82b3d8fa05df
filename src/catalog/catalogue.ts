/**
 * All objects of the catalogue in one list, made on first use; a record is
 * built from its rows only when somebody asks for it.
 *
 * @module
 */

import type { CatalogRecord, Guid, Kind } from "../model/record.ts";
import { CALLOUTS } from "./data/callouts.ts";
import { CONDITIONS } from "./data/conditions.ts";
import { KEYING_MODULES } from "./data/keying_modules.ts";
import { LAYERS } from "./data/layers.ts";
import { PROVIDER_CONTEXTS } from "./data/provider_contexts.ts";
import { PROVIDERS } from "./data/providers.ts";
import { SUBLAYERS } from "./data/sublayers.ts";
import type { NtddiName } from "./windows_versions.ts";
import type {
  CalloutFact,
  Extra,
  LayerFact,
  NamedFact,
  OtherCalloutFact,
  ProviderFact,
  SublayerFact,
} from "./facts.ts";
import {
  calloutRecord,
  isSymbolName,
  layerRecord,
  namedRecord,
  otherCalloutRecord,
  providerRecord,
  sublayerRecord,
} from "./records.ts";
import { sightings } from "./sightings.ts";

/** One object of the catalogue. */
export interface Entry {
  readonly kind: Kind;
  readonly guid: Guid;
  /** The symbol or display name, as in the record. */
  readonly name: string | null;
  /** Whether `name` is a C symbol. */
  readonly hasSymbol: boolean;
  readonly aliases: readonly string[];
  /** Whether a header of the SDK defines it. */
  readonly builtin: boolean;
  /** Its record; ask through {@linkcode recordOf}. */
  cached: CatalogRecord | null;
  readonly build: () => CatalogRecord;
}

let all: readonly Entry[] | null = null;

/**
 * All objects: by kind, those of the header first, then by name.
 *
 * @returns The same list on each call
 */
export function catalogue(): readonly Entry[] {
  return all ??= [
    ...builtinFirst(callouts()),
    ...builtinFirst(
      (LAYERS as readonly LayerFact[]).map((row) =>
        symbolEntry("layer", row, row[2], row[8], () => layerRecord(row))
      ),
    ),
    ...builtinFirst(
      (SUBLAYERS as readonly SublayerFact[]).map((row) =>
        symbolEntry("sublayer", row, row[2], row[8], () => sublayerRecord(row))
      ),
    ),
    ...named("condition", CONDITIONS),
    ...builtinFirst(
      (PROVIDERS as readonly ProviderFact[]).map((row) =>
        symbolEntry("provider", row, row[2], row[7], () => providerRecord(row))
      ),
    ),
    ...named("keying_module", KEYING_MODULES),
    ...named("provider_context", PROVIDER_CONTEXTS),
  ];
}

/** The record of an object, the same on each call. */
export function recordOf(entry: Entry): CatalogRecord {
  return entry.cached ??= entry.build();
}

function callouts(): Entry[] {
  const rows: readonly CalloutFact[] = CALLOUTS;
  const entries = rows.map((row) =>
    symbolEntry("callout", row, row[3], row[6], () => calloutRecord(row))
  );
  const known = new Set(rows.map((row) => row[1]));
  const others: Entry[] = [];
  for (const [guid, seen] of sightings()) {
    if (!known.has(guid)) others.push(otherEntry(guid, seen));
  }
  return [...entries, ...others.sort(byNameThenGuid)];
}

function named(
  kind: "condition" | "keying_module" | "provider_context",
  rows: readonly NamedFact[],
): Entry[] {
  return builtinFirst(
    rows.map((row) =>
      symbolEntry(kind, row, row[2], row[5], () => namedRecord(kind, row))
    ),
  );
}

function symbolEntry(
  kind: Kind,
  row: readonly [string, Guid, ...(readonly unknown[])],
  since: NtddiName | null,
  extra: Extra | undefined,
  build: () => CatalogRecord,
): Entry {
  return {
    kind,
    guid: row[1],
    name: row[0],
    hasSymbol: true,
    aliases: extra?.aliases ?? [],
    builtin: since !== null,
    cached: null,
    build,
  };
}

function otherEntry(guid: Guid, rows: readonly OtherCalloutFact[]): Entry {
  const name = rows[0]?.[1] ?? null;
  const names = rows.flatMap((row) => row[1] ?? []);
  return {
    kind: "callout",
    guid,
    name,
    hasSymbol: name !== null && isSymbolName(name),
    aliases: [...new Set(names)].filter((other) => other !== name),
    builtin: false,
    cached: null,
    build: () => otherCalloutRecord(rows),
  };
}

function byNameThenGuid(a: Entry, b: Entry): number {
  // Objects without a name come last.
  const left = a.name ?? "\uffff";
  const right = b.name ?? "\uffff";
  if (left !== right) return left < right ? -1 : 1;
  return a.guid < b.guid ? -1 : 1;
}

function builtinFirst(entries: Entry[]): Entry[] {
  return [
    ...entries.filter((entry) => entry.builtin),
    ...entries.filter((entry) => !entry.builtin),
  ];
}
