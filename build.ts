/**
 * Makes what users get, in `dist/`: the executable, the PowerShell module and
 * their checksums. `deno task build --help` tells the options.
 *
 * The sources are bundled by the running Deno, with a chunk for each part that
 * is loaded on demand, and then compiled with a base runtime (denort). The plain
 * way leaves that runtime to `deno compile`, which downloads it. Where only the
 * npm registry is reached, a pinned older runtime from there serves for
 * development, never for a release.
 *
 * @module
 */

import config from "./deno.json" with { type: "json" };

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
 * so late on a busy machine that half as much again has gathered. Without the compiler
 * of the middle, whose code a short run hardly uses and a long one soon replaces.
 */
const ENGINE_OPTIONS = [
  "--v8-flags=--max-semi-space-size=4,--initial-old-space-size=16," +
  "--heap-growing-percent=50,--no-incremental-marking,--no-maglev",
] as const;

/** What several commands load on demand: each part and all that it needs is one chunk. */
const SHARED_PARTS = [
  "resolve_text",
  "read_sources",
  "file_source",
] as const;

/** The targets of `deno compile`, each with its folder in the module's `bin`. */
export const TARGETS = {
  "x86_64-pc-windows-msvc": "win-x64",
  "aarch64-pc-windows-msvc": "win-arm64",
  "x86_64-unknown-linux-gnu": "linux-x64",
  "aarch64-unknown-linux-gnu": "linux-arm64",
  "x86_64-apple-darwin": "osx-x64",
  "aarch64-apple-darwin": "osx-arm64",
} as const;

/** A target of `deno compile`. */
export type Target = keyof typeof TARGETS;

/** The base runtime that npm holds: the front part of a program that was itself made by `deno compile`. */
const NPM_RUNTIME = {
  target: "x86_64-unknown-linux-gnu",
  version: "2.4.2",
  package: "@vltpkg/cli-linux-x64@0.0.0-18",
  integrity:
    "sha512-eQvsTLNKsoA/sH80Nn1iEKu+Lh24kmbB97dDjhn34py23Xc6+/uI48UNG2k/TQFIcVf7Sckwnrk80L00Hx1eXA==",
  file: "vlt",
  sizeBytes: 85_186_368,
  sha256: "2705685d7478610b98dcd43acecd457a19810146323041c8af8a88f7dd0b5e82",
} as const;

/** The Deno that compiles with {@linkcode NPM_RUNTIME}: compiler and runtime must be of one version. */
const NPM_COMPILER = {
  package: "@deno/linux-x64-glibc@2.4.2",
  integrity:
    "sha512-LzDLyrROm2oxt2g8sjG6niYWaZas/HLBk4Ns5qEhf2bGaDr8Lcq24VTnThZLepLUKt8cTfT3NGX3MZZWKwSVmA==",
  file: "deno",
} as const;

const DOWNLOAD_HOST_TIMEOUT_MS = 5_000;

/** This checkout. */
export const ROOT: string = import.meta.dirname ?? Deno.cwd();
const CACHE = `${ROOT}/.cache`;
const DIST = `${ROOT}/dist`;
/** What `dist` was made of, if it was made for this machine alone. */
const STAMP = `${CACHE}/built`;

/** What the build cannot do, with a next step. Printed without a stack. */
export class BuildError extends Error {
  override readonly name = "BuildError";
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}

/** What to compile with. */
interface Runtime {
  /** The Deno that compiles. */
  readonly compiler: string;
  /** The base runtime; null leaves it to the compiler, which downloads it. */
  readonly denort: string | null;
}

/** What {@linkcode build} is asked for. */
export interface BuildOptions {
  /** All go into the module; the first is the executable beside it. This machine's by default. */
  readonly targets?: readonly Target[];
  /** The folder to fill; `dist` of this checkout by default. */
  readonly folder?: string;
  /** Refuses every base runtime but the one that Deno itself publishes for its version. */
  readonly release?: boolean;
  /** Tells about what is made and how. */
  readonly log?: (line: string) => void;
}

/** What {@linkcode compile} is asked for. */
export interface CompileOptions {
  /** The script to compile in, with the chunks beside it that it imports. */
  readonly script: string;
  /** The executable to write. */
  readonly output: string;
  readonly target?: Target;
  readonly release?: boolean;
  readonly log?: (line: string) => void;
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
 * Copies what the program is made of, its tables of facts as JSON: that is read
 * several times faster than the same rows as program text.
 *
 * @param to The folder to copy into, as `src` and what configures it
 */
export async function copySources(to: string): Promise<void> {
  for (const path of await listFiles(`${ROOT}/src`)) {
    await Deno.mkdir(dirname(`${to}/src/${path}`), { recursive: true });
    const from = `${ROOT}/src/${path}`;
    if (path.startsWith("catalog/data/")) {
      const tables = await import(toFileUrl(from)) as Record<string, unknown>;
      await Deno.writeTextFile(`${to}/src/${path}`, formatTables(tables));
    } else await Deno.copyFile(from, `${to}/src/${path}`);
  }
  for (const name of ["deno.json", "deno.lock"]) {
    await Deno.copyFile(`${ROOT}/${name}`, `${to}/${name}`);
  }
}

/**
 * Writes a module of tables; what is a function is made when it is asked for. The
 * text stands outside of the function, since the engine reads that code twice.
 */
function formatTables(tables: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(tables).flatMap(([name, table]) => {
    const isLazy = typeof table === "function";
    const value: unknown = isLazy ? table() : table;
    if (!isJson(value)) throw new TypeError(`${name} is more than JSON holds`);
    const isRows = isLazy && Array.isArray(value);
    const text = isRows
      ? value.map((row) => JSON.stringify(row)).join("\n")
      : JSON.stringify(value);
    const parse = `JSON.parse(${name}_TEXT)`;
    return [
      `const ${name}_TEXT = ${JSON.stringify(text)};`,
      `export const ${name} = ${
        isRows
          ? `parseRows(${name}_TEXT)`
          : isLazy
          ? `once(() => ${parse})`
          : parse
      };`,
    ];
  });
  return [
    'import { once } from "../once.ts";',
    'import { parseRows } from "../rows.ts";',
    ...lines,
    "",
  ].join("\n");
}

/** Whether a value comes back from JSON as it was. */
function isJson(value: unknown): boolean {
  if (typeof value === "object" && value !== null) {
    const { constructor } = value;
    return (constructor === Object || constructor === Array) &&
      Object.values(value).every(isJson);
  }
  return value === null || typeof value === "string" ||
    typeof value === "boolean" || Number.isFinite(value);
}

/**
 * Bundles a program and all that it imports: one script, beside it a chunk with
 * what nearly every run needs, and one for each part that is loaded on demand.
 *
 * @param entry The program's main module
 * @param folder Where to write; nothing else should be in it
 * @returns The path of the script
 */
export async function bundle(entry: string, folder: string): Promise<string> {
  using work = await openWorkFolder();
  const parts = await split(entry, work.path);
  await joinChunks(work.path, basename(parts));
  return await split(parts, folder);
}

/** Bundles a script into chunks; returns the path of the one to run. */
async function split(entry: string, folder: string): Promise<string> {
  await runDeno(Deno.execPath(), {
    args: ["bundle", "--minify", "--code-splitting", "--outdir", folder, entry],
    cwd: dirname(entry),
  });
  await renameChunks(folder);
  return `${folder}/${basename(entry).replace(/\.\w+$/, "")}.js`;
}

/**
 * Makes one chunk of many that are loaded together, since each costs a run some time.
 * The bundler puts what the same chunks import into one, so every chunk that imports
 * something of a group is made to import all of it.
 */
async function joinChunks(folder: string, script: string): Promise<void> {
  const codes = new Map<string, string>();
  for (const name of await listFiles(folder)) {
    codes.set(name, await Deno.readTextFile(`${folder}/${name}`));
  }
  for (const group of groupChunks(script, codes)) {
    const lines = group.map((name) => `import "./${name}";\n`).join("");
    for (const [name, code] of codes) {
      const imported = listImports(name, codes);
      const isUser = !group.includes(name) &&
        group.some((one) => imported.has(one));
      if (isUser) codes.set(name, lines + code);
    }
  }
  for (const [name, code] of codes) {
    await Deno.writeTextFile(`${folder}/${name}`, code);
  }
}

/**
 * Groups the chunks that are loaded together: the core, which the script needs to
 * start, and of the others those that the same ones of {@linkcode SHARED_PARTS} need.
 */
function groupChunks(script: string, codes: Codes): string[][] {
  const parts = [...codes.keys()].filter((name) =>
    SHARED_PARTS.some((part) => name.startsWith(`${part}-`))
  );
  const core = listImports(script, codes);
  const needs = parts.map((part) => listImports(part, codes).add(part));
  const groups = new Map([["core", [...core].sort()]]);
  for (const name of [...codes.keys()].sort()) {
    const users = needs.map((needed) => needed.has(name));
    if (core.has(name) || !users.includes(true)) continue;
    const group = groups.get(users.join());
    if (group === undefined) groups.set(users.join(), [name]);
    else group.push(name);
  }
  return [...groups.values()];
}

/** The code of each chunk by its name. */
type Codes = ReadonlyMap<string, string>;

/** The chunks that are loaded with one, because it imports them or what imports them. */
function listImports(name: string, codes: Codes): Set<string> {
  const found = new Set([name]);
  const imports = /\b(?:from|import)"\.\/([^"]+)"/g;
  for (const one of found) {
    for (const [, other = ""] of codes.get(one)?.matchAll(imports) ?? []) {
      found.add(other);
    }
  }
  found.delete(name);
  return found;
}

/** The bundler puts a digest into the names, which depends on the folder of the checkout. */
async function renameChunks(folder: string): Promise<void> {
  const digest = /-[A-Z0-9]{8}(?=\.js\b)/g;
  const chunks: { name: string; code: string }[] = [];
  for await (const { name } of Deno.readDir(folder)) {
    chunks.push({ name, code: await Deno.readTextFile(`${folder}/${name}`) });
  }
  const plain = (code: string): string => code.replaceAll(digest, "");
  chunks.sort((a, b) => plain(a.code) < plain(b.code) ? -1 : 1);
  const names = new Map(chunks.map(({ name }, i) => [
    name,
    name.replace(digest, `-${i}`),
  ]));
  for (const { name, code } of chunks) {
    await Deno.remove(`${folder}/${name}`);
    await Deno.writeTextFile(
      `${folder}/${names.get(name)}`,
      code.replace(/[\w$-]+-[A-Z0-9]{8}\.js/g, (old) => names.get(old) ?? old),
    );
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

/** The target that this machine runs. */
export function hostTarget(): Target {
  const target = Deno.build.target;
  if (target in TARGETS) return target as Target;
  throw new BuildError(
    `Cannot build for this machine: ${target} is no target`,
    `give one with --target: ${Object.keys(TARGETS).join(", ")}`,
  );
}

function executableName(target: Target): string {
  return target.includes("windows") ? "wfpcallout.exe" : "wfpcallout";
}

function pathInModule(target: Target): string {
  return `WfpCallout/bin/${TARGETS[target]}/${executableName(target)}`;
}

async function findRuntime(
  target: Target,
  { release = false, log = () => {} }: CompileOptions | BuildOptions,
): Promise<Runtime> {
  const given = Deno.env.get("DENORT_BIN");
  if (given !== undefined && release) {
    throw new BuildError(
      "Cannot build a release with DENORT_BIN",
      "unset it: a release uses the base runtime that Deno publishes",
    );
  }
  if (given !== undefined) {
    return { compiler: await findCompiler(given), denort: given };
  }
  if (await canDownloadRuntime(target)) {
    return { compiler: Deno.execPath(), denort: null };
  }
  if (release || target !== NPM_RUNTIME.target || target !== hostTarget()) {
    throw missingRuntime(target);
  }
  log(
    `note: Deno's download host is not in reach; compiled with the runtime ` +
      `${NPM_RUNTIME.version} of npm ${NPM_RUNTIME.package}, not for a release`,
  );
  return await getNpmRuntime();
}

function missingRuntime(target: Target): BuildError {
  return new BuildError(
    `Cannot compile for ${target}: its base runtime is missing, and ` +
      `${runtimeUrl(target)} is not in reach`,
    "build where that host is in reach, or unpack the runtime of that " +
      "address elsewhere and name its file in DENORT_BIN",
  );
}

function runtimeUrl(target: Target): string {
  const version = Deno.version.deno;
  return `https://dl.deno.land/release/v${version}/denort-${target}.zip`;
}

/** Asks first, because the compiler itself may wait for minutes. */
async function canDownloadRuntime(target: Target): Promise<boolean> {
  const url = runtimeUrl(target);
  if (
    await exists(
      `${await denoFolder()}/dl/${url.slice(url.indexOf("release/"))}`,
    )
  ) {
    return true;
  }
  try {
    const signal = AbortSignal.timeout(DOWNLOAD_HOST_TIMEOUT_MS);
    return (await fetch(url, { method: "HEAD", signal })).ok;
  } catch {
    return false;
  }
}

async function denoFolder(): Promise<string> {
  const json = await runDeno(Deno.execPath(), {
    args: ["info", "--json"],
    cwd: ROOT,
  });
  return (JSON.parse(json) as { denoDir: string }).denoDir;
}

/** A runtime starts only what a compiler of its own version made. */
async function findCompiler(denort: string): Promise<string> {
  const version = await readRuntimeVersion(denort);
  if (version === Deno.version.deno) return Deno.execPath();
  if (version === NPM_RUNTIME.version && hostTarget() === NPM_RUNTIME.target) {
    return await getNpmFile(NPM_COMPILER);
  }
  throw new BuildError(
    `Cannot compile with DENORT_BIN "${denort}": it is of Deno ` +
      `${version ?? "(version not found)"}, this is Deno ${Deno.version.deno}`,
    "give the base runtime of the same version, or run this Deno's version",
  );
}

async function readRuntimeVersion(denort: string): Promise<string | null> {
  const bytes = await Deno.readFile(denort).catch(() => {
    throw new BuildError(
      `Cannot read the base runtime "${denort}"`,
      "DENORT_BIN must name a file, or be unset",
    );
  });
  const text = new TextDecoder("latin1").decode(bytes);
  return /Deno\/(\d+\.\d+\.\d+)/.exec(text)?.[1] ?? null;
}

async function getNpmRuntime(): Promise<Runtime> {
  const denort = `${CACHE}/denort-${NPM_RUNTIME.version}`;
  if (!await exists(denort)) {
    using work = await openWorkFolder();
    const draft = `${work.path}/denort`;
    // A copy, because the file itself is a link into the cache of npm packages.
    await Deno.copyFile(await getNpmFile(NPM_RUNTIME), draft);
    await Deno.truncate(draft, NPM_RUNTIME.sizeBytes);
    await Deno.chmod(draft, 0o755);
    await Deno.rename(draft, denort);
  }
  if (await sha256(denort) !== NPM_RUNTIME.sha256) {
    throw new BuildError(
      `Cannot compile with "${denort}": its checksum is wrong`,
      "remove the file and build again",
    );
  }
  return { denort, compiler: await getNpmFile(NPM_COMPILER) };
}

/** One file of a pinned npm package, for this platform only. */
export interface NpmFile {
  readonly package: string;
  readonly integrity: string;
  readonly file: string;
}

/** Installs through Deno, which reads the user's npm settings and checks the integrity. */
export async function getNpmFile(wanted: NpmFile): Promise<string> {
  const at = wanted.package.lastIndexOf("@");
  const name = wanted.package.slice(0, at);
  const version = wanted.package.slice(at + 1);
  const file = `${CACHE}/${name.replace(/\W+/g, "_")}-${version}`;
  if (await exists(file)) return file;
  using work = await openWorkFolder();
  const write = (path: string, value: unknown): Promise<void> =>
    Deno.writeTextFile(`${work.path}/${path}`, JSON.stringify(value));
  await write("package.json", { dependencies: { [name]: version } });
  await write("deno.json", { nodeModulesDir: "auto" });
  await write("deno.lock", {
    version: "5",
    specifiers: { [`npm:${wanted.package}`]: version },
    npm: {
      [wanted.package]: {
        integrity: wanted.integrity,
        os: ["linux"],
        cpu: ["x64"],
      },
    },
    workspace: { packageJson: { dependencies: [`npm:${wanted.package}`] } },
  });
  await runDeno(Deno.execPath(), {
    args: ["install", "--quiet", "--frozen"],
    cwd: work.path,
  });
  await Deno.rename(
    await Deno.realPath(`${work.path}/node_modules/${name}/${wanted.file}`),
    file,
  );
  return file;
}

/**
 * Makes the module from its sources: the functions of `Private` and `Public`
 * in one file, everything else as it is.
 */
async function makeModule(folder: string): Promise<void> {
  const source = `${ROOT}/ps/WfpCallout`;
  await Deno.mkdir(folder, { recursive: true });
  for (const path of await listFiles(source)) {
    if (/^(Private|Public)\/|\.psm1$/.test(path)) continue;
    await Deno.mkdir(dirname(`${folder}/${path}`), { recursive: true });
    await Deno.copyFile(`${source}/${path}`, `${folder}/${path}`);
  }
  await Deno.copyFile(`${ROOT}/LICENSE`, `${folder}/LICENSE`);
  await checkManifest(`${folder}/WfpCallout.psd1`);
  await Deno.writeTextFile(
    `${folder}/WfpCallout.psm1`,
    await mergeModule(source),
  );
}

async function checkManifest(path: string): Promise<void> {
  const manifest = await Deno.readTextFile(path);
  const version = /^\s*ModuleVersion\s*=\s*'([^']+)'/m.exec(manifest)?.[1];
  if (version === config.version) return;
  throw new BuildError(
    `Cannot build the module: its manifest has version ${version}, ` +
      `deno.json has ${config.version}`,
    "write the version of deno.json into ps/WfpCallout/WfpCallout.psd1",
  );
}

/** Puts the functions where the source module loads their files. */
async function mergeModule(source: string): Promise<string> {
  const load = /^foreach \(\$folder in 'Private', 'Public'\) \{\n[^]*?^\}\n/m;
  const main = await Deno.readTextFile(`${source}/WfpCallout.psm1`);
  if (!load.test(main)) {
    throw new BuildError(
      "Cannot merge the module: WfpCallout.psm1 does not load its functions",
      "it needs the loop: foreach ($folder in 'Private', 'Public') { ... }",
    );
  }
  const scripts = (await listFiles(source)).filter((path) =>
    /^(Private|Public)\/.*\.ps1$/.test(path)
  );
  const texts = await Promise.all(
    scripts.map((path) => Deno.readTextFile(`${source}/${path}`)),
  );
  return main.replace(
    load,
    () => texts.map((text) => text.trim()).join("\n\n") + "\n",
  );
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

/** Lists the files below a folder, with `/` in their paths, in one order everywhere. */
async function listFiles(folder: string, prefix = ""): Promise<string[]> {
  const paths: string[] = [];
  for await (const entry of Deno.readDir(`${folder}/${prefix}`)) {
    const path = `${prefix}${entry.name}`;
    if (entry.isDirectory) paths.push(...await listFiles(folder, `${path}/`));
    else paths.push(path);
  }
  return paths.sort();
}

async function sha256(path: string): Promise<string> {
  const digest = await crypto.subtle.digest(
    "SHA-256",
    await Deno.readFile(path),
  );
  return new Uint8Array(digest).toHex();
}

async function exists(path: string): Promise<boolean> {
  return await Deno.stat(path).then(() => true, () => false);
}

async function readOrEmpty(path: string): Promise<string> {
  return await Deno.readTextFile(path).catch(() => "");
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof Deno.errors.NotFound)) throw error;
}

function toFileUrl(path: string): string {
  return new URL(`file:///${path.replaceAll("\\", "/")}`).href;
}

function basename(path: string): string {
  return path.replace(/^.*[/\\]/, "");
}

function dirname(path: string): string {
  return path.replace(/[/\\][^/\\]*$/, "");
}

/** Makes a folder that goes when the block ends. */
async function openWorkFolder(
  parent = CACHE,
): Promise<Disposable & { path: string }> {
  await Deno.mkdir(parent, { recursive: true });
  const path = await Deno.makeTempDir({ dir: parent, prefix: "work-" });
  return {
    path,
    [Symbol.dispose]: () => Deno.removeSync(path, { recursive: true }),
  };
}

interface RunOptions {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Record<string, string>;
}

/** Runs a Deno and returns what it printed; what it printed of an error is the error. */
async function runDeno(deno: string, options: RunOptions): Promise<string> {
  const command = new Deno.Command(deno, {
    args: [...options.args],
    cwd: options.cwd,
    env: { NO_COLOR: "1", ...options.env },
    stdin: "null",
  });
  const { success, stdout, stderr } = await command.output();
  if (success) return new TextDecoder().decode(stdout);
  throw new BuildError(
    `deno ${options.args[0]} failed`,
    new TextDecoder().decode(stderr).trim(),
  );
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
