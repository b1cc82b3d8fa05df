/**
 * The program: {@linkcode run} in the real world.
 *
 * @module
 */

import { makeDenoSystem } from "./cli/deno_system.ts";
import { openLiveSource } from "./native/open_live_source.ts";
import { run } from "./run.ts";

Deno.exitCode = await run(
  Deno.args,
  makeDenoSystem({ openEngine: openLiveSource }),
);
