/**
 * The program: {@linkcode run} in the real world.
 *
 * @module
 */

import { makeDenoSystem } from "./cli/deno_system.ts";
import type { RawSource } from "./model/raw.ts";
import { run } from "./run.ts";

/** What is native is loaded when the filter engine is asked, and not before. */
async function openEngine(): Promise<RawSource> {
  const { openLiveSource } = await import("./native/open_live_source.ts");
  return openLiveSource();
}

// Everything is written by now; to end here saves taking the runtime apart
Deno.exit(await run(Deno.args, makeDenoSystem({ openEngine })));
