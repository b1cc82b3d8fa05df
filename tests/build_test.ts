import { assert, assertEquals, assertMatch } from "@std/assert";
import {
  build,
  buildIfNeeded,
  compile,
  ENVIRONMENT_VARIABLES,
  PERMISSIONS,
} from "../build.ts";
import config from "../deno.json" with { type: "json" };
import { bundle } from "../src/build/bundle.ts";
import { ROOT } from "../src/build/files.ts";
import { hostTarget, TARGETS } from "../src/build/targets.ts";

const HOST = hostTarget();
const SUFFIX = Deno.build.os === "windows" ? ".exe" : "";

/** Makes a folder that goes when the test ends. */
function openFolder(): Disposable & { readonly path: string } {
  const path = Deno.makeTempDirSync();
  return {
    path,
    [Symbol.dispose]: () => Deno.removeSync(path, { recursive: true }),
  };
}

async function run(
  program: string,
  args: readonly string[],
  options: Omit<Deno.CommandOptions, "args"> & { input?: string } = {},
): Promise<{ code: number; stdout: string; stderr: string }> {
  const { input, ...rest } = options;
  const child = new Deno.Command(program, {
    args: [...args],
    ...rest,
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const output = child.output();
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(input ?? ""));
  await writer.close();
  const { code, stdout, stderr } = await output;
  const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
  return { code, stdout: text(stdout), stderr: text(stderr) };
}

/** Runs `build.ts` where Deno's download host cannot be reached. */
function runBuildOffline(
  args: readonly string[],
  { checkout = ROOT, env = {} }: {
    checkout?: string;
    env?: Record<string, string>;
  } = {},
): Promise<{ code: number; stdout: string; stderr: string }> {
  return run(Deno.execPath(), ["run", "-A", `${checkout}/build.ts`, ...args], {
    cwd: checkout,
    env: { HTTPS_PROXY: "http://127.0.0.1:9", NO_COLOR: "1", ...env },
  });
}

/** Copies what a build reads, with the base runtime that this checkout already has. */
async function copyCheckout(to: string): Promise<void> {
  await Deno.mkdir(`${to}/.cache`, { recursive: true });
  for await (const { name, isFile } of Deno.readDir(`${ROOT}/.cache`)) {
    if (isFile && /^(denort|_deno)/.test(name)) {
      await Deno.link(`${ROOT}/.cache/${name}`, `${to}/.cache/${name}`);
    }
  }
  for (const name of ["deno.json", "deno.lock", "build.ts", "LICENSE"]) {
    await Deno.copyFile(`${ROOT}/${name}`, `${to}/${name}`);
  }
  for (const name of ["src", "ps"]) {
    await copyFolder(`${ROOT}/${name}`, `${to}/${name}`);
  }
}

async function copyFolder(from: string, to: string): Promise<void> {
  await Deno.mkdir(to, { recursive: true });
  for await (const { name, isDirectory } of Deno.readDir(from)) {
    if (isDirectory) await copyFolder(`${from}/${name}`, `${to}/${name}`);
    else await Deno.copyFile(`${from}/${name}`, `${to}/${name}`);
  }
}

Deno.test("the executable works alone in a folder, without an environment", async () => {
  using folder = openFolder();
  const copy = `${folder.path}/tool${SUFFIX}`;
  await Deno.copyFile(await buildIfNeeded(), copy);
  const { code, stdout, stderr } = await run(copy, ["version"], {
    cwd: folder.path,
    clearEnv: true,
  });
  assertEquals({ code, stderr }, { code: 0, stderr: "" });
  assert(stdout.startsWith(`wfpcallout ${config.version} (`), stdout);
});

Deno.test("the executable holds every fact of the sources", async () => {
  const args = ["list", "*", "--json", "--kind"];
  const main = ["run", "-A", `${ROOT}/src/main.ts`];
  const kinds = ["callout", "layer", "sublayer", "provider", "condition"];
  for (const kind of kinds) {
    const built = await run(await buildIfNeeded(), [...args, kind]);
    const source = await run(Deno.execPath(), [...main, ...args, kind]);
    assertEquals({ ...built, stdout: "" }, { code: 0, stdout: "", stderr: "" });
    assert(built.stdout === source.stdout, `${kind} differs`);
  }
});

Deno.test("a run leaves no file in the temporary directory", async () => {
  using folder = openFolder();
  const env = { TMPDIR: folder.path, TMP: folder.path, TEMP: folder.path };
  const args = ["resolve", "c38d57d1-05a7-4c33-904f-7fbceee60e82"];
  const { code } = await run(await buildIfNeeded(), args, { env });
  assertEquals(code, 0);
  assertEquals([...Deno.readDirSync(folder.path)], []);
});

Deno.test("PERMISSIONS: no network, no processes, no more of the environment than is listed", async () => {
  using folder = openFolder();
  const probe = `${folder.path}/probe${SUFFIX}`;
  const script = await bundle(
    `${ROOT}/tests/testdata/permission_probe.js`,
    `${folder.path}/script`,
  );
  await compile({ script, output: probe });
  const { stdout } = await run(probe, ["http://127.0.0.1:9/x.js", script]);
  assertEquals(stdout.split("\n"), [
    "fetch: refused",
    "connect: refused",
    "listen: refused",
    "resolve a name: refused",
    "open a WebSocket: refused",
    "import from the network: refused",
    "start a process: refused",
    "signal a process: refused",
    "read HOME: refused",
    "list the environment: refused",
    "ask for more: refused",
    "read NO_COLOR: allowed",
    "read a file: allowed",
    "",
  ]);
});

Deno.test("PERMISSIONS are the ones of the design", () => {
  assertEquals([...PERMISSIONS], [
    "--no-prompt",
    "--no-code-cache",
    "--deny-import",
    "--allow-read",
    "--allow-write",
    "--allow-ffi",
    `--allow-env=${ENVIRONMENT_VARIABLES.join(",")}`,
  ]);
});

Deno.test("the same sources give the same bytes in whatever folder", async () => {
  using folder = openFolder();
  const sums: string[] = [];
  for (const name of ["one", "two/deeper"]) {
    const checkout = `${folder.path}/${name}`;
    await copyCheckout(checkout);
    const args = ["run", "-A", "build.ts", "build"];
    const { code, stderr } = await run(Deno.execPath(), args, {
      cwd: checkout,
    });
    assertEquals(code, 0, stderr);
    sums.push(await Deno.readTextFile(`${checkout}/dist/SHA256SUMS`));
  }
  assertEquals(sums[0], sums[1]);
});

Deno.test("SHA256SUMS has the checksum of each file", async () => {
  const dist = (await buildIfNeeded()).replace(/[^/]*$/, "");
  const lines = (await Deno.readTextFile(`${dist}/SHA256SUMS`)).trim().split(
    "\n",
  );
  for (const line of lines) {
    const [sum, path] = line.split("  ");
    const bytes = await Deno.readFile(`${dist}/${path}`);
    const digest = await crypto.subtle.digest("SHA-256", bytes);
    assertEquals(new Uint8Array(digest).toHex(), sum, path);
  }
  const paths = lines.map((line) => line.split("  ")[1]);
  assert(paths.includes(`wfpcallout${SUFFIX}`));
  assert(paths.includes(`WfpCallout/bin/${TARGETS[HOST]}/wfpcallout${SUFFIX}`));
  assert(paths.includes("WfpCallout/WfpCallout.psm1"));
});

Deno.test("the module is one file, with every function of its sources and nothing to load", async () => {
  const dist = (await buildIfNeeded()).replace(/[^/]*$/, "");
  const text = await Deno.readTextFile(`${dist}/WfpCallout/WfpCallout.psm1`);
  const functionsOf = (code: string): string[] =>
    [...code.matchAll(/^function ([\w-]+)/gm)].map((match) => match[1] ?? "");
  const expected: string[] = [];
  for (const folder of ["Private", "Public"]) {
    const path = `${ROOT}/ps/WfpCallout/${folder}`;
    const names = [...Deno.readDirSync(path)].map(({ name }) => name);
    for (const name of names.sort()) {
      expected.push(...functionsOf(await Deno.readTextFile(`${path}/${name}`)));
    }
  }
  assert(expected.includes("Resolve-WfpGuid"));
  assertEquals(functionsOf(text), expected);
  assert(!text.includes("GetFiles"), "it still loads its sources");
  assertEquals(
    [...Deno.readDirSync(`${dist}/WfpCallout`)].filter(({ name }) =>
      /^P/.test(name)
    ),
    [],
  );
});

Deno.test("the version is the same in deno.json, manifest and changelog", async () => {
  const manifest = await Deno.readTextFile(
    `${ROOT}/ps/WfpCallout/WfpCallout.psd1`,
  );
  assertEquals(
    /^\s*ModuleVersion\s*=\s*'(.*)'/m.exec(manifest)?.[1],
    config.version,
  );
  const changelog = await Deno.readTextFile(`${ROOT}/CHANGELOG.md`);
  assertEquals(/^## \[(\d[^\]]*)\]/m.exec(changelog)?.[1], config.version);
});

Deno.test("deno task start passes arguments, standard input and the exit code", async () => {
  await buildIfNeeded();
  const task = ["task", "--quiet", "start"];
  const args = ["validate", "--jsonl", "--", "a 'quoted' $text \"here\""];
  const given = await run(Deno.execPath(), [...task, ...args], { cwd: ROOT });
  assertEquals(given.code, 1);
  assertEquals(JSON.parse(given.stdout).input, "a 'quoted' $text \"here\"");
  const piped = await run(Deno.execPath(), [...task, "validate", "--jsonl"], {
    cwd: `${ROOT}/src`,
    input: "c38d57d1-05a7-4c33-904f-7fbceee60e82\nnonsense\n",
  });
  assertEquals(piped.code, 1);
  assertEquals(piped.stdout.trim().split("\n").length, 2);
});

Deno.test("deno task build --target X86_64", async () => {
  const { code, stdout, stderr } = await runBuildOffline([
    "build",
    "--target",
    "X86_64",
  ]);
  assertEquals({ code, stdout }, { code: 1, stdout: "" });
  assertEquals(
    stderr,
    `error: Unknown target "X86_64"\nhint: one of ${
      Object.keys(TARGETS).join(", ")
    }\n`,
  );
});

Deno.test("deno task build says what is missing for a target, and what to do", async () => {
  using folder = openFolder();
  const target = HOST === "aarch64-apple-darwin"
    ? "x86_64-apple-darwin"
    : "aarch64-apple-darwin";
  const args = ["build", "--target", target, "--out", folder.path];
  const { code, stderr } = await runBuildOffline(args, {
    env: { DENO_DIR: folder.path },
  });
  assertEquals(code, 1);
  assertMatch(
    stderr,
    new RegExp(
      `^error: Cannot compile for ${target}: its base runtime is missing, and ` +
        `https://\\S+/denort-${target}.zip cannot be reached\nhint: .+ DENORT_BIN\n$`,
    ),
  );
});

Deno.test("deno task build --release uses no other base runtime than Deno's", async () => {
  using folder = openFolder();
  const args = ["build", "--release", "--out", folder.path];
  const env = { DENO_DIR: folder.path };
  const offline = await runBuildOffline(args, { env });
  assertEquals(offline.code, 1);
  assertMatch(
    offline.stderr,
    /^error: Cannot compile for .* base runtime is missing/,
  );
  const given = await runBuildOffline(args, {
    env: { ...env, DENORT_BIN: Deno.execPath() },
  });
  assertEquals(given, {
    code: 1,
    stdout: "",
    stderr: "error: Cannot build a release with DENORT_BIN\n" +
      "hint: unset it: a release uses the base runtime that Deno publishes\n",
  });
});

Deno.test("deno task build refuses a DENORT_BIN of another version", async () => {
  using folder = openFolder();
  const denort = `${folder.path}/denort`;
  await Deno.writeTextFile(denort, "\x7fELF ... Deno/1.2.3 ...");
  const { code, stderr } = await runBuildOffline([
    "build",
    "--out",
    folder.path,
  ], {
    env: { DENORT_BIN: denort },
  });
  assertEquals(code, 1);
  assertEquals(
    stderr,
    `error: Cannot compile with DENORT_BIN "${denort}": it is from Deno 1.2.3, ` +
      `but this is Deno ${Deno.version.deno}\n` +
      "hint: give the base runtime of the same version, or run this Deno's version\n",
  );
});

Deno.test({
  name: "deno task build refuses a cached base runtime that was changed",
  ignore: HOST !== "x86_64-unknown-linux-gnu",
  fn: async () => {
    using folder = openFolder();
    await copyCheckout(folder.path);
    const denort = `${folder.path}/.cache/denort-2.4.2`;
    await Deno.remove(denort).catch(() => {});
    await Deno.writeTextFile(denort, "changed");
    const { code, stderr } = await runBuildOffline(["build"], {
      checkout: folder.path,
    });
    assertEquals(code, 1);
    assert(
      stderr.endsWith(
        `error: Cannot compile with "${denort}": its checksum is wrong\n` +
          "hint: remove the file and build again\n",
      ),
      stderr,
    );
  },
});

Deno.test("deno task build --out fills another folder", async () => {
  using folder = openFolder();
  const executable = await build({ folder: `${folder.path}/out` });
  assertEquals(executable, `${folder.path}/out/wfpcallout${SUFFIX}`);
  const names = [...Deno.readDirSync(`${folder.path}/out`)].map(({ name }) =>
    name
  );
  assertEquals(names.sort(), [
    "SHA256SUMS",
    "WfpCallout",
    `wfpcallout${SUFFIX}`,
  ]);
});
