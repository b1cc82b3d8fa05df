/**
 * Makes records of the rows of the fact tables.
 *
 * @module
 */

import type {
  CalloutRecord,
  LayerRecord,
  NamedRecord,
  Observation,
  ProviderRecord,
  SublayerRecord,
} from "../model/record.ts";
import { calloutFlagNames, REGISTERED } from "./callout_flags.ts";
import { CALLOUT_TEXTS } from "./data/callout_texts.ts";
import { LAYER_BUILDS, LAYER_RUNTIME_IDS } from "./data/layer_runtime_ids.ts";
import { OBSERVED_CALLOUTS } from "./data/observed_callouts.ts";
import type {
  CalloutFact,
  CalloutTextFact,
  LayerFact,
  LayerRuntimeIdFact,
  NamedFact,
  ObservedCalloutFact,
  OtherCalloutFact,
  ProviderFact,
  SublayerFact,
} from "./facts.ts";
import { findGuid } from "./find_guid.ts";
import { findOwners } from "./find_owners.ts";
import { formatReference, type SourceKey } from "./references.ts";
import { findSightings } from "./sightings.ts";
import { findProduct } from "./products.ts";
import { sinceOf } from "./windows_versions.ts";

const UNKNOWN_IN_CATALOGUE = {
  registered: null,
  persistent: null,
  flags: null,
  provider: null,
  providerGuid: null,
  providerData: null,
  runtimeId: null,
} as const;

/** The record of a callout that has a symbol. */
export function calloutRecord(row: CalloutFact): CalloutRecord {
  const [name, guid, layer, since, source, textKey, extra] = row;
  const [, description, notes, textSource] = textOf(textKey);
  const sightings = findSightings(guid);
  const observed = observationOf(name) ?? sightingOf(sightings);
  const owners = findOwners(guid);
  return {
    kind: "callout",
    name,
    guid,
    aliases: extra?.aliases ?? [],
    displayName: observed?.displayName ?? null,
    description,
    layer,
    layerGuid: layer === null ? null : findGuid(layer, "layer"),
    addressFamily: addressFamilyOf(layer) ?? addressFamilyOf(name),
    since: sinceOf(since),
    reserved: name.includes("RESERVED"),
    builtin: since !== null,
    ...UNKNOWN_IN_CATALOGUE,
    owner: owners[0] ?? null,
    owners,
    observed,
    notes: [...notes, ...extra?.notes ?? []],
    references: referencesOf([
      source,
      textSource,
      ...extra?.also ?? [],
      ...observedIn(name),
      ...sightings.flatMap(sourcesOf),
    ]),
    source: "builtin",
  };
}

/** The record of a callout that is known only from what other products register. */
export function otherCalloutRecord(
  rows: readonly OtherCalloutFact[],
): CalloutRecord {
  const [guid, name] = rows[0] as OtherCalloutFact;
  const layer = onlyOne(rows.map((row) => row[2]));
  const owners = findOwners(guid);
  const isSymbol = name !== null && isSymbolName(name);
  const names = rows.flatMap((row) => row[1] ?? []);
  return {
    kind: "callout",
    name,
    guid,
    aliases: [...new Set(names)].filter((other) => other !== name),
    displayName: isSymbol ? null : name,
    description: otherDescription(rows),
    layer,
    layerGuid: layer === null ? null : findGuid(layer, "layer"),
    addressFamily: addressFamilyOf(layer) ?? addressFamilyOf(name),
    since: null,
    reserved: false,
    builtin: false,
    ...UNKNOWN_IN_CATALOGUE,
    owner: owners[0] ?? null,
    owners,
    observed: sightingOf(rows),
    notes: otherNotes(rows),
    references: referencesOf(rows.flatMap(sourcesOf)),
    source: "builtin",
  };
}

/** The record of a layer. */
export function layerRecord(row: LayerFact): LayerRecord {
  const [name, guid, since, mode, runtimeName, displayName, source] = row;
  const description = row[7];
  const extra = row[8];
  const runtimeIds = runtimeIdsOf(runtimeName);
  return {
    kind: "layer",
    name,
    guid,
    aliases: extra?.aliases ?? [],
    displayName,
    description,
    addressFamily: addressFamilyOf(name),
    since: sinceOf(since),
    builtin: since !== null,
    mode,
    runtimeName,
    runtimeId: runtimeIds.at(-1)?.id ?? null,
    runtimeIds,
    flags: null,
    defaultSublayer: null,
    defaultSublayerGuid: null,
    notes: extra?.notes ?? [],
    references: referencesOf([
      source,
      "fwpsk",
      ...displayName === null ? [] : ["keployDump" as const],
      ...extra?.also ?? [],
    ]),
    source: "builtin",
  };
}

/** The record of a sublayer. */
export function sublayerRecord(row: SublayerFact): SublayerRecord {
  const [name, guid, since, displayName, weight, provider, source] = row;
  const extra = row[8];
  return {
    kind: "sublayer",
    name,
    guid,
    aliases: extra?.aliases ?? [],
    displayName,
    description: row[7],
    since: sinceOf(since),
    builtin: since !== null,
    weight,
    flags: null,
    provider,
    providerGuid: provider === null ? null : findGuid(provider, "provider"),
    providerData: null,
    notes: extra?.notes ?? [],
    references: referencesOf([source, ...extra?.also ?? []]),
    source: "builtin",
  };
}

/** The record of a provider. */
export function providerRecord(row: ProviderFact): ProviderRecord {
  const [name, guid, since, displayName, serviceName, source] = row;
  const extra = row[7];
  return {
    kind: "provider",
    name,
    guid,
    aliases: extra?.aliases ?? [],
    displayName,
    description: row[6],
    since: sinceOf(since),
    builtin: since !== null,
    flags: null,
    serviceName,
    providerData: null,
    notes: extra?.notes ?? [],
    references: referencesOf([source, ...extra?.also ?? []]),
    source: "builtin",
  };
}

/** The record of a condition field, a keying module or a provider context. */
export function namedRecord(
  kind: NamedRecord["kind"],
  row: NamedFact,
): NamedRecord {
  const [name, guid, since, source, description, extra] = row;
  return {
    kind,
    name,
    guid,
    aliases: extra?.aliases ?? [],
    displayName: null,
    description,
    since: sinceOf(since),
    builtin: since !== null,
    notes: extra?.notes ?? [],
    references: referencesOf([source, ...extra?.also ?? []]),
    source: "builtin",
  };
}

/** Whether a name is a C symbol and not a display name. */
export function isSymbolName(name: string): boolean {
  return /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/.test(name);
}

/** The sources of one sighting. */
function sourcesOf(row: OtherCalloutFact): readonly SourceKey[] {
  return [row[4], ...row[5]?.also ?? []];
}

function textOf(key: string): CalloutTextFact {
  const rows: readonly CalloutTextFact[] = CALLOUT_TEXTS;
  const row = rows.find((row) => row[0] === key);
  if (row === undefined) throw new RangeError(`No text "${key}"`);
  return row;
}

function observedRow(name: string): ObservedCalloutFact | undefined {
  const rows: readonly ObservedCalloutFact[] = OBSERVED_CALLOUTS;
  return rows.find((row) => row[0] === name);
}

function observedIn(name: string): readonly SourceKey[] {
  return observedRow(name)?.[5] ?? [];
}

function observationOf(name: string): Observation | null {
  const row = observedRow(name);
  if (row === undefined) return null;
  const [, layer, runtimeId, displayName, flags, seenIn, chineseName] = row;
  return {
    displayName,
    localizedNames: chineseName === null
      ? []
      : [{ locale: "zh-CN", name: chineseName }],
    layer,
    layerGuid: findGuid(layer, "layer"),
    flags: calloutFlagNames(flags),
    registered: (flags & REGISTERED) !== 0,
    runtimeId,
    seenIn: seenIn.map(dumpName),
  };
}

/** What dumps, not source code, show of a callout outside the header. */
function sightingOf(rows: readonly OtherCalloutFact[]): Observation | null {
  const seen = rows.filter((row) => confidenceIsDump(row[4]));
  if (seen.length === 0) return null;
  const layer = onlyOne(seen.map((row) => row[2]));
  return {
    displayName: seen.find((row) => row[1] !== null)?.[1] ?? null,
    localizedNames: [],
    layer,
    layerGuid: layer === null ? null : findGuid(layer, "layer"),
    flags: null,
    registered: null,
    runtimeId: null,
    seenIn: [...new Set(seen.flatMap(sourcesOf))].map(dumpName),
  };
}

function confidenceIsDump(source: SourceKey): boolean {
  return /Dump$|Filters$|Issue\d+$|Page$/.test(source);
}

/** The short name of a dump: its key without the word itself. */
function dumpName(key: SourceKey): string {
  return key.replace(/Dump$|Filters$/, "");
}

function runtimeIdsOf(runtimeName: string): LayerRecord["runtimeIds"] {
  const rows: readonly LayerRuntimeIdFact[] = LAYER_RUNTIME_IDS;
  const ids = rows.find((row) => row[0] === runtimeName)?.slice(1) ?? [];
  return LAYER_BUILDS.flatMap((build, column) => {
    const id = ids[column];
    return typeof id === "number" ? [{ windows: String(build), id }] : [];
  });
}

function otherDescription(rows: readonly OtherCalloutFact[]): string {
  const [, name, layer, key] = rows[0] as OtherCalloutFact;
  const { product, vendor } = findProduct(key);
  const whose = vendor === null
    ? product === null ? "an unknown product" : product
    : product === null
    ? vendor
    : `${product}, ${vendor}`;
  const where = layer === null ? "" : ` at ${layer}`;
  return `Callout of ${whose}${where}${
    name === null ? "" : `, named "${name}"`
  }.`;
}

function otherNotes(rows: readonly OtherCalloutFact[]): readonly string[] {
  const notes: string[] = [];
  const layers = new Set(rows.map((row) => row[2]));
  if (layers.size > 1) {
    const uses = rows.map((row) =>
      `${findProduct(row[3]).product} at ${row[2] ?? "an unknown layer"}`
    );
    notes.push(`One GUID, several products: ${uses.join("; ")}.`);
  }
  for (const row of rows) {
    const filter = row[5]?.filter;
    if (filter !== undefined) {
      notes.push(`Seen only as the action of a filter named "${filter}".`);
    }
  }
  if (rows.some((row) => findProduct(row[3]).randomGuids)) {
    notes.push(
      "The driver makes this GUID at run time: other machines have another one.",
    );
  }
  return notes;
}

function referencesOf(keys: readonly SourceKey[]): readonly string[] {
  return [...new Set(keys)].map(formatReference);
}

function onlyOne(values: readonly (string | null)[]): string | null {
  const [first = null] = values;
  return values.every((value) => value === first) ? first : null;
}

function addressFamilyOf(name: string | null): "IPv4" | "IPv6" | null {
  const family = name === null
    ? null
    : /(?:_V|IPV|IPv)([46])(?![0-9])/.exec(name);
  return family === null ? null : family[1] === "4" ? "IPv4" : "IPv6";
}
