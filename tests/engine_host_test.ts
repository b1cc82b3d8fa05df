/**
 * The engine host itself: that it reports what it should, and that what must fail does. The files under
 * `tests/ps/engine` hold the same language against Pester 5 when they are run there.
 */
import { assertEquals, assertMatch } from "@std/assert";
import { buildEngineHost } from "./build_engine_host.ts";

const ROOT = new URL("../", import.meta.url);
const SAMPLES = "tests/testdata/engine_host";

interface Run {
  code: number;
  stdout: string;
  stderr: string;
}

async function run(command: string, args: string[]): Promise<Run> {
  const output = await new Deno.Command(command, { args, cwd: ROOT }).output();
  const text = new TextDecoder();
  return {
    code: output.code,
    stdout: text.decode(output.stdout),
    stderr: text.decode(output.stderr),
  };
}

function hasDotnet(): boolean {
  try {
    return new Deno.Command("dotnet", { args: ["--version"] }).outputSync()
      .success;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

let built: Promise<string> | undefined;

async function host(...args: string[]): Promise<Run> {
  return await run(await (built ??= buildEngineHost()), args);
}

// Without the SDK nothing can be shown; where the suite must be whole, that is a failure and no reason to leave it out.
const ignore = !hasDotnet() && Deno.env.get("CI") !== "true";

function hostTest(name: string, fn: () => Promise<void>): void {
  Deno.test({ name: `engine_host ${name}`, ignore, fn });
}

hostTest("test tests/ps/engine", async () => {
  const { code, stdout } = await host("test", "tests/ps/engine");
  assertMatch(stdout, /\n\d+ passed, 0 failed, 2 skipped\n$/);
  assertEquals(code, 0);
});

hostTest("test --strict --dates strings tests/ps/engine", async () => {
  const { code, stdout } = await host(
    "test",
    "--strict",
    "--dates",
    "strings",
    "tests/ps/engine",
  );
  assertMatch(stdout, /\n\d+ passed, 0 failed, 2 skipped\n$/);
  assertEquals(code, 0);
});

hostTest(`test ${SAMPLES}/failures.ps1`, async () => {
  const expected = await Deno.readTextFile(
    new URL(`${SAMPLES}/failures.txt`, ROOT),
  );
  assertEquals(await host("test", `${SAMPLES}/failures.ps1`), {
    code: 1,
    stdout: expected,
    stderr: "",
  });
});

hostTest(`test ${SAMPLES}/broken_discovery.ps1`, async () => {
  const file = `${SAMPLES}/broken_discovery.ps1`;
  assertEquals(await host("test", file), {
    code: 1,
    stdout: `FAIL ${file}:3 (discovery)\n` +
      "     -ForEach is empty, so nothing would be tested [Argument,EngineHost.Pester.ItKeyword]\n" +
      `${file}: 1 failed\n0 passed, 1 failed, 0 skipped\n`,
    stderr: "",
  });
});

hostTest(`test ${SAMPLES}/no_tests.ps1`, async () => {
  const file = `${SAMPLES}/no_tests.ps1`;
  assertEquals(await host("test", file), {
    code: 1,
    stdout: `${file}: no tests\n0 passed, 0 failed, 0 skipped\n`,
    stderr: "",
  });
});

hostTest("run -c CODE", async () => {
  const code =
    "[pscustomobject]@{ Name = 'a'; Size = 1 }; Write-Warning 'careful'; Write-Error 'bad'";
  assertEquals(await host("run", "--width", "40", "-c", code), {
    code: 0,
    stdout:
      "\nWARNING: careful\nName Size\n---- ----\na       1\nWrite-Error: bad\n\n",
    stderr: "",
  });
});

hostTest("run -c 'throw'", async () => {
  assertEquals(await host("run", "-c", "throw 'over'"), {
    code: 1,
    stdout: "Exception: over\n",
    stderr: "",
  });
});

hostTest("run -c 'exit 7'", async () => {
  assertEquals(await host("run", "-c", "exit 7"), {
    code: 7,
    stdout: "",
    stderr: "",
  });
});

hostTest("complete 'Get-Help -Exa'", async () => {
  assertEquals(await host("complete", "Get-Help -Exa"), {
    code: 0,
    stdout: "ParameterName\t-Examples\tExamples\t[switch] Examples\n",
    stderr: "",
  });
});

hostTest("stop CODE N", async () => {
  const code = "1; 2; while ($true) { }";
  assertEquals(await host("stop", code, "2"), {
    code: 0,
    stdout: "Stopped after 2 outputs: PipelineStoppedException\n",
    stderr: "",
  });
});

hostTest("test --frobnicate", async () => {
  const { code, stdout, stderr } = await host("test", "--frobnicate");
  assertEquals([code, stdout, stderr.split("\n")[0]], [
    2,
    "",
    "error: unknown option --frobnicate",
  ]);
});
