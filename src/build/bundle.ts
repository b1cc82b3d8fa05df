import { basename, dirname, listFiles, openWorkFolder } from "./files.ts";
import { runDeno } from "./run_deno.ts";

/** What several commands load on demand: each part and all that it needs is one chunk. */
const SHARED_PARTS = [
  "resolve_text",
  "read_sources",
  "file_source",
] as const;

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
