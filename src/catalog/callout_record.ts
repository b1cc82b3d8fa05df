import type { CalloutRecord, Guid } from "../model/record.ts";
import { addressFamily } from "./address_family.ts";
import { CALLOUT_TEXTS } from "./data/callout_texts.ts";
import type {
  CalloutFact,
  CalloutTextFact,
  OtherCalloutFact,
} from "./facts.ts";
import { findGuid } from "./find_guid.ts";
import { findOwners } from "./find_owners.ts";
import { findFirewallFamily } from "./firewall_family.ts";
import { observeBuiltin, observeOther, sourcesOf } from "./observation.ts";
import { onlyValue } from "./only_value.ts";
import { findProduct } from "./products.ts";
import { formatReferences } from "./references.ts";
import { findSightings } from "./sightings.ts";
import { isSymbol } from "./symbols.ts";
import { sinceOf } from "./windows_versions.ts";

/** What only a machine can tell. */
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
  const [name, guid, since, layer, source, textKey, extra] = row;
  const [, description, notes, textSource] = textOf(textKey);
  const seen = observeBuiltin(name) ?? observeOther(guid, findSightings(guid));
  return {
    kind: "callout",
    name,
    guid,
    aliases: extra?.aliases ?? [],
    displayName: seen?.observation.displayName ?? null,
    description,
    ...placeOf(layer, name),
    since: sinceOf(since),
    reserved: /RESERVED/.test(name),
    builtin: since !== null,
    ...UNKNOWN_IN_CATALOGUE,
    ...ownersOf(guid),
    observed: seen?.observation ?? null,
    notes: [...notes, ...extra?.notes ?? []],
    references: formatReferences([
      source,
      textSource,
      ...extra?.also ?? [],
      ...seen?.sources ?? [],
    ]),
    source: "builtin",
  };
}

/** The record of a callout without a row of its own, made of its sightings. */
export function otherCalloutRecord(
  rows: readonly OtherCalloutFact[],
): CalloutRecord {
  const [first] = rows as readonly [OtherCalloutFact];
  const guid = first[0];
  const [name = null, ...aliases] = namesOf(rows);
  const seen = observeOther(guid, rows);
  const layer = onlyValue(rows.map((row) => row[2]));
  return {
    kind: "callout",
    name,
    guid,
    aliases,
    displayName: name !== null && isSymbol(name) ? null : name,
    description: describe(first, layer),
    ...placeOf(layer, name),
    since: null,
    reserved: false,
    builtin: false,
    ...UNKNOWN_IN_CATALOGUE,
    ...ownersOf(guid),
    observed: seen?.observation ?? null,
    notes: notesOn(rows),
    references: formatReferences(rows.flatMap(sourcesOf)),
    source: "builtin",
  };
}

/** The names that a callout was seen with, each once. */
export function namesOf(rows: readonly OtherCalloutFact[]): readonly string[] {
  return [...new Set(rows.flatMap((row) => row[1] ?? []))];
}

function placeOf(
  layer: string | null,
  name: string | null,
): Pick<CalloutRecord, "layer" | "layerGuid" | "addressFamily"> {
  return {
    layer,
    layerGuid: layer === null ? null : findGuid(layer, "layer"),
    addressFamily: addressFamily(layer) ?? addressFamily(name),
  };
}

function ownersOf(guid: Guid): Pick<CalloutRecord, "owner" | "owners"> {
  const owners = findOwners(guid);
  return { owner: owners[0] ?? null, owners };
}

function textOf(key: string): CalloutTextFact {
  const row = CALLOUT_TEXTS.holding(key).find((row) => row[0] === key);
  if (row === undefined) throw new RangeError(`No text "${key}"`);
  return row;
}

function describe(row: OtherCalloutFact, layer: string | null): string {
  const { product, purpose } = findProduct(row[3]);
  const family = findFirewallFamily(row[0]);
  const what = family === null
    ? purpose ?? `Callout of ${product}.`
    : `Windows Firewall: ${family.function}.`;
  return layer === null ? what : `${what} Its layer is ${layer}.`;
}

function notesOn(rows: readonly OtherCalloutFact[]): readonly string[] {
  const notes: string[] = [];
  if (new Set(rows.map((row) => row[3])).size > 1) {
    const uses = rows.map(([, , layer, key]) =>
      `${findProduct(key).product} at ${layer ?? "an unknown layer"}`
    );
    notes.push(`One GUID, several products or releases: ${uses.join("; ")}.`);
  }
  for (const [, , , , , extra] of rows) {
    if (extra?.filter === undefined) continue;
    notes.push(
      `Seen only as the action of filters, one of them named "${extra.filter}".`,
    );
  }
  if (rows.some((row) => findProduct(row[3]).randomGuids)) {
    notes.push(
      "The driver makes its GUIDs at run time: they differ on other machines.",
    );
  }
  return notes;
}
