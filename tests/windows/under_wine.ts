/**
 * The program on Windows, as users start it: the bundle in `deno.exe`, the double
 * in the system directory. Run by `deno task test:windows`.
 *
 * @module
 */

import { assertEquals, assertMatch } from "@std/assert";
import type { RawFilter, RawSnapshot } from "../../src/model/raw.ts";
import { sampleEngine, sampleGuid } from "../fwpuclnt_double/sample_engine.ts";
import { toWindows, WindowsMachine } from "./windows_machine.ts";

const NOT_ELEVATED =
  "warning: This process does not run as administrator: the filter engine silently leaves out what the process may not read\n";

/** A whole security descriptor, self-relative: SYSTEM may add and read what SYSTEM owns. */
const DESCRIPTOR = [
  "01000480" + "14000000" + "20000000" + "00000000" + "2c000000",
  "010100000000000512000000",
  "010100000000000512000000",
  "02001c0001000000" + "0000140001000200" + "010100000000000512000000",
].join("");
const DESCRIPTOR_TEXT = "O:SYG:SYD:(A;;CCRC;;;SY)";

/** Display strings, and what Windows loads for them, or null where it may not. */
const RESOURCES: ReadonlyMap<string | null, string | null> = new Map([
  ["@wfpcallout_texts.dll,-7", "Geprüfter Text"],
  ["@.\\wfpcallout_texts.dll,-7", null],
  ["@%SystemRoot%\\system32\\wfpcallout_texts.dll,-7", null],
  ["@C:\\windows\\system32\\wfpcallout_texts.dll,-7", null],
  ["@\\\\localhost\\c$\\windows\\system32\\wfpcallout_texts.dll,-7", null],
  ["@wfpcallout_texts.dll,-8", null],
]);

/** The sample with a true security descriptor, and resource texts for the first callouts. */
function windowsEngine(): RawSnapshot {
  const sample = sampleEngine({ callouts: 20, filters: 60 });
  const names = [...RESOURCES.keys()];
  return {
    ...sample,
    callouts: (sample.callouts ?? []).map((callout, i) => ({
      ...callout,
      name: names[i - 10] ?? callout.name,
    })),
    filters: (sample.filters ?? [])
      .map((filter) => withDescriptor(filter, DESCRIPTOR)),
  };
}

function withDescriptor(filter: RawFilter, value: string): RawFilter {
  const conditions = filter.conditions?.map((condition) =>
    condition.value?.type === "FWP_SECURITY_DESCRIPTOR_TYPE"
      ? { ...condition, value: { ...condition.value, value } }
      : condition
  );
  return { ...filter, conditions: conditions ?? null };
}

const ENGINE = windowsEngine();
const machine = await WindowsMachine.start(ENGINE);
globalThis.addEventListener("unload", () => machine.stop());

function bySomething(a: unknown, b: unknown): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}

Deno.test("list --live --json gives the callouts, whatever their names", async () => {
  const { code, stdout } = await machine.run(["list", "--live", "--json"]);
  const expected = (ENGINE.callouts ?? []).map((callout) => [
    callout.key,
    RESOURCES.get(callout.name) ?? callout.name,
    callout.calloutId,
    callout.flags,
    callout.providerData,
  ]);
  const listed = JSON.parse(stdout)
    .map((record: Record<string, unknown>) => [
      record["guid"],
      record["displayName"],
      record["runtimeId"],
      record["flags"],
      record["providerData"],
    ]);
  assertEquals(
    [code, listed.toSorted(bySomething), stdout.match(/[^\n -~]/)],
    [0, expected.toSorted(bySomething), null],
  );
});

Deno.test("filters --live --all --json gives every kind of value", async () => {
  const words = ["filters", "--live", "--all", "--json"];
  const { code, stdout } = await machine.run(words);
  const expected = (ENGINE.filters ?? [])
    .map((filter) => withDescriptor(filter, DESCRIPTOR_TEXT))
    .map((filter) => [
      filter.filterId,
      filter.actionType,
      filter.conditions?.map((condition) => condition.value),
    ]);
  const listed = JSON.parse(stdout).map((record: {
    readonly filterId: string;
    readonly action: string;
    readonly conditions: readonly { readonly value: unknown }[];
  }) => [
    record.filterId,
    record.action,
    record.conditions.map((condition) => condition.value),
  ]);
  assertEquals(
    [code, listed.toSorted(bySomething)],
    [0, expected.toSorted(bySomething)],
  );
});

Deno.test("list NAME --live finds a name that is not ASCII", async () => {
  const words = ["list", "prüf-callout 漢*", "--live", "--format", "text"];
  const { code, stdout, stderr } = await machine.run(words);
  assertMatch(stdout, /^Prüf-Callout 漢字 \u{1f525}\tLayer 2\t/u);
  assertEquals([code, stderr], [0, NOT_ELEVATED]);
});

Deno.test("filters without a source asks the engine of this machine", async () => {
  const guid = sampleGuid(4, 2);
  const { code, stdout } = await machine.run(["filters", guid, "--jsonl"]);
  const ids = stdout.trim().split("\n")
    .map((line) => JSON.parse(line).filterId);
  const expected = (ENGINE.filters ?? [])
    .filter((filter) => filter.calloutKey === guid)
    .map((filter) => filter.filterId);
  assertEquals([code, ids.sort()], [0, expected.sort()]);
});

Deno.test("snapshot -o, then --from, gives the same callouts", async () => {
  const taken = await machine.run(["snapshot", "-o", "Zustand ä.json"]);
  assertEquals(taken, { code: 0, stdout: "", stderr: NOT_ELEVATED });
  const list = async (...words: string[]): Promise<unknown> => {
    const { stdout } = await machine.run(["list", "--json", ...words]);
    return JSON.parse(stdout)
      .map((record: object) => ({ ...record, source: "" }));
  };
  const file = await list("--from", "Zustand ä.json");
  assertEquals(file, await list("--live"));
});

Deno.test("exit codes are those of the program", async () => {
  const codes: number[] = [];
  for (
    const line of [
      "version",
      "list nope-nope --live",
      "list --nope",
      "list --from nope",
    ]
  ) codes.push((await machine.run(line.split(" "))).code);
  assertEquals(codes, [0, 1, 2, 3]);
});

Deno.test("list --live says why the engine does not answer", async (t) => {
  const cases = [
    ["FwpmEngineOpen0:5", 4, "ERROR_ACCESS_DENIED, 5"],
    ["FwpmEngineOpen0:1722", 5, "RPC_S_SERVER_UNAVAILABLE, 1722"],
    ["FwpmEngineOpen0:1753", 5, "EPT_S_NOT_REGISTERED, 1753"],
    ["FwpmLayerEnum0:0x80320004", 5, "FWP_E_LAYER_NOT_FOUND, 0x80320004"],
    ["FwpmTransactionBegin0:0x80320012", 5, "FWP_E_TIMEOUT, 0x80320012"],
  ] as const;
  for (const [fault, expected, status] of cases) {
    await t.step(fault, async () => {
      const env = { FWPUCLNT_DOUBLE_FAIL: fault };
      const result = await machine.run(["list", "--live"], { env });
      assertEquals([result.code, result.stdout], [expected, ""]);
      assertMatch(result.stderr, /^error: Cannot [^\n]*\nhint: [^\n]*\n$/);
      assertEquals(result.stderr.includes(`(${status})\n`), true);
    });
  }
});

Deno.test("list --live says that Wine has no filter engine", async () => {
  const env = { WINEDLLOVERRIDES: "fwpuclnt=b" };
  const result = await machine.run(["list", "--live"], { env });
  assertEquals([result.code, result.stdout], [5, ""]);
  assertMatch(result.stderr, /\(RPC_S_CANNOT_SUPPORT, 1764\)\n/);
});

Deno.test("list --live loads no library that lies in its folder or the current one", async () => {
  const cwd = `${machine.folder}/elsewhere`;
  await Deno.mkdir(cwd);
  // The last one is what the first one loads
  const names = [
    "fwpuclnt.dll",
    "wfpcallout_texts.dll",
    "wfpcallout_helper.dll",
  ];
  for (const name of names) {
    await machine.plant(name);
    await machine.plant(name, cwd);
  }
  // Of this one every process has its own, unless a name is taken for a path
  await machine.plant("kernel32.dll", cwd);
  const script = `${machine.folder}/by_name.js`;
  await Deno.writeTextFile(script, 'Deno.dlopen("fwpuclnt.dll", {});');
  const deno = `${machine.folder}/deno.exe`;
  const words = ["run", "-A", toWindows(script)];
  const byName = await machine.start(deno, words, { cwd });
  const live = await machine.run(["list", "--live", "--json"], { cwd });
  const listed = JSON.parse(live.stdout).length;
  assertEquals([byName.code, live.code, listed], [99, 0, 20]);
  for (const name of names) await Deno.remove(`${machine.folder}/${name}`);
});
