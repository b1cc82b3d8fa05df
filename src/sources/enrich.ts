import type { RawSnapshot } from "../model/raw.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { enrichCallout, type EnrichContext } from "./enrich_callout.ts";
import { enrichFilter, listSublayerWeights } from "./enrich_filter.ts";
import { enrichLayer, enrichProvider, enrichSublayer } from "./enrich_lists.ts";
import { References } from "./references.ts";

/**
 * Joins what a source says with the catalogue: names for GUIDs, GUIDs for
 * symbols, and the facts of each GUID. What the source says itself is kept.
 * Each list is joined when it is first asked for, since most commands need few.
 *
 * @param raw What the source holds
 * @param source `live`, or the path as given
 */
export function enrich(raw: RawSnapshot, source: string): Snapshot {
  const context: EnrichContext = { references: new References(raw), source };
  const callouts = joinOnce(raw.callouts, enrichCallout, () => context);
  const filters = joinOnce(raw.filters, enrichFilter, () => ({
    ...context,
    sublayerWeights: listSublayerWeights(raw),
  }));
  const layers = joinOnce(raw.layers, enrichLayer, () => context);
  const sublayers = joinOnce(raw.sublayers, enrichSublayer, () => context);
  const providers = joinOnce(raw.providers, enrichProvider, () => context);
  return {
    source,
    get time() {
      return raw.time;
    },
    computer: raw.computer,
    windows: raw.windows,
    complete: raw.complete,
    warnings: raw.warnings,
    get callouts() {
      return callouts();
    },
    get filters() {
      return filters();
    },
    get layers() {
      return layers();
    },
    get sublayers() {
      return sublayers();
    },
    get providers() {
      return providers();
    },
  };
}

/** A list that is joined on the first call; null if the source does not hold it. */
function joinOnce<Raw, Record, Context>(
  raw: readonly Raw[] | null,
  join: (item: Raw, context: Context) => Record,
  makeContext: () => Context,
): () => Record[] | null {
  let records: Record[] | null = null;
  return () => {
    if (raw === null) return null;
    if (records === null) {
      const context = makeContext();
      records = raw.map((item) => join(item, context));
    }
    return records;
  };
}
