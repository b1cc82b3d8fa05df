/**
 * The PowerShell module on Windows: from `Get-WfpCallout` through the program to
 * the filter engine, and back as objects. Run by `deno task test:windows`.
 *
 * @module
 */

import { assertEquals } from "@std/assert";
import { sampleEngine, sampleGuid } from "../fwpuclnt_double/sample_engine.ts";
import { WindowsMachine } from "./windows_machine.ts";
import { WindowsModule } from "./windows_module.ts";

const ENGINE = sampleEngine({ callouts: 6, filters: 40 });
const QUIET = "$WarningPreference = 'SilentlyContinue'; ";

const machine = await WindowsMachine.start(ENGINE);
globalThis.addEventListener("unload", () => machine.stop());
const powershell = await WindowsModule.install(machine);

/** What the code writes, line by line. */
async function run(
  code: string,
  env: Readonly<Record<string, string>> = {},
): Promise<string[]> {
  const { code: exitCode, stdout, stderr } = await powershell.run(
    QUIET + code,
    { env },
  );
  assertEquals([exitCode, stderr], [0, ""]);
  return stdout.trimEnd().split(/\r?\n/);
}

Deno.test("Get-WfpCallout gives the callouts of the engine, whatever their names", async () => {
  const lines = await run(
    "Get-WfpCallout | ForEach-Object { '{0} {1} {2}' -f $_.Guid, $_.RuntimeId, [int]$_.DisplayName.Length }",
  );
  const expected = (ENGINE.callouts ?? []).map(({ key, calloutId, name }) =>
    `${key} ${calloutId} ${name?.length ?? 0}`
  );
  assertEquals(lines.toSorted(), expected.toSorted());
});

Deno.test("Get-WfpCallout finds a name that is not ASCII", async () => {
  const lines = await run("(Get-WfpCallout -Name 'Prüf-*').DisplayName");
  assertEquals(lines, ["Prüf-Callout 漢字 \u{1f525}"]);
});

Deno.test("Get-WfpCallout | Get-WfpCalloutFilter gives each filter once", async () => {
  const lines = await run(
    "Get-WfpCallout | Get-WfpCalloutFilter | ForEach-Object { $_.FilterId }",
  );
  const expected = (ENGINE.filters ?? [])
    .filter((filter) => filter.calloutKey !== null)
    .map((filter) => filter.filterId ?? "");
  assertEquals(lines.toSorted(), expected.toSorted());
});

Deno.test("Resolve-WfpGuid -Live names what only the engine knows", async () => {
  const guid = sampleGuid(4, 0);
  const lines = await run(`(Resolve-WfpGuid '{${guid}}' -Live).DisplayName`);
  assertEquals(lines, ["Plain callout"]);
});

Deno.test("Export-WfpSnapshot writes what Get-WfpCallout -Path reads", async () => {
  const lines = await run(
    "Export-WfpSnapshot -Destination state.json; @(Get-WfpCallout -Path state.json).Count",
  );
  assertEquals(lines.at(-1), "6");
});

Deno.test("Get-WfpCallout makes one error record of what the engine says", async (t) => {
  const cases = [
    ["FwpmEngineOpen0:5", "AccessDenied,Get-WfpCallout", "PermissionDenied"],
    [
      "FwpmEngineOpen0:1753",
      "EngineUnavailable,Get-WfpCallout",
      "ResourceUnavailable",
    ],
  ] as const;
  for (const [fault, id, category] of cases) {
    await t.step(fault, async () => {
      const lines = await run(
        "Get-WfpCallout -ErrorAction SilentlyContinue -ErrorVariable e; " +
          '$e.Count; $e[0].FullyQualifiedErrorId; "$($e[0].CategoryInfo.Category)"',
        { FWPUCLNT_DOUBLE_FAIL: fault },
      );
      assertEquals(lines, ["1", id, category]);
    });
  }
});
