import type { LayerRecord } from "../model/record.ts";
import { LAYER_BUILDS } from "./data/layer_runtime_ids.ts";
import { layerRecord } from "./layer_record.ts";
import { LAST_STABLE_ID, layerRowById } from "./stable_layers.ts";

/**
 * The layer of a run-time id, as events and drop records print it.
 *
 * Ids up to 84 mean the same layer in every dump and event seen; those above,
 * of the layers in user mode, move from release to release.
 *
 * @param id The run-time id
 * @param build The Windows build, such as 22631; the newest header up to it decides
 * @returns The layer, or null if the id does not tell without a build, or names none
 */
export function findLayerByRuntimeId(
  id: number,
  build?: number,
): LayerRecord | null {
  if (build === undefined && id > LAST_STABLE_ID) return null;
  const column = build === undefined
    ? LAYER_BUILDS.length - 1
    : LAYER_BUILDS.findLastIndex((known) => known <= build);
  const row = column < 0 ? undefined : layerRowById(id, column);
  return row === undefined ? null : layerRecord(row);
}
