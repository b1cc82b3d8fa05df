import type { RawCondition, RawFilter, RawSnapshot } from "../model/raw.ts";
import type { FilterCondition, FilterRecord } from "../model/record.ts";
import type { EnrichContext } from "./enrich_callout.ts";
import type { References } from "./references.ts";

/** What filters need beside the names of objects. */
export interface FilterContext extends EnrichContext {
  /** The weight of each sublayer, by the key that the source writes. */
  readonly sublayerWeights: ReadonlyMap<string, number>;
}

/** The weights of a source's sublayers, by key. */
export function listSublayerWeights(
  raw: RawSnapshot,
): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const { key, weight } of raw.sublayers ?? []) {
    if (key !== null && weight !== null) weights.set(key, weight);
  }
  return weights;
}

/** Names the objects that a filter of a source refers to. */
export function enrichFilter(
  raw: RawFilter,
  context: FilterContext,
): FilterRecord {
  const { references, sublayerWeights, source } = context;
  const callout = references.find(raw.calloutKey, "callout");
  const layer = references.find(raw.layerKey, "layer");
  const sublayer = references.find(raw.sublayerKey, "sublayer");
  const provider = references.find(raw.providerKey, "provider");
  return {
    kind: "filter",
    guid: raw.key,
    displayName: raw.name,
    description: raw.description,
    callout: callout.guid,
    calloutName: callout.name,
    layer: layer.name,
    layerGuid: layer.guid,
    sublayer: sublayer.name,
    sublayerGuid: sublayer.guid,
    sublayerWeight: sublayerWeights.get(raw.sublayerKey ?? "") ?? null,
    weight: raw.weight,
    effectiveWeight: raw.effectiveWeight,
    action: raw.actionType,
    flags: raw.flags,
    conditions:
      raw.conditions?.map((item) => enrichCondition(item, references)) ?? null,
    provider: provider.name,
    providerGuid: provider.guid,
    providerContext: references.find(
      raw.providerContextKey,
      "provider_context",
    ).guid,
    filterId: raw.filterId,
    source,
  };
}

function enrichCondition(
  { fieldKey, matchType, value }: RawCondition,
  references: References,
): FilterCondition {
  const field = references.find(fieldKey, "condition");
  return { field: field.name ?? field.guid, match: matchType, value };
}
