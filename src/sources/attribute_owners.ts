import { findOwners } from "../catalog/find_owners.ts";
import { findFirewallFamily } from "../catalog/firewall_family.ts";
import { findOwnersByName } from "../catalog/name_patterns.ts";
import { findProduct } from "../catalog/products.ts";
import { findSightings } from "../catalog/sightings.ts";
import type { FilterRecord, Guid, Owner } from "../model/record.ts";
import { findFacts, type Reference } from "./references.ts";

/** What may tell whose a callout is. */
export interface OwnerClues {
  readonly guid: Guid | null;
  /** Those that the catalogue knows by the GUID. */
  readonly known: readonly Owner[];
  readonly displayName: string | null;
  readonly layer: Reference;
  readonly provider: Reference;
}

/**
 * Tells whose a callout is: by its GUID, or the family of GUIDs that it is of,
 * else by its provider, else by its display name. Each answer says how sure it
 * is and on what grounds.
 *
 * @returns The owners, the likeliest first; empty if nothing tells
 */
export function attributeOwners(clues: OwnerClues): readonly Owner[] {
  const byGuid = attributeByGuid(clues);
  if (byGuid.length > 0) return byGuid;
  const byProvider = attributeByProvider(clues.provider);
  if (byProvider.length > 0) return byProvider;
  return clues.displayName === null ? [] : findOwnersByName(clues.displayName);
}

/**
 * Tells whose the callout is that a filter uses, for a source that does not hold
 * the callout itself: by the callout's GUID, else by the filter's provider and name.
 */
export function attributeFilter(filter: FilterRecord): readonly Owner[] {
  return attributeOwners({
    guid: filter.callout,
    known: filter.callout === null ? [] : findOwners(filter.callout),
    displayName: filter.displayName,
    layer: { name: filter.layer, guid: filter.layerGuid },
    provider: { name: filter.provider, guid: filter.providerGuid },
  });
}

function attributeByGuid(clues: OwnerClues): readonly Owner[] {
  const { guid, known: owners } = clues;
  const [owner] = owners;
  if (guid === null || owner === undefined) return [];
  if (owners.length > 1) return rankOwners(owners, clues);
  const family = findFirewallFamily(guid);
  const { guid: layerGuid, name } = clues.layer;
  if (!family?.layerGuid || layerGuid === null) return owners;
  if (layerGuid === family.layerGuid) return owners;
  return [{
    ...owner,
    confidence: "low",
    evidence: `${owner.evidence}, but for layer ${family.layer}, not ${name}`,
  }];
}

/** Several products use one GUID: those that were seen with this layer and name come first. */
function rankOwners(
  owners: readonly Owner[],
  { guid, layer, displayName }: OwnerClues,
): Owner[] {
  const scores = new Map<string | null, number>();
  for (const [, name, layerName, key] of findSightings(guid ?? "")) {
    const { product } = findProduct(key);
    const score = Number(layerName === layer.name) +
      Number(name === displayName);
    scores.set(product, Math.max(scores.get(product) ?? 0, score));
  }
  return owners.map((owner): Owner => ({
    ...owner,
    confidence: owner.confidence === "high" ? "medium" : owner.confidence,
    evidence: `${owner.evidence}; other products use this GUID too`,
  })).sort((a, b) =>
    (scores.get(b.product) ?? 0) - (scores.get(a.product) ?? 0)
  );
}

function attributeByProvider({ name, guid }: Reference): readonly Owner[] {
  if (findFacts(guid, "provider")?.builtin) {
    return [{
      product: "Windows",
      vendor: "Microsoft",
      confidence: "medium",
      evidence: `its provider is ${name}, which Windows defines`,
    }];
  }
  // An unresolved resource string says no more than which file it is in
  if (name === null || name.startsWith("@")) return [];
  const known = findOwnersByName(name);
  if (known.length > 0) return known;
  const isMicrosoft = name === "Microsoft Corporation";
  return [{
    product: isMicrosoft ? null : name,
    vendor: isMicrosoft ? "Microsoft" : null,
    confidence: "low",
    evidence: `its provider is named "${name}"`,
  }];
}
