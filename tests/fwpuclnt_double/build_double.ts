/**
 * Builds the double of fwpuclnt.dll, once for each state of its sources.
 *
 * @module
 */

import { encodeHex } from "@std/encoding/hex";

const ROOT = new URL("../../", import.meta.url);
const SOURCES = [
  "wfp_types.h",
  "objects.h",
  "objects.c",
  "fwpuclnt_double.c",
  "windows_functions.c",
];
const FLAGS = ["-std=c11", "-Wall", "-Wextra", "-Werror", "-O2", "-shared"];

/** How the double is built for a system. */
const BUILDS = {
  linux: {
    compiler: "gcc",
    flags: ["-fPIC", "-fvisibility=hidden"],
    suffix: ".so",
  },
  windows: {
    compiler: "x86_64-w64-mingw32-gcc",
    flags: ["-static-libgcc"],
    suffix: ".dll",
  },
} as const;

/**
 * Builds the double unless it is built already.
 *
 * @param system For which system: a shared object for Linux, a DLL for Windows
 * @returns The path of the library
 */
export async function buildDouble(
  system: keyof typeof BUILDS = "linux",
): Promise<string> {
  const { compiler, flags, suffix } = BUILDS[system];
  const folder = new URL(".cache/fwpuclnt_double/", ROOT);
  const library = new URL(`${await hashSources()}${suffix}`, folder).pathname;
  if (await exists(library)) return library;
  await Deno.mkdir(folder, { recursive: true });
  // Built beside its place and moved, so that two test runs at once do not meet a half-written one
  const pending = await Deno.makeTempFile({ dir: folder.pathname, suffix });
  const sources = SOURCES.filter((name) => name.endsWith(".c"))
    .map((name) => new URL(name, import.meta.url).pathname);
  const result = await new Deno.Command(compiler, {
    args: [...FLAGS, ...flags, "-o", pending, ...sources],
  }).output();
  if (!result.success) {
    throw new Error(new TextDecoder().decode(result.stderr));
  }
  await Deno.rename(pending, library);
  return library;
}

async function hashSources(): Promise<string> {
  const texts = await Promise.all(
    SOURCES.map((name) => Deno.readTextFile(new URL(name, import.meta.url))),
  );
  const bytes = new TextEncoder().encode(JSON.stringify([texts, BUILDS]));
  const hash = await crypto.subtle.digest("SHA-256", bytes);
  return encodeHex(new Uint8Array(hash)).slice(0, 16);
}

async function exists(path: string): Promise<boolean> {
  try {
    await Deno.stat(path);
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
