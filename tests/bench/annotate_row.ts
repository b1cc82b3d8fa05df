import { listRecords } from "../../src/catalog/list_records.ts";
import {
  type BenchContext,
  type BenchRow,
  type Figure,
  NotHereError,
} from "./bench_row.ts";
import { runWithInput, timeInTurns } from "./time_programs.ts";

const GUID_PATTERN =
  "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";
const MB = 1_000_000;
const ROUNDS = 9;
const LINES = 20_000;

/** `annotate` of a log, beside a search for its GUIDs. */
export const row: BenchRow = {
  name: "annotate",
  async measure(context): Promise<readonly Figure[]> {
    if (Deno.build.os === "windows") throw new NotHereError("needs a sh");
    const path = `${context.folder}/log.txt`;
    const speed = hasRipgrep() ? [measureSpeed(context, path)] : [];
    const memory = await measureMemory(context, path);
    await Deno.remove(path);
    return [...speed, memory];
  },
};

function measureSpeed({ executable }: BenchContext, path: string): Figure {
  writeLog(path, 200 * MB);
  const [annotate, search] = timeInTurns([
    [executable, "annotate", path],
    ["rg", "-o", GUID_PATTERN, path],
  ], ROUNDS);
  return {
    what: "annotate 200 MB / rg -o with a GUID pattern",
    value: annotate.ratio,
    unit: "x",
    atMost: 1,
    of: `${annotate.ms.toFixed(0)} ms, ${search.ms.toFixed(0)} ms`,
  };
}

async function measureMemory(
  { executable, full }: BenchContext,
  path: string,
): Promise<Figure> {
  const largeMb = full ? 2_000 : 200;
  writeLog(path, 20 * MB);
  const small = await runWithInput([executable, "annotate"], path);
  writeLog(path, largeMb * MB);
  const large = await runWithInput([executable, "annotate"], path);
  return {
    what: `peak memory, ${largeMb} MB / 20 MB`,
    value: (large.peakMib ?? NaN) / (small.peakMib ?? NaN),
    unit: "x",
    atMost: 1.1,
    of: `${large.peakMib?.toFixed(0)} MiB, ${small.peakMib?.toFixed(0)} MiB`,
  };
}

function hasRipgrep(): boolean {
  try {
    return new Deno.Command("rg", { args: ["--version"] }).outputSync().success;
  } catch {
    return false;
  }
}

/** Writes lines of a log: two GUIDs in every third one, half of them known. */
function writeLog(path: string, sizeBytes: number): void {
  const known = listRecords().map(({ guid }) => guid ?? "");
  const guidOf = (index: number): string =>
    index % 2 === 0 ? known[index % known.length] ?? "" : madeUpGuid(index);
  const lines = Array.from({ length: LINES }, (_, index) => {
    const time = new Date(Date.UTC(2026, 0, 1) + 7919 * index).toISOString();
    return index % 3 === 0
      ? `${time} [info] svchost(${index}): filter ${guidOf(index)} callout ` +
        `{${guidOf(index + 1).toUpperCase()}} permitted 10.0.0.${index % 256}` +
        `:49${index % 1000} -> 192.0.2.7:443`
      : `${time} [debug] tcpip: connection established, interface ` +
        `${index % 99}, profile domain, image \\device\\harddiskvolume3` +
        `\\windows\\system32\\svchost.exe`;
  });
  const block = new TextEncoder().encode(lines.join("\n") + "\n");
  using file = Deno.openSync(path, {
    write: true,
    create: true,
    truncate: true,
  });
  for (let size = 0; size < sizeBytes; size += block.length) {
    file.writeSync(block.subarray(0, sizeBytes - size));
  }
}

function madeUpGuid(index: number): string {
  const digits = (index * 2654435761 % 2 ** 32).toString(16).padStart(8, "0");
  return `${digits}-0bad-4f00-8d00-${digits}0000`;
}
