import { assertEquals } from "@std/assert";
import { ENVIRONMENT_VARIABLES } from "../build.ts";
import { ROOT } from "../src/build/files.ts";

/** What each folder of `src` may import beside itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  catalog: ["model"],
  readers: ["model"],
  sources: ["readers", "catalog", "model"],
  analysis: ["sources (types)", "catalog", "model"],
  native: ["sources (types)", "model"],
  render: ["model"],
  cli: ["render", "model"],
  commands: [
    ...["model", "catalog", "readers", "sources", "analysis", "render"],
    ...["cli", "version.ts"],
  ],
  build: ["deno.json"],
  "run.ts": ["commands", "cli", "render", "model", "version.ts"],
  "main.ts": ["run.ts", "cli", "native"],
  "version.ts": ["deno.json", "model"],
};

/** The packages that `src` may import, each with where. */
const PACKAGES: readonly (readonly [name: RegExp, importer: RegExp])[] = [
  [/^@std\/(cli|encoding|text)\//, /./],
  [/^(npm:)?@ts-evtx\//, /^readers\/evtx\.ts$/],
];

/** Files that hold a table and little else, and so may be long. */
const TABLES = [/^catalog\/data\//, /^model\/record_fields\.ts$/];
const LONGEST_FILE_LINES = 300;

interface SourceFile {
  /** Below `src`. */
  readonly path: string;
  readonly text: string;
}

interface Import {
  readonly importer: string;
  /** As it is written. */
  readonly specifier: string;
  /** The file below `src`, `deno.json`, or null for a package. */
  readonly target: string | null;
  readonly isOnlyTypes: boolean;
}

function* readSources(folder = ""): Generator<SourceFile> {
  for (
    const { name, isDirectory } of Deno.readDirSync(`${ROOT}/src/${folder}`)
  ) {
    const path = `${folder}${name}`;
    if (isDirectory) yield* readSources(`${path}/`);
    else yield { path, text: Deno.readTextFileSync(`${ROOT}/src/${path}`) };
  }
}

/** The text with its comments blanked; good enough where strings hold no `/*`. */
function withoutComments(text: string): string {
  return text
    .replace(/\/\*[^]*?\*\//g, (comment) => comment.replace(/[^\n]/g, " "))
    .replace(/(^|[\s;{(])\/\/.*$/gm, "$1");
}

function listImports({ path, text }: SourceFile): Import[] {
  const statement =
    /^(?:import|export)\s(?:([^;"]*?)\sfrom\s+)?"([^"]+)"|\bimport\(\s*"([^"]+)"/gm;
  return [...withoutComments(text).matchAll(statement)].map((match) => {
    const [, clause = "", fixed, dynamic] = match;
    const specifier = fixed ?? dynamic ?? "";
    const url = specifier.startsWith(".")
      ? new URL(specifier, `file:///src/${path}`)
      : null;
    return {
      importer: path,
      specifier,
      target: url?.pathname.replace(/^\/(src\/)?/, "") ?? null,
      isOnlyTypes: clause.startsWith("type ") ||
        /^\{(\s*type\s[^,}]*,?)+\s*\}$/.test(clause),
    };
  });
}

/** The folder of a file, or the file itself if it lies in none. */
function roomOf(path: string): string {
  return path.split("/")[0] ?? path;
}

const SOURCES = [...readSources()].sort((a, b) => a.path < b.path ? -1 : 1);
const IMPORTS = SOURCES.flatMap(listImports);

/** The files of the program, not of its build, whose code, comments aside, matches. */
function filesWith(pattern: RegExp): string[] {
  return SOURCES
    .filter(({ path }) => roomOf(path) !== "build")
    .filter(({ text }) => pattern.test(withoutComments(text)))
    .map(({ path }) => path);
}

Deno.test("architecture: every folder imports only what the table allows", () => {
  const wrong = IMPORTS.filter(({ importer, target, isOnlyTypes }) => {
    if (target === null) return false;
    const [from, to] = [roomOf(importer), roomOf(target)];
    const allowed = MAY_IMPORT[from] ?? [];
    return from !== to && !allowed.includes(to) &&
      !(isOnlyTypes && allowed.includes(`${to} (types)`));
  });
  assertEquals(wrong, []);
});

Deno.test("architecture: every file lies in a folder of the table", () => {
  const rooms = SOURCES.map(({ path }) => roomOf(path));
  assertEquals(rooms.filter((room) => !(room in MAY_IMPORT)), []);
});

Deno.test("architecture: no file leads back to itself by its imports", () => {
  const targets = Map.groupBy(IMPORTS, ({ importer }) => importer);
  const circles = SOURCES.map(({ path }) => path).filter((path) => {
    const reached = new Set<string | null>();
    const pending: (string | null)[] = [path];
    while (pending.length > 0) {
      for (const { target } of targets.get(pending.pop() ?? "") ?? []) {
        if (!reached.has(target)) pending.push(target);
        reached.add(target);
      }
    }
    return reached.has(path);
  });
  assertEquals(circles, []);
});

Deno.test("architecture: packages are imported through the import map, where allowed", () => {
  const wrong = IMPORTS.filter(({ importer, specifier, target }) =>
    target === null &&
    !PACKAGES.some(([name, where]) =>
      name.test(specifier) && where.test(importer)
    )
  );
  assertEquals(wrong, []);
});

Deno.test("architecture: commands are independent of each other", () => {
  const commands = new Set(
    filesWith(/: CommandSpec\b/).filter((path) => roomOf(path) === "commands"),
  );
  const wrong = IMPORTS.filter(({ importer, target }) =>
    commands.has(importer) && target !== null && commands.has(target)
  );
  assertEquals(wrong, []);
});

Deno.test("architecture: a command's own folder is used by that command alone", () => {
  const wrong = IMPORTS.filter(({ importer, target }) => {
    const [, owner = ""] = /^commands\/(\w+)\//.exec(target ?? "") ?? [];
    if (owner === "" || owner === "shared") return false;
    return !importer.startsWith(`commands/${owner}/`) &&
      importer !== `commands/${owner}.ts`;
  });
  assertEquals(wrong, []);
});

Deno.test("architecture: what commands share knows none of them", () => {
  const wrong = IMPORTS.filter(({ importer, target }) =>
    importer.startsWith("commands/shared/") &&
    target?.startsWith("commands/") && !target.startsWith("commands/shared/")
  );
  assertEquals(wrong, []);
});

Deno.test("architecture: the system is reached in three places", () => {
  const allowed = /^(main\.ts|cli\/deno_system\.ts|native\/)/;
  const wrong = filesWith(/\b(Deno\.|globalThis\.Deno|process\.|"node:)/);
  assertEquals(wrong.filter((path) => !allowed.test(path)), []);
});

Deno.test("architecture: native code is called in native alone", () => {
  const wrong = filesWith(
    /\bDeno\.(dlopen|Unsafe\w+|DynamicLibrary|PointerValue|PointerObject)\b/,
  );
  assertEquals(wrong.filter((path) => roomOf(path) !== "native"), []);
});

Deno.test("architecture: the arguments are read and the process is ended in main.ts alone", () => {
  const found = filesWith(/\bDeno\.(args|exit|exitCode)\b/);
  assertEquals(found.filter((path) => path !== "main.ts"), []);
});

Deno.test("architecture: nothing reaches for the network or another process", () => {
  const found = filesWith(
    /\bDeno\.(Command|connect\w*|listen\w*|serve|resolveDns|run|kill)\b|\bfetch\(|\b(WebSocket|EventSource|Worker)\(/,
  );
  assertEquals(found, []);
});

Deno.test("architecture: every environment variable that is read is permitted", () => {
  const program = SOURCES.filter(({ path }) => roomOf(path) !== "build");
  const names = program.flatMap(({ text }) =>
    [...text.matchAll(/\benv(?:\.get)?\(\s*"(\w+)"/g)].map((match) => match[1])
  );
  // The reader of EVTX asks for one of its own.
  const all = new Set([...names, "EVTX_DEBUG"]);
  assertEquals([...all].sort(), [...ENVIRONMENT_VARIABLES]);
});

Deno.test("architecture: file names are snake_case", () => {
  const pattern = /^([a-z0-9]+(_[a-z0-9]+)*\/)*[a-z0-9]+(_[a-z0-9]+)*\.ts$/;
  const paths = SOURCES.map(({ path }) => path);
  assertEquals(paths.filter((path) => !pattern.test(path)), []);
});

Deno.test("architecture: no file but tables is long", () => {
  const long = SOURCES
    .map(({ path, text }) => ({
      path,
      lines: text.trimEnd().split("\n").length,
    }))
    .filter(({ path, lines }) =>
      lines > LONGEST_FILE_LINES && !TABLES.some((table) => table.test(path))
    );
  assertEquals(long, []);
});
