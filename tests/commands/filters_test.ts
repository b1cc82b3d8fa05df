import { assertEquals } from "@std/assert";
import { runInMemory, type RunResult } from "../testing/memory_system.ts";
import { rawFilter, rawSnapshot } from "../testing/raw_objects.ts";
import { SMALL_STATE, withoutContoso } from "../testing/small_state.ts";

function filters(...words: string[]): Promise<RunResult> {
  return runInMemory(["filters", "--from", "state.xml", ...words], {
    files: { "state.xml": SMALL_STATE, "gone.xml": withoutContoso() },
  });
}

async function namesOf(...words: string[]): Promise<unknown> {
  const { code, stdout, stderr } = await filters("--json", ...words);
  const records = JSON.parse(stdout) as { displayName: string }[];
  return [code, records.map(({ displayName }) => displayName), stderr];
}

const BOTH = ["Contoso decides", "Contoso watches"];

Deno.test("wfpcallout filters --format table", async () => {
  const { code, stdout, stderr } = await filters("--format", "table");
  assertEquals([code, stderr], [0, ""]);
  assertEquals(
    stdout.split("\n").map((line) => line.replaceAll(/ {2,}/g, " | ")),
    [
      "Layer | Sublayer | Weight | Action | Callout | Flags | Conditions | Name",
      stdout.split("\n")[1]?.replaceAll(/ {2,}/g, " | "),
      "FWPM_LAYER_ALE_AUTH_CONNECT_V4 | Contoso sublayer | 65535:200 | CALLOUT_TERMINATING | Contoso connect | CLEAR_ACTION_RIGHT | IP_REMOTE_PORT = 443, 80-90 | Contoso decides",
      "FWPM_LAYER_ALE_AUTH_CONNECT_V4 | FWPM_SUBLAYER_UNIVERSAL | 32768:100 | CALLOUT_INSPECTION | Contoso connect | always | Contoso watches",
      "2 filters",
      "",
    ],
  );
});

Deno.test("wfpcallout filters CALLOUT takes GUIDs, names and wildcards", async () => {
  for (
    const text of [
      "11111111-1111-4111-8111-111111111111",
      "{11111111-1111-4111-8111-111111111111}",
      "0x11111111, 0x1111, 0x4111, 0x81, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11",
      "contoso connect",
      "Contoso*",
    ]
  ) {
    assertEquals(await namesOf(text), [0, BOTH, ""]);
  }
});

Deno.test("wfpcallout filters CALLOUT of a known callout without filters", async () => {
  assertEquals(await namesOf("FWPM_CALLOUT_IPSEC_ALE_CONNECT_V4"), [0, [], ""]);
  assertEquals(await namesOf("IPSEC_DOSP_FORWARD_V4"), [0, [], ""]);
});

Deno.test("wfpcallout filters CALLOUT finds a callout that is gone", async () => {
  const { code, stdout } = await runInMemory(
    [
      "filters",
      "--from",
      "gone.xml",
      "--jsonl",
      "11111111-1111-4111-8111-111111111111",
    ],
    { files: { "gone.xml": withoutContoso() } },
  );
  assertEquals([code, stdout.split("\n").length], [0, 3]);
});

Deno.test("wfpcallout filters CALLOUT that nobody knows", async () => {
  assertEquals(await namesOf("IPSEC_ALE_CONECT_V4", "Contoso*"), [
    1,
    BOTH,
    '{"warning":{"code":"notFound","message":"Cannot find callout \\"IPSEC_ALE_CONECT_V4\\": neither the catalogue nor the source has it","hint":"did you mean FWPM_CALLOUT_IPSEC_ALE_CONNECT_V4?","details":{"text":"IPSEC_ALE_CONECT_V4"}}}\n',
  ]);
  assertEquals(await namesOf("{11111111-1111"), [
    1,
    [],
    '{"warning":{"code":"malformed","message":"Cannot read \\"{11111111-1111\\": it ends after 13 of 36 characters (character 15)","hint":null,"details":{"text":"{11111111-1111"}}}\n',
  ]);
  assertEquals(await namesOf("11111111-1111-4111-8111-11111111111"), [
    1,
    [],
    '{"warning":{"code":"malformed","message":"Cannot read \\"11111111-1111-4111-8111-11111111111\\": it ends after 35 of 36 characters (character 36)","hint":"did you mean 11111111-1111-4111-8111-111111111111 (Contoso connect)?","details":{"text":"11111111-1111-4111-8111-11111111111"}}}\n',
  ]);
});

Deno.test("wfpcallout filters --id", async () => {
  assertEquals(await namesOf("--id", "70003", "--id", "070001"), [0, [
    "Allow all",
    "Contoso watches",
  ], ""]);
  assertEquals(await namesOf("--id", "70003", "Contoso*"), [0, [], ""]);
  assertEquals(await namesOf("--id", "07"), [
    1,
    [],
    '{"warning":{"code":"notFound","message":"Cannot find filter 7: no filter of the source has this run-time id","hint":"run-time ids are valid for one boot only; take the dump in the same boot","details":{"filterId":"7"}}}\n',
  ]);
  const missing = await filters("--id", "7");
  assertEquals(missing, {
    ...missing,
    code: 1,
    stdout: "",
    stderr:
      "warning: Cannot find filter 7: no filter of the source has this run-time id\n" +
      "hint: run-time ids are valid for one boot only; take the dump in the same boot\n",
  });
  const wrong = await filters("--id", "x");
  assertEquals([wrong.code, wrong.stderr], [
    2,
    'error: Cannot use --id "x": it is not a run-time id, which is a number\n',
  ]);
});

Deno.test("wfpcallout filters --all", async () => {
  assertEquals(await namesOf("--all"), [0, [
    "Contoso decides",
    "Allow all",
    "Contoso watches",
  ], ""]);
});

Deno.test("wfpcallout filters - reads callouts from standard input", async () => {
  const files = { "state.xml": SMALL_STATE };
  const words = ["filters", "--from", "state.xml", "--format", "csv", "-"];
  const lines = await runInMemory(words, {
    files,
    stdin: "\ncontoso connect\r\nIPSEC_ALE_CONNECT_V4\n",
  });
  assertEquals([lines.code, lines.stderr], [0, ""]);
  assertEquals(lines.stdout.split("\r\n").length, 4);
  const json = await runInMemory([...words, "--input", "json"], {
    files,
    stdin: '"contoso connect"\nnonsense\n',
  });
  assertEquals([json.code, json.stdout], [3, lines.stdout]);
  assertEquals(
    json.stderr,
    "error: Cannot read line 2 of standard input: it is not a JSON string\n" +
      "hint: give one JSON string a line, or leave --input json out\n",
  );
});

Deno.test("wfpcallout filters - --input json takes every text, also none and a dash", async () => {
  const { code, stdout, stderr } = await runInMemory(
    ["filters", "--from", "state.xml", "--jsonl", "--input", "json", "-"],
    { files: { "state.xml": SMALL_STATE }, stdin: '""\n"-"\n' },
  );
  const texts = stderr.trim().split("\n").map((line) =>
    JSON.parse(line).warning.details.text
  );
  assertEquals([code, stdout, texts], [1, "", ["", "-"]]);
});

Deno.test("wfpcallout filters shows weights as far as they are known", async () => {
  const weights = [
    { effectiveWeight: "5" },
    { effectiveWeight: null, weight: { type: "FWP_UINT8", value: 8 } },
    { effectiveWeight: null, weight: { type: "FWP_EMPTY", value: null } },
    { effectiveWeight: null, weight: null },
  ];
  const engine = {
    read: () =>
      rawSnapshot({
        filters: weights.map((members) => rawFilter(members)),
        sublayers: null,
      }),
  };
  const { stdout } = await runInMemory(["filters"], { os: "windows", engine });
  assertEquals(
    stdout.trim().split("\n").map((line) => line.split("\t")[2]),
    ["?:5", "?:8", "?:?", "?:?"],
  );
});
