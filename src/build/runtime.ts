import { BuildError } from "./build_error.ts";
import { CACHE, exists, openWorkFolder, ROOT, sha256 } from "./files.ts";
import { getNpmFile } from "./npm_file.ts";
import { runDeno } from "./run_deno.ts";
import { hostTarget, type Target } from "./targets.ts";

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

/** What to compile with. */
export interface Runtime {
  /** The Deno that compiles. */
  readonly compiler: string;
  /** The base runtime; null leaves it to the compiler, which downloads it. */
  readonly denort: string | null;
}

/** How a base runtime may be found. */
export interface RuntimeOptions {
  /** Refuses every base runtime but the one that Deno itself publishes for its version. */
  readonly release?: boolean;
  /** Tells which one is taken, where that is not the plain one. */
  readonly log?: (line: string) => void;
}

/**
 * Finds what to compile with: what `DENORT_BIN` names, else what Deno publishes,
 * else, where Deno's own host cannot be reached, what the npm registry has.
 *
 * @throws {BuildError} If there is no base runtime for the target
 */
export async function findRuntime(
  target: Target,
  { release = false, log = () => {} }: RuntimeOptions,
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
    `note: Deno's download host cannot be reached; compiled with the runtime ` +
      `${NPM_RUNTIME.version} of npm ${NPM_RUNTIME.package}, not for a release`,
  );
  return await getNpmRuntime();
}

function missingRuntime(target: Target): BuildError {
  return new BuildError(
    `Cannot compile for ${target}: its base runtime is missing, and ` +
      `${runtimeUrl(target)} cannot be reached`,
    "build where that host can be reached, or unpack the runtime from that " +
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
    `Cannot compile with DENORT_BIN "${denort}": it is from Deno ` +
      `${
        version ?? "(version not found)"
      }, but this is Deno ${Deno.version.deno}`,
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
