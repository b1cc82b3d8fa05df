/**
 * The program: {@linkcode run} in the real world.
 *
 * @module
 */

import { makeDenoSystem } from "./cli/deno_system.ts";
import { run } from "./run.ts";

const system = makeDenoSystem({
  // What is native is loaded when the filter engine is asked, and not before
  openEngine: async () =>
    (await import("./native/open_live_source.ts")).openLiveSource(),
});

// Everything is written by now; to end here saves taking the runtime apart
Deno.exit(await run(Deno.args, system));
