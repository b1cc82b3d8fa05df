import { assertEquals } from "@std/assert";
import { listRecords } from "../../src/catalog/list_records.ts";
import { formatGuid, GUID_SPELLINGS } from "../../src/model/format_guid.ts";
import {
  guidDigits,
  guidFromDigits,
  swapGuidBytes,
} from "../../src/model/guid.ts";
import { tool } from "../tool.ts";

interface Verdict {
  readonly input: string;
  readonly verdict: string;
  readonly valid: boolean;
  readonly guid: string | null;
  readonly reading: string | null;
  readonly match:
    | { readonly name: string | null; readonly guid: string }
    | null;
  readonly detail: string | null;
  readonly position: number | null;
  readonly error: { readonly code: string } | null;
}

async function validate(
  texts: readonly string[],
  args: readonly string[] = [],
): Promise<{ code: number; verdicts: Verdict[] }> {
  const { code, stdout } = await tool(
    ["validate", "--jsonl", "--input", "json", ...args],
    { stdin: texts.map((text) => JSON.stringify(text) + "\n").join("") },
  );
  const lines = stdout.trimEnd().split("\n");
  return { code, verdicts: lines.map((line) => JSON.parse(line)) };
}

const GUID = "eda08606-2494-4d78-89bc-67837c03b969";

const CASES: readonly (readonly [string, string, number | null])[] = [
  ["{00000000-0000-0000-0000-000000000000}", "nil", null],
  ["00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00", "nil", null],
  ["", "malformed", 1],
  ["{eda08606-2494-4d78-89bc", "malformed", 25],
  ["FWPM_CALLOUT_RESERVED_AUTH_CONNECT_LAYER_V6", "reserved", null],
  ["779719a4-e695-47b6-a199-7999fec9163b", "reserved", null],
  ["EDGE_TRAVERSAL_ALE_RESOURCE_ASSIGNMENT_V6", "builtin-alias", null],
  ["TEREDO_ALE_RESOURCE_ASSIGNMENT_V6", "builtin", null],
  ["31b95392-066e-42a2-b7db-92f8acdd56f9", "builtin", null],
  ["8e44982b-f477-11df-85ce-78e7d1810190", "windows", null],
  ["c3dbed20-0bb6-4bf3-828d-96732e1e0413", "windows", null],
  ["d67b238d-d80c-4ba7-96df-4a0c83464fa7", "windows", null],
  ["749978e2-cb6a-42f9-9c30-1a3ea9810185", "third-party", null],
  ["c38d57d1-05a7-4c33-904f-7fbceee60e82", "other-kind", null],
  ["FWPM_SUBLAYER_UNIVERSAL", "other-kind", null],
  ["0686a0ed-9424-784d-89bc-67837c03b969", "byte-swapped", 1],
  ["eda08606-2494-4d78-89bc-67837c03b968", "near-miss", 36],
  ["c3dbed20-0bb6-4bf3-828d-96732e1e00ff", "unknown", null],
  ["11111111-2222-4333-8444-555555555555", "unknown", null],
  ["20eddbc3-b60b-f34b-828d-96732e1e0520", "byte-swapped", 1],
  ["c3dbed20-0bb6-4bf3-828d-96732e1f0520", "near-miss", 32],
  ["c3dbed20-0bb6-4bf3-828d-96732e1f05ff", "unknown", null],
  ["IPSEC_ALE_CONNECT_V5", "unknown", null],
  ["IPSEC_ALE_CONNECT_V*", "unknown", null],
];

for (const [text, verdict, position] of CASES) {
  Deno.test(`wfpcallout validate "${text}" says ${verdict}`, async () => {
    const { code, verdicts } = await validate([text]);
    assertEquals(
      verdicts.map((each) => [each.verdict, each.position, each.error]),
      [[verdict, position, null]],
    );
    const isValid = ["reserved", "builtin-alias", "builtin"].includes(verdict);
    assertEquals([code, verdicts[0]?.valid], [isValid ? 0 : 1, isValid]);
  });
}

Deno.test("wfpcallout validate shows which GUID was meant and where they differ", async () => {
  const { verdicts } = await validate([
    "0686a0ed-9424-784d-89bc-67837c03b969",
    "eda08606-2494-4d78-89bc-67837c03b968",
  ]);
  const name = "FWPM_CALLOUT_WFP_TRANSPORT_LAYER_V4_SILENT_DROP";
  assertEquals(verdicts.map(({ match }) => [match?.name, match?.guid]), [
    [name, GUID],
    [name, GUID],
  ]);
  assertEquals(verdicts.map(({ detail }) => detail), [
    `${GUID} (${name}) with the bytes of its first three fields in the ` +
    "other order",
    `${GUID} (${name}) has "9" where this has "8", at character 36`,
  ]);
});

const STATE = new URL(
  "../testdata/sources/small-state.xml",
  import.meta.url,
).pathname;

Deno.test("wfpcallout validate --from looks among the objects of the source too", async () => {
  const callout = "11111111-1111-4111-8111-111111111111";
  const provider = "99999999-1111-4111-8111-111111111111";
  const filter = "22222222-2222-4222-8222-000000000002";
  const { code, verdicts } = await validate([
    "11111111-1111-4111-8111-111111111112",
    swapGuidBytes("22222222-2222-4222-8222-000000000002"),
    "99999999-1111-4111-8111-111111111110",
    "Contosso connect",
  ], ["--from", STATE]);
  assertEquals(code, 1);
  assertEquals(
    verdicts.map(({ verdict, match, detail, position }) => [
      verdict,
      match?.guid,
      detail,
      position,
    ]),
    [
      [
        "near-miss",
        callout,
        `${callout} (Contoso connect) has "1" where this has "2", at ` +
        "character 36",
        36,
      ],
      [
        "byte-swapped",
        filter,
        `${filter} (Contoso decides) with the bytes of its first three ` +
        "fields in the other order",
        15,
      ],
      [
        "near-miss",
        provider,
        `${provider} (Contoso VPN) has "1" where this has "0", at character 36`,
        36,
      ],
      [
        "unknown",
        undefined,
        "no known object has this name; the nearest is Contoso connect",
        null,
      ],
    ],
  );
});

Deno.test("wfpcallout validate names a callout without a name by its GUID", async () => {
  const guid = "af95af3f-00e9-4da5-b9dd-96bda0901631";
  const { verdicts } = await validate([
    "af95af3f-00e9-4da5-b9dd-96bda0901632",
    swapGuidBytes(guid),
  ]);
  assertEquals(verdicts.map(({ detail }) => detail), [
    `${guid} has "1" where this has "2", at character 36`,
    `${guid} with the bytes of its first three fields in the other order`,
  ]);
});

Deno.test("wfpcallout validate names the owner of a callout outside the header", async () => {
  const { verdicts } = await validate([
    "8e44982b-f477-11df-85ce-78e7d1810190",
    "5f1a7b3c-3e88-41c9-a442-61cfe6a48806",
    "b16b0a6e-2b2a-41a3-8b39-bd3ffc855ff8",
  ]);
  assertEquals(verdicts.map(({ detail }) => detail), [
    "NDU_ALE_FLOW_ESTABLISHED_V4_CALLOUT is Microsoft's but not in the " +
    "header of the SDK",
    "FORT_GUID_CALLOUT_DATAGRAM_V4 belongs to fortfw.sys (older releases)",
    "Datagram-Data Proxy Callout belongs to ddproxy.sys (WDK sample) or 2 " +
    "others",
  ]);
});

Deno.test("wfpcallout validate knows every built-in callout in every spelling and by every name", async () => {
  const texts: string[] = [];
  const expected: [string, string][] = [];
  for (const record of listRecords("callout")) {
    if (record.kind !== "callout" || !record.builtin) continue;
    const { guid, name } = record;
    if (guid === null || name === null) continue;
    const verdict = record.reserved ? "reserved" : "builtin";
    const spelled = GUID_SPELLINGS.map((each) => formatGuid(guid, each));
    const named = [name, name.toLowerCase(), name.slice("FWPM_".length)];
    for (const text of [...spelled, ...named]) {
      texts.push(text);
      expected.push([verdict, guid]);
    }
  }
  const { code, verdicts } = await validate(texts);
  assertEquals(code, 0);
  assertEquals(
    verdicts.map(({ verdict, match }) => [verdict, match?.guid]),
    expected,
  );
});

Deno.test("wfpcallout validate tells swapped bytes and one wrong digit of every built-in callout", async () => {
  const guids = listRecords("callout").filter(({ builtin }) => builtin)
    .map(({ guid }) => guid ?? "");
  const swapped = guids.map(swapGuidBytes);
  const wrong = guids.map((guid, i) => {
    const digits = guidDigits(guid);
    const at = (i * 7) % 30;
    const digit = ((parseInt(digits.charAt(at), 16) + 5) % 16).toString(16);
    return guidFromDigits(digits.slice(0, at) + digit + digits.slice(at + 1));
  });
  const { verdicts } = await validate([...swapped, ...wrong]);
  assertEquals(
    verdicts.map(({ verdict, match }) => [verdict, match?.guid]),
    [
      ...guids.map((guid) => ["byte-swapped", guid]),
      ...guids.map((guid) => ["near-miss", guid]),
    ],
  );
});

Deno.test("wfpcallout validate --expect asks for another kind", async () => {
  const layer = "c38d57d1-05a7-4c33-904f-7fbceee60e82";
  const { code, verdicts } = await validate([layer, GUID], [
    "--expect",
    "layer",
  ]);
  assertEquals(code, 1);
  assertEquals(verdicts.map(({ verdict, valid }) => [verdict, valid]), [
    ["builtin", true],
    ["other-kind", false],
  ]);
});

Deno.test("wfpcallout validate ends with 3 when a line is not a JSON string", async () => {
  const { code, stdout } = await tool(
    ["validate", "--jsonl", "--input", "json"],
    { stdin: `{\n"${GUID}"\n` },
  );
  const verdicts = stdout.trimEnd().split("\n").map((line) => JSON.parse(line));
  assertEquals(code, 3);
  assertEquals(
    verdicts.map(({ valid, error }) => [valid, error?.code ?? null]),
    [[false, "inputUnreadable"], [true, null]],
  );
});

Deno.test("wfpcallout validate --format csv gives the match a column a field", async () => {
  const { stdout } = await tool([
    "validate",
    "eda08606-2494-4d78-89bc-67837c03b969",
    "--format",
    "csv",
  ]);
  const [titles = [], cells = []] = stdout.split("\r\n").map((line) =>
    line.split(",")
  );
  assertEquals(titles.slice(0, 8), [
    "input",
    "verdict",
    "valid",
    "guid",
    "reading",
    "match.kind",
    "match.name",
    "match.guid",
  ]);
  assertEquals(titles.includes("match.owner.product"), true);
  assertEquals(
    cells[6],
    "FWPM_CALLOUT_WFP_TRANSPORT_LAYER_V4_SILENT_DROP",
  );
});
