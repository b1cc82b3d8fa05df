import { compile } from "../../build.ts";
import { bundle } from "../../src/build/bundle.ts";
import { copySources } from "../../src/build/copy_sources.ts";
import { ROOT } from "../../src/build/files.ts";
import { buildDouble } from "../fwpuclnt_double/build_double.ts";
import { formatEngineFile } from "../fwpuclnt_double/engine_file.ts";
import { sampleEngine } from "../fwpuclnt_double/sample_engine.ts";
import { type BenchRow, type Figure, NotHereError } from "./bench_row.ts";
import { flush, timeInTurns } from "./time_programs.ts";

const ROUNDS = 40;
const SIZES = { callouts: 100, filters: 1_000 };

/** `list --live` as a whole process, its engine the double. */
export const row: BenchRow = {
  name: "list --live",
  async measure({ empty, folder }): Promise<readonly Figure[]> {
    if (Deno.build.os !== "linux") throw new NotHereError("needs Linux");
    const library = await buildDouble();
    const engine = `${folder}/engine.txt`;
    await Deno.writeTextFile(engine, formatEngineFile(sampleEngine(SIZES)));
    Deno.env.set("FWPUCLNT_DOUBLE_FILE", engine);
    const live = await compileLive(folder);
    flush(live);
    const [product, bare] = timeInTurns(
      [[live, library, "list", "--live"], [empty]],
      ROUNDS,
    );
    return [{
      what: "list --live, 100 callouts and 1,000 filters / an empty program",
      value: product.ratio,
      unit: "x",
      atMost: 1.5,
      of: `${product.ms.toFixed(1)} ms, ${bare.ms.toFixed(1)} ms`,
    }];
  },
};

/** The program over the double, bundled and compiled the same way as the product. */
async function compileLive(folder: string): Promise<string> {
  const output = `${folder}/live`;
  const sources = `${folder}/live_sources`;
  const main = `${sources}/tests/live_main.ts`;
  await copySources(sources);
  await Deno.mkdir(`${sources}/tests`);
  await Deno.copyFile(`${ROOT}/tests/live_main.ts`, main);
  const script = await bundle(main, `${folder}/live_script`);
  await compile({ script, output });
  return output;
}
