import { listRecords } from "../../src/catalog/list_records.ts";
import {
  type BenchContext,
  type BenchRow,
  type Figure,
  NotHereError,
} from "./bench_row.ts";
import { runWithInput } from "./time_programs.ts";

const MB = 1_000_000;
const GUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

/** `annotate` on a log, against ripgrep's finding of the GUIDs alone. */
export const row: BenchRow = {
  name: "annotate",
  async measure(context): Promise<readonly Figure[]> {
    if (Deno.build.os === "windows") throw new NotHereError("needs a sh");
    const speed = await measureSpeed(context);
    return [...speed, await measureMemory(context)];
  },
};

async function measureSpeed(
  { executable, folder, full }: BenchContext,
): Promise<Figure[]> {
  const sizeMb = full ? 200 : 50;
  const log = `${folder}/log.txt`;
  await writeLog(log, sizeMb);
  if (!hasRipgrep()) return [];
  const find = await runWithInput(["rg", "-o", GUID], log);
  const ours = await runWithInput([executable, "annotate"], log);
  await Deno.remove(log);
  return [{
    what: `annotate of ${sizeMb} MB / rg -o of it`,
    value: ours.seconds / find.seconds,
    unit: "x",
    atMost: 1,
    of: `${ours.seconds.toFixed(2)} s, ${find.seconds.toFixed(2)} s`,
  }];
}

async function measureMemory(
  { executable, folder, full }: BenchContext,
): Promise<Figure> {
  const sizesMb = full ? [20, 2000] as const : [20, 200] as const;
  const [short, long] = [`${folder}/short.txt`, `${folder}/long.txt`];
  await writeLog(short, sizesMb[0]);
  await writeLog(long, sizesMb[1]);
  const few = await runWithInput([executable, "annotate"], short);
  const many = await runWithInput([executable, "annotate"], long);
  await Deno.remove(long);
  return {
    what: `peak memory, ${sizesMb[1]} MB / ${sizesMb[0]} MB`,
    value: (many.peakMib ?? NaN) / (few.peakMib ?? NaN),
    unit: "x",
    atMost: 1.1,
    of: `${many.peakMib?.toFixed(0)} MiB, ${few.peakMib?.toFixed(0)} MiB`,
  };
}

function hasRipgrep(): boolean {
  try {
    return new Deno.Command("rg", { args: ["--version"] }).outputSync().success;
  } catch {
    return false;
  }
}

/** Writes a log with a GUID on every second line, half of them known. */
async function writeLog(path: string, sizeMb: number): Promise<void> {
  const known = listRecords().flatMap(({ guid }) => guid ?? []);
  const lines = Array.from({ length: 8_000 }, (_, index) => {
    const time = `2026-01-02T03:04:05.${String(index % 1000).padStart(3, "0")}`;
    if (index % 2 === 0) return `${time} info connection ${index} is accepted`;
    const guid = index % 4 === 1
      ? known[index % known.length]
      : `0badf00d-0000-4000-8000-${String(index).padStart(12, "0")}`;
    return `${time} filter 66238 calls {${guid}} at layer 48`;
  });
  const block = new TextEncoder().encode(lines.join("\n") + "\n");
  const file = await Deno.open(path, { write: true, create: true });
  for (let size = 0; size < sizeMb * MB; size += block.length) {
    for (let sent = 0; sent < block.length;) {
      sent += await file.write(block.subarray(sent));
    }
  }
  file.close();
}
