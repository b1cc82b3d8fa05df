import type { RawSource, ReadOptions } from "../model/raw.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { enrich } from "./enrich.ts";

/**
 * Reads the filter engine of a machine as it is now.
 *
 * @param engine The port to the engine
 * @param options What may be left out
 * @returns Its records, whose source is `live`
 * @throws {WfpError} If the engine cannot be opened or read
 */
export function readLiveSource(
  engine: RawSource,
  options: ReadOptions = {},
): Snapshot {
  return enrich(engine.read(options), "live");
}
