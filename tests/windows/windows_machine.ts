/**
 * A Windows of our own: Wine, the real `deno.exe`, our bundle, and the double of
 * fwpuclnt.dll in the system directory.
 *
 * @module
 */

import { PERMISSIONS } from "../../build.ts";
import { bundle } from "../../src/build/bundle.ts";
import { ROOT } from "../../src/build/files.ts";
import { getNpmFile } from "../../src/build/npm_file.ts";
import type { RawSnapshot } from "../../src/model/raw.ts";
import { buildDouble } from "../fwpuclnt_double/build_double.ts";
import { formatEngineFile } from "../fwpuclnt_double/engine_file.ts";

const RIG = `${ROOT}/.cache/wine`;
const SYSTEM = `${RIG}/prefix/drive_c/windows/system32`;
const COMPILER = "x86_64-w64-mingw32-gcc";
const TIMEOUT = "60s";
const SERVER_TIMEOUT_MS = 20_000;

/** The Deno that the registry has for Windows. */
const DENO_EXE = {
  package: "@deno/win32-x64@2.9.5",
  integrity:
    "sha512-LkcERsH0olOgevg9L9eootSr1U8ydyfnX1bS3mFqU+lGBeTYtlec5b/QF473WUOGVgPlWECrkxi4As5kEaFOzg==",
  file: "deno.exe",
} as const;

/** What a program printed, and how it ended. */
export interface Result {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** How to start a program. */
export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** The current folder; the machine's own if left out. */
  readonly cwd?: string;
}

/** The machine. Its paths are those of the host; Windows sees them on drive Z. */
export class WindowsMachine {
  /** Where the program lies, and what it writes. */
  readonly folder: string;
  readonly #engine: string;
  readonly #keeper: Deno.ChildProcess;

  private constructor(
    folder: string,
    engine: string,
    keeper: Deno.ChildProcess,
  ) {
    this.folder = folder;
    this.#engine = engine;
    this.#keeper = keeper;
  }

  /** Sets the machine up; what it needs is made once and kept in `.cache`. */
  static async start(objects: RawSnapshot): Promise<WindowsMachine> {
    await setUpWine();
    const folder = await Deno.makeTempDir();
    await Deno.symlink(await getNpmFile(DENO_EXE), `${folder}/deno.exe`);
    await bundle(`${ROOT}/src/main.ts`, `${folder}/program`);
    const permissions = JSON.stringify(PERMISSIONS.join(" "));
    await compileC("launcher.c", `${folder}/wfpcallout.exe`, [
      `-DPERMISSIONS=${permissions}`,
    ]);
    await Deno.copyFile(
      await buildDouble("windows"),
      `${SYSTEM}/fwpuclnt.dll`,
    );
    await compileTexts(`${SYSTEM}/wfpcallout_texts.dll`);
    const engine = `${folder}/engine.txt`;
    await Deno.writeTextFile(engine, formatEngineFile(objects));
    await runServer("--kill");
    await runServer("--wait");
    // While one program runs, Wine keeps its services; starting them takes a second
    const keeper = new Deno.Command(`${RIG}/wine`, {
      args: ["cmd"],
      stdin: "piped",
      stdout: "null",
      stderr: "null",
    }).spawn();
    return new WindowsMachine(folder, engine, keeper);
  }

  /** Runs the program as a user would. */
  run(words: readonly string[], options: RunOptions = {}): Promise<Result> {
    return this.start(`${this.folder}/wfpcallout.exe`, words, options);
  }

  /** Runs any Windows program. */
  async start(
    program: string,
    words: readonly string[],
    { env = {}, cwd = this.folder }: RunOptions = {},
  ): Promise<Result> {
    const [out, err] = [`${this.folder}/stdout`, `${this.folder}/stderr`];
    // Files, for a service that Wine starts on the way would hold a pipe open
    const { code } = await new Deno.Command("timeout", {
      args: [
        ...["-s", "KILL", TIMEOUT, "sh", "-c"],
        ...['out=$1 err=$2; shift 2; exec "$@" >"$out" 2>"$err"', "sh"],
        ...[out, err, `${RIG}/wine`, toWindows(program), ...words],
      ],
      cwd,
      env: {
        // n: the library of the system directory, not Wine's own
        WINEDLLOVERRIDES: "fwpuclnt=n",
        FWPUCLNT_DOUBLE_FILE: toWindows(this.#engine),
        NO_COLOR: "1",
        ...env,
      },
      stdin: "null",
    }).output();
    return {
      code,
      stdout: await Deno.readTextFile(out),
      stderr: await Deno.readTextFile(err),
    };
  }

  /** Puts a library that ends whoever loads it into a folder, under the name of another. */
  async plant(name: string, folder = this.folder): Promise<void> {
    await compileC("planted.c", `${folder}/${name}`, ["-shared"]);
  }

  /** Ends the machine and removes its folder. */
  stop(): void {
    this.#keeper.kill("SIGKILL");
    new Deno.Command(`${RIG}/wine`, serverOptions("--kill")).outputSync();
    Deno.removeSync(this.folder, { recursive: true });
  }
}

/** A path of the host as Windows sees it. */
export function toWindows(path: string): string {
  return `Z:${path.replaceAll("/", "\\")}`;
}

function serverOptions(option: string): Deno.CommandOptions {
  return {
    args: [option],
    env: { WINE_PROGRAM: "wineserver64" },
    stdin: "null",
    stdout: "null",
    stderr: "null",
  };
}

/** Asks what is left of an earlier machine to end. */
async function runServer(option: "--kill" | "--wait"): Promise<void> {
  const signal = AbortSignal.timeout(SERVER_TIMEOUT_MS);
  const options = { ...serverOptions(option), signal };
  await new Deno.Command(`${RIG}/wine`, options).output();
}

async function setUpWine(): Promise<void> {
  const ready = `${RIG}/ready`;
  const isReady = await Deno.stat(ready).then(() => true, () => false);
  if (isReady) return;
  await Deno.remove(RIG, { recursive: true }).catch(() => {});
  const script = `${import.meta.dirname}/wine_rig.sh`;
  await runTool(script, [RIG]);
  await Deno.writeTextFile(ready, "");
}

/** A library that holds nothing but texts. */
async function compileTexts(output: string): Promise<void> {
  const object = await Deno.makeTempFile({ suffix: ".o" });
  try {
    const source = `${import.meta.dirname}/texts.rc`;
    await runTool("x86_64-w64-mingw32-windres", [source, object]);
    await runTool(COMPILER, ["-shared", "-o", output, object]);
  } finally {
    await Deno.remove(object);
  }
}

async function compileC(
  source: string,
  output: string,
  flags: readonly string[],
): Promise<void> {
  await runTool(COMPILER, [
    ...["-std=c11", "-Wall", "-Wextra", "-Werror", "-O2"],
    ...flags,
    ...["-o", output, `${import.meta.dirname}/${source}`],
  ]);
}

async function runTool(tool: string, args: string[]): Promise<void> {
  const { success, stderr } = await new Deno.Command(tool, { args }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
}
