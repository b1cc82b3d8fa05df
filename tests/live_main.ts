/**
 * The program over the double of the filter engine: the second entry point, which
 * only tests have. The first argument is the path of the double, the rest is the
 * command line. It shows the program a Windows, since a double is its engine.
 *
 * @module
 */

import { makeDenoSystem } from "../src/cli/deno_system.ts";
import { LiveSource } from "../src/native/live_source.ts";
import { run } from "../src/run.ts";

const [library = "", ...words] = Deno.args;
const system = makeDenoSystem({
  openEngine: () =>
    Promise.resolve(
      new LiveSource((_file, symbols) => Deno.dlopen(library, symbols)),
    ),
});

// Ends as main.ts does
Deno.exit(
  await run(
    words,
    Object.create(system, { os: { value: "windows", enumerable: true } }),
  ),
);
