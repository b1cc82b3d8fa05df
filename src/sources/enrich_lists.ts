/**
 * Layers, sublayers and providers of a source, joined with the catalogue.
 *
 * @module
 */

import { addressFamily } from "../catalog/address_family.ts";
import type { RawLayer, RawProvider, RawSublayer } from "../model/raw.ts";
import type {
  LayerRecord,
  ProviderRecord,
  SublayerRecord,
} from "../model/record.ts";
import {
  type EnrichContext,
  isHeaderSymbol,
  listNotes,
} from "./enrich_callout.ts";
import { findFacts } from "./references.ts";

/** Joins a layer of a source with what the catalogue knows of its GUID. */
export function enrichLayer(
  raw: RawLayer,
  { references, source }: EnrichContext,
): LayerRecord {
  const { name, guid } = references.find(raw.key, "layer");
  const sublayer = references.find(raw.defaultSublayerKey, "sublayer");
  const facts = findFacts(guid, "layer");
  return {
    kind: "layer",
    name: name ?? raw.name,
    guid,
    aliases: facts?.aliases ?? [],
    displayName: raw.name,
    description: raw.description ?? facts?.description ?? null,
    addressFamily: facts?.addressFamily ?? addressFamily(name ?? raw.name),
    since: facts?.since ?? null,
    builtin: facts?.builtin ?? isHeaderSymbol(raw.key),
    mode: modeOf(raw) ?? facts?.mode ?? null,
    runtimeName: facts?.runtimeName ?? null,
    runtimeId: raw.layerId,
    runtimeIds: facts?.runtimeIds ?? [],
    flags: raw.flags,
    defaultSublayer: sublayer.name,
    defaultSublayerGuid: sublayer.guid,
    notes: listNotes(raw, facts),
    references: facts?.references ?? [],
    source,
  };
}

/** Joins a sublayer of a source with what the catalogue knows of its GUID. */
export function enrichSublayer(
  raw: RawSublayer,
  { references, source }: EnrichContext,
): SublayerRecord {
  const { name, guid } = references.find(raw.key, "sublayer");
  const provider = references.find(raw.providerKey, "provider");
  const facts = findFacts(guid, "sublayer");
  return {
    kind: "sublayer",
    name: name ?? raw.name,
    guid,
    aliases: facts?.aliases ?? [],
    displayName: raw.name,
    description: raw.description ?? facts?.description ?? null,
    since: facts?.since ?? null,
    builtin: facts?.builtin ?? isHeaderSymbol(raw.key),
    weight: raw.weight,
    flags: raw.flags,
    provider: provider.name,
    providerGuid: provider.guid,
    providerData: raw.providerData,
    notes: listNotes(raw, facts),
    references: facts?.references ?? [],
    source,
  };
}

/** Joins a provider of a source with what the catalogue knows of its GUID. */
export function enrichProvider(
  raw: RawProvider,
  { references, source }: EnrichContext,
): ProviderRecord {
  const { name, guid } = references.find(raw.key, "provider");
  const facts = findFacts(guid, "provider");
  return {
    kind: "provider",
    name: name ?? raw.name,
    guid,
    aliases: facts?.aliases ?? [],
    displayName: raw.name,
    description: raw.description ?? facts?.description ?? null,
    since: facts?.since ?? null,
    builtin: facts?.builtin ?? isHeaderSymbol(raw.key),
    flags: raw.flags,
    serviceName: raw.serviceName,
    providerData: raw.providerData,
    notes: listNotes(raw, facts),
    references: facts?.references ?? [],
    source,
  };
}

function modeOf({ flags }: RawLayer): LayerRecord["mode"] {
  if (flags === null) return null;
  return flags.includes("FWPM_LAYER_FLAG_KERNEL") ? "kernel" : "user";
}
