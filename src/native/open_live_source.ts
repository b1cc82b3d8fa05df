import { loadSystemLibrary } from "./library.ts";
import { LiveSource } from "./live_source.ts";

/**
 * Gives the filter engine of this machine.
 *
 * @returns The source; it loads nothing native until it is read
 */
export function openLiveSource(): LiveSource {
  return new LiveSource(loadSystemLibrary);
}
