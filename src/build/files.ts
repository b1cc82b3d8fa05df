/**
 * The files that the build reads and writes.
 *
 * @module
 */

/** This checkout. */
export const ROOT: string = dirname(dirname(import.meta.dirname ?? Deno.cwd()));
/** What is kept between builds. */
export const CACHE = `${ROOT}/.cache`;

/** Lists the files below a folder, with `/` in their paths, in one order everywhere. */
export async function listFiles(
  folder: string,
  prefix = "",
): Promise<string[]> {
  const paths: string[] = [];
  for await (const entry of Deno.readDir(`${folder}/${prefix}`)) {
    const path = `${prefix}${entry.name}`;
    if (entry.isDirectory) paths.push(...await listFiles(folder, `${path}/`));
    else paths.push(path);
  }
  return paths.sort();
}

/** The SHA-256 of a file, as hexadecimal digits. */
export async function sha256(path: string): Promise<string> {
  const digest = await crypto.subtle.digest(
    "SHA-256",
    await Deno.readFile(path),
  );
  return new Uint8Array(digest).toHex();
}

/** Whether there is a file or folder. */
export async function exists(path: string): Promise<boolean> {
  return await Deno.stat(path).then(() => true, () => false);
}

/** The text of a file; an empty one if it cannot be read. */
export async function readOrEmpty(path: string): Promise<string> {
  return await Deno.readTextFile(path).catch(() => "");
}

/** For `catch`: throws the error again unless it says that there is no such file. */
export function ignoreMissing(error: unknown): void {
  if (!(error instanceof Deno.errors.NotFound)) throw error;
}

/** The URL of an absolute path. */
export function toFileUrl(path: string): string {
  return new URL(`file:///${path.replaceAll("\\", "/")}`).href;
}

/** The last name of a path. */
export function basename(path: string): string {
  return path.replace(/^.*[/\\]/, "");
}

/** A path without its last name. */
export function dirname(path: string): string {
  return path.replace(/[/\\][^/\\]*$/, "");
}

/**
 * Makes a folder that goes when the block ends.
 *
 * @param parent Where to make it; among what is kept between builds by default
 */
export async function openWorkFolder(
  parent = CACHE,
): Promise<Disposable & { path: string }> {
  await Deno.mkdir(parent, { recursive: true });
  const path = await Deno.makeTempDir({ dir: parent, prefix: "work-" });
  return {
    path,
    [Symbol.dispose]: () => Deno.removeSync(path, { recursive: true }),
  };
}
