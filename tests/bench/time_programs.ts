/** A program to run: its path and arguments. */
export type CommandLine = readonly [program: string, ...args: string[]];

/** What one run took. */
export interface Run {
  readonly seconds: number;
  /** The most memory that the process held, in MiB; null where it cannot be seen. */
  readonly peakMib: number | null;
}

const SAMPLE_MS = 5;

/**
 * Waits until a program that was just made is on the disk: while the system
 * writes its 85 MB, everything runs more slowly.
 *
 * @param program Its path
 */
export function flush(program: string): void {
  using file = Deno.openSync(program, { read: true, write: true });
  file.syncSync();
}

/** What one of several programs took. */
export interface Timing {
  /** The median, in milliseconds. */
  readonly ms: number;
  /** The median of what it took by what the last program took in the same round. */
  readonly ratio: number;
}

/**
 * Runs programs in turns, so that what else the machine does touches all alike.
 *
 * @param commands The programs; all must end with 0 or 1
 * @param rounds How often each is run, after one round that does not count
 * @returns What each took
 */
export function timeInTurns<const Commands extends readonly CommandLine[]>(
  commands: Commands,
  rounds: number,
): { [Index in keyof Commands]: Timing } {
  const times = commands.map(() => [] as number[]);
  for (let round = 0; round <= rounds; round++) {
    for (const [index, command] of commands.entries()) {
      const ms = timeOnce(command);
      if (round > 0) times[index]?.push(ms);
    }
  }
  const last = times.at(-1) ?? [];
  return times.map((each) => ({
    ms: median(each),
    ratio: median(each.map((ms, round) => ms / (last[round] ?? NaN))),
  })) as { [Index in keyof Commands]: Timing };
}

function timeOnce([program, ...args]: CommandLine): number {
  const command = new Deno.Command(program, {
    args,
    stdin: "null",
    stdout: "null",
    stderr: "null",
  });
  const start = performance.now();
  const { code } = command.outputSync();
  const elapsedMs = performance.now() - start;
  if (code > 1) throw new Error(`${program} ${args.join(" ")}: ${code}`);
  return elapsedMs;
}

/**
 * Runs a program with a file as its standard input, its output thrown away by
 * the system, and looks how much memory it takes.
 *
 * @param command The program; it must end with 0 or 1
 * @param input The file to read
 */
export async function runWithInput(
  [program, ...args]: CommandLine,
  input: string,
): Promise<Run> {
  const start = performance.now();
  const child = new Deno.Command("sh", {
    args: ["-c", 'input=$1; shift; exec "$@" <"$input" >/dev/null', "sh"]
      .concat(input, program, args),
    stdin: "null",
  }).spawn();
  let peakMib: number | null = null;
  const timer = setInterval(() => {
    peakMib = readPeakMib(child.pid) ?? peakMib;
  }, SAMPLE_MS);
  const { code } = await child.status;
  clearInterval(timer);
  if (code > 1) throw new Error(`${program} ${args.join(" ")}: ${code}`);
  return { seconds: (performance.now() - start) / 1000, peakMib };
}

function readPeakMib(pid: number): number | null {
  try {
    const status = Deno.readTextFileSync(`/proc/${pid}/status`);
    const kib = /^VmHWM:\s+(\d+) kB/m.exec(status)?.[1];
    return kib === undefined ? null : Number(kib) / 1024;
  } catch {
    return null;
  }
}

/** The middle value, or the mean of the two middle ones. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = (sorted.length - 1) / 2;
  const low = sorted[Math.floor(half)] ?? NaN;
  const high = sorted[Math.ceil(half)] ?? NaN;
  return (low + high) / 2;
}
