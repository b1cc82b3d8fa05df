import type { RawSnapshot } from "../model/raw.ts";
import type { FilterRecord } from "../model/record.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { enrichCallout, type EnrichContext } from "./enrich_callout.ts";
import { enrichFilter, listSublayerWeights } from "./enrich_filter.ts";
import { enrichLayer, enrichProvider, enrichSublayer } from "./enrich_lists.ts";
import { References } from "./references.ts";

/**
 * Joins what a source says with the catalogue: names for GUIDs, GUIDs for
 * symbols, and the facts of each GUID. What the source says itself is kept.
 * Filters are joined when they are first asked for.
 *
 * @param raw What the source holds
 * @param source `live`, or the path as given
 */
export function enrich(raw: RawSnapshot, source: string): Snapshot {
  const context: EnrichContext = { references: new References(raw), source };
  let filters: FilterRecord[] | null | undefined;
  return {
    source,
    time: raw.time,
    computer: raw.computer,
    windows: raw.windows,
    complete: raw.complete,
    warnings: raw.warnings,
    callouts: raw.callouts?.map((item) => enrichCallout(item, context)) ?? null,
    get filters(): readonly FilterRecord[] | null {
      return filters ??= joinFilters(raw, context);
    },
    layers: raw.layers?.map((item) => enrichLayer(item, context)) ?? null,
    sublayers: raw.sublayers?.map((item) => enrichSublayer(item, context)) ??
      null,
    providers: raw.providers?.map((item) => enrichProvider(item, context)) ??
      null,
  };
}

function joinFilters(
  raw: RawSnapshot,
  context: EnrichContext,
): FilterRecord[] | null {
  if (raw.filters === null) return null;
  const sublayerWeights = listSublayerWeights(raw);
  return raw.filters.map((item) =>
    enrichFilter(item, { ...context, sublayerWeights })
  );
}
