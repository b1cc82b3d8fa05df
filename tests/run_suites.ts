/**
 * Runs every suite, and prints one line a suite at the end:
 * `suite NAME: N passed, N failed`.
 *
 * @module
 */

import { buildIfNeeded } from "../build.ts";
import { ROOT } from "../src/build/files.ts";
import { buildEngineHost } from "./build_engine_host.ts";

/** What a suite said. */
interface SuiteResult {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
}

const FUZZ_RUNS = "100000";
const CI = Deno.env.get("CI") === "true";

/** The tests of all that is TypeScript, or only of some files. */
async function runDenoTests(
  files: readonly string[],
  env: Record<string, string> = {},
): Promise<SuiteResult> {
  const report = `${ROOT}/.cache/deno_test.xml`;
  await Deno.mkdir(`${ROOT}/.cache`, { recursive: true });
  // One of an earlier run would count again if this one ends early.
  await Deno.writeTextFile(report, "");
  const { success } = await spawn(Deno.execPath(), {
    args: ["test", "-A", "--quiet", `--junit-path=${report}`, ...files],
    env,
  });
  const xml = await Deno.readTextFile(report).catch(() => "");
  const head = /<testsuites [^>]*>/.exec(xml)?.[0] ?? "";
  const count = (name: string): number =>
    Number(new RegExp(`${name}="(\\d+)"`).exec(head)?.[1] ?? 0);
  const failed = count("failures") + count("errors");
  return {
    name: "deno test",
    passed: count("tests") - failed,
    // A module that does not load is counted nowhere else.
    failed: success ? failed : Math.max(failed, 1),
  };
}

/** The tests of the module: in each PowerShell with Pester that is here, else in the engine host. */
async function runPesterTests(): Promise<SuiteResult[]> {
  const results: SuiteResult[] = [];
  for (const shell of ["pwsh", "powershell"]) {
    if (await hasPester(shell)) results.push(await runPester(shell));
  }
  if (results.length > 0) return results;
  if (await canRun("dotnet", ["--version"])) return await runEngineHost();
  console.error(
    "\nNOT RUN: the tests of the PowerShell module in tests/ps. They need pwsh " +
      "with Pester 5, or the .NET SDK 10 to build the engine host.\n",
  );
  return CI ? [{ name: "Pester (not run)", passed: 0, failed: 1 }] : [];
}

async function hasPester(shell: string): Promise<boolean> {
  const code =
    "if (-not (Get-Module -ListAvailable Pester | Where-Object Version -ge 5.0)) { exit 1 }";
  return await canRun(shell, [
    "-NoProfile",
    "-NonInteractive",
    "-Command",
    code,
  ]);
}

async function runPester(shell: string): Promise<SuiteResult> {
  const code = [
    "Import-Module Pester -MinimumVersion 5.0",
    "$c = New-PesterConfiguration",
    "$c.Run.Path = 'tests/ps'",
    "$c.Run.PassThru = $true",
    "$r = Invoke-Pester -Configuration $c",
    '"counted: $($r.PassedCount) passed, $($r.FailedCount + $r.FailedContainersCount) failed"',
  ].join("; ");
  const args = ["-NoProfile", "-NonInteractive", "-Command", code];
  return await runCounted(`Pester in ${shell}`, shell, { args });
}

/** Runs them as Windows PowerShell reads dates, and as PowerShell 7 does. */
async function runEngineHost(): Promise<SuiteResult[]> {
  let host: string;
  try {
    host = await buildEngineHost();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return [{ name: "Pester (no engine host)", passed: 0, failed: 1 }];
  }
  const results: SuiteResult[] = [];
  for (const dates of ["datetime", "strings"]) {
    results.push(
      await runCounted(
        `Pester in the engine host, dates as ${dates}`,
        host,
        { args: ["test", "--dates", dates, "tests/ps"] },
      ),
    );
  }
  return results;
}

/** Runs a suite that prints its own count last. */
async function runCounted(
  name: string,
  program: string,
  options: SpawnOptions,
): Promise<SuiteResult> {
  const { success, text } = await spawn(program, options, true);
  const counts = [...text.matchAll(/(\d+) passed, (\d+) failed/g)].at(-1);
  const failed = Number(counts?.[2] ?? 0);
  return {
    name,
    passed: Number(counts?.[1] ?? 0),
    failed: success ? failed : Math.max(failed, 1),
  };
}

interface SpawnOptions {
  readonly args: readonly string[];
  readonly env?: Record<string, string>;
}

/** Runs a program whose output is seen at once, and collected too if asked. */
async function spawn(
  program: string,
  { args, env = {} }: SpawnOptions,
  collect = false,
): Promise<{ success: boolean; text: string }> {
  const child = new Deno.Command(program, {
    args: [...args],
    cwd: ROOT,
    env,
    stdin: "null",
    stdout: collect ? "piped" : "inherit",
  }).spawn();
  let text = "";
  if (collect) {
    for await (
      const part of child.stdout.pipeThrough(new TextDecoderStream())
    ) {
      text += part;
      await Deno.stdout.write(new TextEncoder().encode(part));
    }
  }
  return { success: (await child.status).success, text };
}

async function canRun(
  program: string,
  args: readonly string[],
): Promise<boolean> {
  try {
    const command = new Deno.Command(program, { args: [...args] });
    return (await command.output()).success;
  } catch {
    return false;
  }
}

/** The test files that try properties. */
async function findPropertyTests(folder: string): Promise<string[]> {
  const found: string[] = [];
  for await (const entry of Deno.readDir(folder)) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory) found.push(...await findPropertyTests(path));
    if (!entry.name.endsWith("_test.ts")) continue;
    const text = await Deno.readTextFile(path);
    if (text.includes("PROPERTY_RUNS")) found.push(path);
  }
  return found.sort();
}

/** Tries the properties many times. */
async function fuzz(): Promise<SuiteResult[]> {
  const runs = Deno.env.get("WFPCALLOUT_FUZZ_RUNS") ?? FUZZ_RUNS;
  const files = await findPropertyTests(`${ROOT}/tests`);
  const { passed, failed } = await runDenoTests(files, {
    WFPCALLOUT_FUZZ_RUNS: runs,
  });
  return [{ name: `properties, ${runs} runs each`, passed, failed }];
}

/** The program on Windows under Wine; sets that up first, which takes a minute. */
async function testWindows(): Promise<SuiteResult[]> {
  const { passed, failed } = await runDenoTests([
    "tests/windows/under_wine.ts",
    "tests/windows/module_under_wine.ts",
  ]);
  return [{ name: "Windows under Wine", passed, failed }];
}

async function test(): Promise<SuiteResult[]> {
  await buildIfNeeded(console.error);
  return [await runDenoTests([]), ...await runPesterTests()];
}

if (import.meta.main) {
  const [name = "test"] = Deno.args;
  const suites: Readonly<Record<string, () => Promise<SuiteResult[]>>> = {
    test,
    fuzz,
    windows: testWindows,
  };
  const results = await suites[name]?.() ?? [];
  console.log();
  for (const { name, passed, failed } of results) {
    console.log(`suite ${name}: ${passed} passed, ${failed} failed`);
  }
  const isGood = results.length > 0 &&
    results.every(({ passed, failed }) => passed > 0 && failed === 0);
  Deno.exitCode = isGood ? 0 : 1;
}
