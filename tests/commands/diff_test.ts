import { assertEquals } from "@std/assert";
import { runInMemory, type RunResult } from "../testing/memory_system.ts";
import { rawSnapshot } from "../testing/raw_objects.ts";
import { SMALL_STATE, withoutContoso } from "../testing/small_state.ts";

const GUID = "11111111-1111-4111-8111-111111111111";
const REKEYED = SMALL_STATE.replaceAll(
  GUID,
  "44444444-4444-4444-8444-444444444444",
);

function diff(...words: string[]): Promise<RunResult> {
  return runInMemory(["diff", ...words], {
    files: {
      "state.xml": SMALL_STATE,
      "gone.xml": withoutContoso(),
      "rekeyed.xml": REKEYED,
      "filters.xml": "<wfpdiag><filters></filters></wfpdiag>",
    },
    os: "windows",
    engine: { read: () => rawSnapshot({ callouts: [] }) },
  });
}

Deno.test("wfpcallout diff of equal states", async () => {
  const result = await diff("state.xml", "state.xml", "--filters");
  assertEquals([result.code, result.stdout, result.stderr], [0, "", ""]);
});

Deno.test("wfpcallout diff names the callout that is gone", async () => {
  const { code, stdout } = await diff(
    "state.xml",
    "gone.xml",
    "--json",
    "--filters",
  );
  const [change, ...rest] = JSON.parse(stdout);
  assertEquals([code, rest], [1, []]);
  const { before, ...facts } = change;
  assertEquals(facts, {
    change: "removed",
    kind: "callout",
    guid: GUID,
    name: "Contoso connect",
    after: null,
    fields: [],
  });
  assertEquals([before.kind, before.runtimeId, before.source], [
    "callout",
    300,
    "state.xml",
  ]);
});

Deno.test("wfpcallout diff --format table shows what changed", async () => {
  const { stdout } = await runInMemory([
    "diff",
    "a.xml",
    "b.xml",
    "--format",
    "table",
  ], {
    files: {
      "a.xml": SMALL_STATE,
      "b.xml": SMALL_STATE.replaceAll("Contoso connect", "Contoso link"),
    },
  });
  const [, , row, summary] = stdout.split("\n");
  assertEquals(
    row?.replaceAll(/ {2,}/g, " | "),
    `changed | callout | Contoso link | ${GUID} | displayName: Contoso connect -> Contoso link`,
  );
  assertEquals(summary, "added: 0, removed: 0, changed: 1, rekeyed: 0");
});

Deno.test("wfpcallout diff counts rekeyed objects", async () => {
  const table = await diff(
    "state.xml",
    "rekeyed.xml",
    "--filters",
    "--format",
    "table",
  );
  assertEquals([table.code, table.stdout, table.stderr], [
    0,
    "added: 0, removed: 0, changed: 0, rekeyed: 1\n",
    "",
  ]);
  const json = await diff("state.xml", "rekeyed.xml", "--filters", "--json");
  assertEquals([json.code, json.stdout, json.stderr], [
    0,
    "[]\n",
    '{"warning":{"code":"rekeyed","message":"rekeyed: 1 (the same content under new GUIDs)","hint":null,"details":{"rekeyed":1}}}\n',
  ]);
});

Deno.test("wfpcallout diff builtin live", async () => {
  const { code, stdout } = await diff("builtin", "live", "--jsonl");
  const changes = stdout.trim().split("\n").map((line) => JSON.parse(line));
  assertEquals(code, 1);
  assertEquals(
    new Set(changes.map(({ change }) => change)),
    new Set(["removed"]),
  );
  assertEquals(changes.length, 51);
});

Deno.test("wfpcallout diff says what it cannot compare", async () => {
  const none = await diff("filters.xml", "state.xml");
  assertEquals(none.code, 3);
  assertEquals(none.stderr.split("\n").slice(1), [
    'error: Cannot compare: "filters.xml" holds no callouts',
    "hint: compare its filters with --filters",
    "",
  ]);
  const some = await diff("filters.xml", "state.xml", "--filters");
  assertEquals(some.code, 1);
  assertEquals(
    some.stderr.split("\n").slice(1),
    [
      'warning: Cannot compare the callouts: "filters.xml" holds no callouts',
      "",
    ],
  );
});

Deno.test("wfpcallout diff does not take for gone what a cut file may hold behind its end", async () => {
  const cut = SMALL_STATE.slice(0, SMALL_STATE.indexOf("<callouts"));
  const files = { "state.xml": SMALL_STATE, "cut.xml": cut };
  for (const sides of [["state.xml", "cut.xml"], ["cut.xml", "state.xml"]]) {
    const words = ["diff", ...sides, "--filters", "--jsonl"];
    const { code, stdout, stderr } = await runInMemory(words, { files });
    assertEquals([code, stdout], [3, ""]);
    const last = JSON.parse(stderr.trimEnd().split("\n").at(-1) ?? "");
    assertEquals([last.warning.code, last.warning.message], [
      "notVisible",
      "not visible: 6 (on one side only, where the other was not read to its end)",
    ]);
  }
});

Deno.test("wfpcallout diff reports each side that cannot be read", async () => {
  const { code, stderr } = await diff("x.xml", "y.xml");
  assertEquals([code, stderr], [
    3,
    'error: Cannot read "x.xml": there is no such file\nerror: Cannot read "y.xml": there is no such file\n',
  ]);
});
