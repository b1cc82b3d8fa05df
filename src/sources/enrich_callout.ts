import { addressFamily } from "../catalog/address_family.ts";
import { findOwners } from "../catalog/find_owners.ts";
import type { RawCallout } from "../model/raw.ts";
import type { CalloutRecord } from "../model/record.ts";
import { attributeOwners } from "./attribute_owners.ts";
import { findFacts, type References } from "./references.ts";

/** What the records of one source have in common. */
export interface EnrichContext {
  readonly references: References;
  /** `live`, or the path as given. */
  readonly source: string;
}

/** Joins a callout of a source with what the catalogue knows of its GUID. */
export function enrichCallout(
  raw: RawCallout,
  { references, source }: EnrichContext,
): CalloutRecord {
  const { name, guid } = references.find(raw.key, "callout");
  const layer = references.find(raw.layerKey, "layer");
  const provider = references.find(raw.providerKey, "provider");
  const facts = findFacts(guid, "callout");
  const owners = attributeOwners({
    guid,
    known: facts?.owners ?? (guid === null ? [] : findOwners(guid)),
    displayName: raw.name,
    layer,
    provider,
  });
  return {
    kind: "callout",
    name: name ?? raw.name,
    guid,
    aliases: facts?.aliases ?? [],
    displayName: raw.name,
    description: raw.description ?? facts?.description ?? null,
    layer: layer.name,
    layerGuid: layer.guid,
    addressFamily: addressFamily(layer.name) ?? facts?.addressFamily ?? null,
    since: facts?.since ?? null,
    reserved: facts?.reserved ?? false,
    builtin: facts?.builtin ?? isHeaderSymbol(raw.key),
    registered: hasFlag(raw.flags, "FWPM_CALLOUT_FLAG_REGISTERED"),
    persistent: hasFlag(raw.flags, "FWPM_CALLOUT_FLAG_PERSISTENT"),
    flags: raw.flags,
    provider: provider.name,
    providerGuid: provider.guid,
    providerData: raw.providerData,
    runtimeId: raw.calloutId,
    owner: owners[0] ?? null,
    owners,
    observed: facts?.observed ?? null,
    notes: listNotes(raw, facts),
    references: facts?.references ?? [],
    source,
  };
}

/** The notes of the catalogue, and the texts as the source has them where it loaded others for them. */
export function listNotes(
  { resources }: { readonly resources?: readonly string[] },
  facts: { readonly notes: readonly string[] } | null,
): readonly string[] {
  const loaded = resources?.map((text) => `Loaded from the resource ${text}.`);
  return [...facts?.notes ?? [], ...loaded ?? []];
}

/** Windows writes a symbol for what its header defines, and for nothing else. */
export function isHeaderSymbol(key: string | null): boolean {
  return key?.startsWith("FWPM_") ?? false;
}

function hasFlag(
  flags: readonly string[] | null,
  flag: string,
): boolean | null {
  return flags?.includes(flag) ?? null;
}
