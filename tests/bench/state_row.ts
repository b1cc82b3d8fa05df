import { type BenchRow, type Figure } from "./bench_row.ts";
import { median, timeInTurns } from "./time_programs.ts";
import { writeState } from "./write_state.ts";

const SIZE_BYTES = 3_400_000;
const ROUNDS = 30;
const PROCESSES = 9;

/** `list` and `audit` of a large state, and its decoder alone. */
export const row: BenchRow = {
  name: "state",
  measure({ executable, empty, folder }): Promise<readonly Figure[]> {
    const path = `${folder}/state.xml`;
    const megabytes = writeState(path, SIZE_BYTES) / 1e6;
    const [list, audit, bare] = timeInTurns(
      [
        [executable, "list", "--from", path],
        [executable, "audit", "--from", path],
        [empty],
      ],
      ROUNDS,
    );
    const ours = timeDecoder("ours", path);
    const saxes = timeDecoder("saxes", path);
    const rate = (ms: number): string =>
      `${(megabytes / ms * 1e3).toFixed(0)} MB/s`;
    return Promise.resolve([
      {
        what: "list --from a state of 3.4 MB / an empty program",
        value: list.ratio,
        unit: "x",
        atMost: 2,
        of: `${list.ms.toFixed(1)} ms, ${bare.ms.toFixed(1)} ms`,
      },
      {
        what: "audit --from a state of 3.4 MB / an empty program",
        value: audit.ratio,
        unit: "x",
        atMost: 2,
        of: `${audit.ms.toFixed(1)} ms, ${bare.ms.toFixed(1)} ms`,
      },
      {
        what: "decoder, warm / a bare walk of saxes, warm",
        value: saxes.best / ours.best,
        unit: "x",
        atLeast: 3,
        of: `${rate(ours.best)}, ${rate(saxes.best)}`,
      },
      {
        what: "decoder, first run / a bare walk of saxes, first run",
        value: saxes.first / ours.first,
        unit: "x",
        of: `${rate(ours.first)}, ${rate(saxes.first)}`,
      },
    ]);
  },
};

interface Times {
  readonly first: number;
  readonly best: number;
}

/** The medians of several processes, in milliseconds. */
function timeDecoder(name: string, path: string): Times {
  const script = new URL("decode_once.ts", import.meta.url).pathname;
  const times = Array.from({ length: PROCESSES }, (): Times => {
    const { stdout } = new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "--quiet", script, name, path],
      stderr: "inherit",
    }).outputSync();
    return JSON.parse(new TextDecoder().decode(stdout));
  });
  return {
    first: median(times.map(({ first }) => first)),
    best: median(times.map(({ best }) => best)),
  };
}
