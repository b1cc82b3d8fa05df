import { listRecords } from "../../src/catalog/list_records.ts";
import { type BenchRow, type Figure, NotHereError } from "./bench_row.ts";
import { runWithInput } from "./time_programs.ts";

const LINES = 1_000_000;

/** `resolve --jsonl` on a long pipe, half hits and half misses. */
export const row: BenchRow = {
  name: "resolve --jsonl",
  async measure({ executable, folder }): Promise<readonly Figure[]> {
    if (Deno.build.os === "windows") throw new NotHereError("needs a sh");
    const [long, short] = [`${folder}/long.txt`, `${folder}/short.txt`];
    await writeGuids(long, LINES);
    await writeGuids(short, LINES / 10);
    const many = await runWithInput([executable, "resolve", "--jsonl"], long);
    const few = await runWithInput([executable, "resolve", "--jsonl"], short);
    return [
      {
        what: "lines a second, 1,000,000 lines, half hits, half misses",
        value: LINES / many.seconds,
        unit: "lines/s",
        atLeast: 300_000,
        of: `${many.seconds.toFixed(2)} s`,
      },
      {
        what: "peak memory, 1,000,000 lines / 100,000 lines",
        value: (many.peakMib ?? NaN) / (few.peakMib ?? NaN),
        unit: "x",
        atMost: 1.2,
        of: `${many.peakMib?.toFixed(0)} MiB, ${few.peakMib?.toFixed(0)} MiB`,
      },
    ];
  },
};

/** Writes known GUIDs and made-up ones by turns. */
async function writeGuids(path: string, count: number): Promise<void> {
  const known = listRecords().flatMap(({ guid }) => guid ?? []);
  const lines: string[] = [];
  for (let index = 0; index < count; index++) {
    const tail = (index * 2654435761 % 2 ** 32).toString(16).padStart(12, "0");
    lines.push(
      index % 2 === 0
        ? known[index / 2 % known.length] ?? ""
        : `0badf00d-0000-4000-8000-${tail}`,
    );
  }
  await Deno.writeTextFile(path, lines.join("\n") + "\n");
}
