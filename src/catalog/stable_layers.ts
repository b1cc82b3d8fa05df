import { LAYER_RUNTIME_IDS } from "./data/layer_runtime_ids.ts";
import { LAYERS } from "./data/layers.ts";
import type { LayerFact } from "./facts.ts";

/** The highest run-time id that means the same layer in all dumps and events seen. */
export const LAST_STABLE_ID = 84;

/**
 * The row of a layer by its run-time id.
 *
 * @param id The run-time id
 * @param column The column of the table of run-time ids
 * @returns The row, or undefined if no such layer with a GUID is known
 */
export function layerRowById(
  id: number,
  column: number,
): LayerFact | undefined {
  const name = LAYER_RUNTIME_IDS().find((row) => row[column + 1] === id)?.[0];
  return name === undefined
    ? undefined
    : LAYERS.holding(name).find((row) => row[4] === name);
}
