/**
 * Makes what users get, in `dist/`: the executable, the PowerShell module and
 * their checksums. `deno task build --help` tells the options; `src/build` has the parts.
 *
 * The sources are bundled by the running Deno, with a chunk for each part that
 * is loaded on demand, and then compiled with a base runtime (denort). The plain
 * way leaves that runtime to `deno compile`, which downloads it. Where only the
 * npm registry can be reached, a pinned older runtime from there serves for
 * development, never for a release.
 *
 * @module
 */

import config from "./deno.json" with { type: "json" };
import { BuildError } from "./src/build/build_error.ts";
import { bundle } from "./src/build/bundle.ts";
import { copySources } from "./src/build/copy_sources.ts";
import {
  basename,
  CACHE,
  dirname,
  exists,
  ignoreMissing,
  listFiles,
  openWorkFolder,
  readOrEmpty,
  ROOT,
  sha256,
} from "./src/build/files.ts";
import { makeModule } from "./src/build/module.ts";
import { runDeno } from "./src/build/run_deno.ts";
import {
  findRuntime,
  type Runtime,
  type RuntimeOptions,
} from "./src/build/runtime.ts";
import {
  executableName,
  hostTarget,
  pathInModule,
  type Target,
  TARGETS,
} from "./src/build/targets.ts";

/**
 * The environment variables that the program may read. `EVTX_DEBUG` is asked for by
 * the reader of EVTX as it is loaded, which would fail without the permission.
 */
export const ENVIRONMENT_VARIABLES = [
  "EVTX_DEBUG",
  "NO_COLOR",
  "TERM",
] as const;

/**
 * The permissions that are compiled in, and nothing beside them: no network, no
 * child processes, no prompts, no code cache. Files and libraries are named by
 * users and systems, so these permissions cannot be narrowed at build time.
 */
export const PERMISSIONS = [
  "--no-prompt",
  "--no-code-cache",
  "--deny-import",
  "--allow-read",
  "--allow-write",
  "--allow-ffi",
  `--allow-env=${ENVIRONMENT_VARIABLES.join(",")}`,
] as const;

/**
 * A small space for young objects: long inputs then take little more memory than
 * short ones, and no more time. A larger first one for old objects, which costs
 * nothing until it is used: short runs end before old objects are looked through.
 * Later they are looked through often, and at once: beside the program it would end
 * so late on a busy machine that half as much again has gathered. Young ones are
 * looked through by one thread: there are so few that waking others takes longer.
 * Without the compiler of the middle, whose code a short run hardly uses and a long
 * one soon replaces.
 */
const ENGINE_OPTIONS = [
  "--v8-flags=--max-semi-space-size=4,--initial-old-space-size=16," +
  "--heap-growing-percent=50,--no-incremental-marking," +
  "--no-parallel-scavenge,--no-maglev",
] as const;

const DIST = `${ROOT}/dist`;
/** What `dist` was made of, if it was made for this machine alone. */
const STAMP = `${CACHE}/built`;

/** What {@linkcode build} is asked for. */
export interface BuildOptions extends RuntimeOptions {
  /** All go into the module; the first is the executable beside it. This machine's by default. */
  readonly targets?: readonly Target[];
  /** The folder to fill; `dist` of this checkout by default. */
  readonly folder?: string;
}

/** What {@linkcode compile} is asked for. */
export interface CompileOptions extends RuntimeOptions {
  /** The script to compile in, with the chunks beside it that it imports. */
  readonly script: string;
  /** The executable to write. */
  readonly output: string;
  /** This machine's by default. */
  readonly target?: Target;
}

/**
 * Builds the executable, the module and the checksums.
 *
 * @returns The path of the executable of the first target
 * @throws {BuildError} If something is missing, such as a base runtime
 */
export async function build(options: BuildOptions = {}): Promise<string> {
  using _lock = await lockBuilds();
  return await makeAll(options);
}

/**
 * Builds for this machine unless `dist` is already made of these sources.
 *
 * @returns The path of the executable
 */
export async function buildIfNeeded(
  log?: (line: string) => void,
): Promise<string> {
  using _lock = await lockBuilds();
  const executable = `${DIST}/${executableName(hostTarget())}`;
  if (
    await readOrEmpty(STAMP) === await digestOfSources() &&
    await exists(executable)
  ) return executable;
  return await makeAll(log === undefined ? {} : { log });
}

/** Two builds at a time would write the same files. */
async function lockBuilds(): Promise<Deno.FsFile> {
  await Deno.mkdir(CACHE, { recursive: true });
  const file = await Deno.open(`${CACHE}/lock`, { create: true, write: true });
  await file.lock(true);
  return file;
}

async function makeAll(options: BuildOptions): Promise<string> {
  const targets = options.targets ?? [hostTarget()];
  const folder = options.folder ?? DIST;
  const digest = await digestOfSources();
  const runtimes: [Target, Runtime][] = [];
  for (const target of targets) {
    runtimes.push([target, await findRuntime(target, options)]);
  }
  using work = await openWorkFolder();
  await copySources(work.path);
  const script = await bundle(`${work.path}/src/main.ts`, `${work.path}/js`);
  // On the file system of the folder, so that a rename puts things in place.
  using draftFolder = await openWorkFolder(folder);
  const draft = draftFolder.path;
  await makeModule(`${draft}/WfpCallout`);
  for (const [target, runtime] of runtimes) {
    const output = `${draft}/${pathInModule(target)}`;
    await compileWith(runtime, { script, output, target });
  }
  const [first = hostTarget()] = targets;
  const name = executableName(first);
  await linkFile(`${draft}/${pathInModule(first)}`, `${draft}/${name}`);
  await writeChecksums(draft);
  if (folder === DIST) await Deno.remove(STAMP).catch(ignoreMissing);
  await replaceEntries(draft, folder);
  if (folder === DIST && options.targets === undefined) {
    await Deno.writeTextFile(STAMP, digest);
  }
  options.log?.(
    `${folder}/${name}: ${config.version} for ${targets.join(", ")}`,
  );
  return `${folder}/${name}`;
}

/** One file under two names, since it is large; a copy where the file system cannot. */
async function linkFile(from: string, to: string): Promise<void> {
  try {
    await Deno.link(from, to);
  } catch {
    await Deno.copyFile(from, to);
  }
}

/**
 * Compiles a script and the chunks beside it with {@linkcode PERMISSIONS} to an
 * executable. The same script, Deno and base runtime give the same bytes in whatever folder.
 *
 * @throws {BuildError} If there is no base runtime for the target
 */
export async function compile(options: CompileOptions): Promise<void> {
  const target = options.target ?? hostTarget();
  const runtime = await findRuntime(target, options);
  await compileWith(runtime, { ...options, target });
}

async function compileWith(
  runtime: Runtime,
  options: CompileOptions & { readonly target: Target },
): Promise<void> {
  using work = await openWorkFolder(dirname(options.output));
  await copyScripts(dirname(options.script), work.path);
  const output = executableName(options.target);
  await runDeno(runtime.compiler, {
    args: [
      ...["compile", "--quiet", "--no-check", "--no-config", "--no-lock"],
      ...[...PERMISSIONS, ...ENGINE_OPTIONS, "--target", options.target],
      ...["-o", output, basename(options.script)],
    ],
    cwd: work.path,
    ...(runtime.denort === null ? {} : { env: { DENORT_BIN: runtime.denort } }),
  });
  await Deno.rename(`${work.path}/${output}`, options.output);
}

/** The compiler embeds the times of the files, which must not tell builds apart. */
async function copyScripts(from: string, to: string): Promise<void> {
  for await (const { name, isFile } of Deno.readDir(from)) {
    if (!isFile || !name.endsWith(".js")) continue;
    await Deno.copyFile(`${from}/${name}`, `${to}/${name}`);
    await Deno.utime(`${to}/${name}`, 0, 0);
  }
}

async function writeChecksums(folder: string): Promise<void> {
  const lines: string[] = [];
  for (const path of await listFiles(folder)) {
    lines.push(`${await sha256(`${folder}/${path}`)}  ${path}\n`);
  }
  await Deno.writeTextFile(`${folder}/SHA256SUMS`, lines.join(""));
}

/** Moves each entry of a folder into another, in place of what has its name there. */
async function replaceEntries(from: string, to: string): Promise<void> {
  await Deno.mkdir(to, { recursive: true });
  for await (const { name } of Deno.readDir(from)) {
    await Deno.remove(`${to}/${name}`, { recursive: true }).catch(
      ignoreMissing,
    );
    await Deno.rename(`${from}/${name}`, `${to}/${name}`);
  }
}

async function digestOfSources(): Promise<string> {
  const lines = [Deno.version.deno, Deno.env.get("DENORT_BIN") ?? ""];
  for (const folder of ["src", "ps"]) {
    for (const path of await listFiles(`${ROOT}/${folder}`)) {
      lines.push(`${folder}/${path}`);
    }
  }
  lines.push("deno.json", "deno.lock", "build.ts", "LICENSE");
  for (const [index, path] of lines.entries()) {
    if (index > 1) lines[index] += ` ${await sha256(`${ROOT}/${path}`)}`;
  }
  return lines.join("\n");
}

const HELP =
  `Usage: deno task build [--target TARGET]... [--out FOLDER] [--release]

Makes wfpcallout[.exe], WfpCallout/ and SHA256SUMS in dist, or in FOLDER.

  --target TARGET  build for TARGET instead of this machine; repeatable, then
                   all go into WfpCallout/bin and the first is the executable:
                   ${Object.keys(TARGETS).join("\n                   ")}
  --out FOLDER     fill FOLDER instead of dist
  --release        use the base runtime that Deno publishes, or fail

DENORT_BIN=FILE names the base runtime to compile with.
`;

function parseBuildOptions(args: readonly string[]): BuildOptions {
  const targets: Target[] = [];
  let options: BuildOptions = {};
  for (let index = 0; index < args.length; index++) {
    const name = args[index];
    if (name === "--release") options = { ...options, release: true };
    else if (name === "--out") {
      options = { ...options, folder: valueOf(args, ++index) };
    } else if (name === "--target") {
      targets.push(targetOf(valueOf(args, ++index)));
    } else throw new BuildError(`Unknown option "${name}"`, HELP);
  }
  return targets.length === 0 ? options : { ...options, targets };
}

function valueOf(args: readonly string[], index: number): string {
  const value = args[index];
  if (value !== undefined) return value;
  throw new BuildError(`Option ${args[index - 1]} needs a value`, HELP);
}

function targetOf(name: string): Target {
  if (name in TARGETS) return name as Target;
  throw new BuildError(
    `Unknown target "${name}"`,
    `one of ${Object.keys(TARGETS).join(", ")}`,
  );
}

/** Runs the executable, built before if needed, in the folder where the task was called. */
async function start(args: readonly string[]): Promise<number> {
  const command = new Deno.Command(await buildIfNeeded(), {
    args: [...args],
    cwd: Deno.env.get("INIT_CWD") ?? Deno.cwd(),
  });
  return (await command.spawn().status).code;
}

async function main(args: readonly string[]): Promise<number> {
  const [task, ...rest] = args;
  if (task === "start") return await start(rest);
  if (rest.includes("--help")) {
    console.log(HELP);
    return 0;
  }
  await build({ ...parseBuildOptions(rest), log: console.error });
  return 0;
}

if (import.meta.main) {
  try {
    Deno.exitCode = await main(Deno.args);
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    console.error(`error: ${error.message}\nhint: ${error.hint}`);
    Deno.exitCode = 1;
  }
}
