/**
 * Makes the stand-in for the executable that the tests of the live cmdlets put
 * beside a copy of the module: a shell script that starts the program over the
 * double of the filter engine, which holds what a dump holds.
 *
 * `deno run -A make_live_tool.ts DUMP SCRIPT`
 *
 * @module
 */

import { readFileSource } from "../../src/sources/file_source.ts";
import { buildDouble } from "../fwpuclnt_double/build_double.ts";
import { formatEngineFile } from "../fwpuclnt_double/engine_file.ts";
import { engineOfSnapshot } from "../fwpuclnt_double/engine_of_snapshot.ts";

const [dump = "", script = ""] = Deno.args;
const { snapshot } = await readFileSource({
  readWhole: () => Deno.readFileSync(dump),
}, {
  path: dump,
  encoding: null,
});
const engineFile = `${script}.engine`;
await Deno.writeTextFile(
  engineFile,
  formatEngineFile(engineOfSnapshot(snapshot), "elevated"),
);
const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
// The module keeps variables of Deno from its executable, so the folder of the cache is named here.
const settings = [`FWPUCLNT_DOUBLE_FILE=${quote(engineFile)}`];
const cache = Deno.env.get("DENO_DIR");
if (cache !== undefined) settings.push(`DENO_DIR=${quote(cache)}`);
const main = new URL("../live_main.ts", import.meta.url).pathname;
const words = [
  ...[Deno.execPath(), "run", "-A", "--no-check", "--quiet", main],
  await buildDouble(),
];
await Deno.writeTextFile(
  script,
  `#!/bin/sh\n${settings.join(" ")} exec ${words.map(quote).join(" ")} "$@"\n`,
);
await Deno.chmod(script, 0o755);
