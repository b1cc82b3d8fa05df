/**
 * Measures speed and size, each as a ratio to something measured in the same
 * run wherever that is possible: `deno task bench [--full] [ROW…]`.
 *
 * @module
 */

import { buildIfNeeded, compile } from "../../build.ts";
import { ROOT } from "../../src/build/files.ts";
import { type BenchRow, type Figure, NotHereError } from "./bench_row.ts";
import { flush } from "./time_programs.ts";

const ROWS = `${ROOT}/tests/bench`;

async function readRows(): Promise<BenchRow[]> {
  const names: string[] = [];
  for await (const { name } of Deno.readDir(ROWS)) {
    if (/._row\.ts$/.test(name) && name !== "bench_row.ts") names.push(name);
  }
  const modules = names.sort().map((name) =>
    import(new URL(name, import.meta.url).href) as Promise<{ row: BenchRow }>
  );
  return (await Promise.all(modules)).map(({ row }) => row);
}

/** The program that start times are compared with. */
async function compileEmpty(folder: string): Promise<string> {
  const script = `${folder}/empty/main.js`;
  const output = `${folder}/program${
    Deno.build.os === "windows" ? ".exe" : ""
  }`;
  await Deno.mkdir(`${folder}/empty`);
  await Deno.writeTextFile(script, "");
  await compile({ script, output });
  return output;
}

function isMissed({ value, atMost, atLeast }: Figure): boolean {
  return !(value <= (atMost ?? Infinity)) || !(value >= (atLeast ?? -Infinity));
}

function formatFigure(figure: Figure): string {
  const { what, value, unit, atMost, atLeast, of } = figure;
  const digits = value >= 100 ? 0 : 2;
  const bar = atMost !== undefined
    ? `bar: at most ${atMost}`
    : atLeast !== undefined
    ? `bar: at least ${atLeast}`
    : "no bar";
  const verdict = isMissed(figure) ? "MISSED" : "ok";
  return `  ${what}: ${
    value.toFixed(digits)
  } ${unit} (${bar}) ${verdict}; ${of}`;
}

/** Measures a row and prints it; returns how many bars were missed. */
async function measure(
  row: BenchRow,
  context: Parameters<BenchRow["measure"]>[0],
): Promise<number> {
  console.log(row.name);
  try {
    const figures = await row.measure(context);
    for (const figure of figures) console.log(formatFigure(figure));
    return figures.filter(isMissed).length;
  } catch (error) {
    if (!(error instanceof NotHereError)) throw error;
    console.log(`  not measured here: ${error.message}`);
    return 0;
  }
}

if (import.meta.main) {
  const wanted = Deno.args.filter((argument) => argument !== "--full");
  const rows = (await readRows()).filter(({ name }) =>
    wanted.length === 0 || wanted.some((word) => name.includes(word))
  );
  const executable = await buildIfNeeded(console.error);
  const folder = await Deno.makeTempDir();
  try {
    const empty = await compileEmpty(folder);
    flush(executable);
    flush(empty);
    const full = Deno.args.includes("--full");
    let missed = 0;
    for (const row of rows) {
      missed += await measure(row, { executable, empty, folder, full });
    }
    console.log(`\n${rows.length} rows, ${missed} bars missed`);
    Deno.exitCode = missed === 0 && rows.length > 0 ? 0 : 1;
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
