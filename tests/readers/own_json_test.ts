import { assertEquals, assertThrows } from "@std/assert";
import { InputError } from "../../src/model/errors.ts";
import type { Snapshot } from "../../src/model/snapshot.ts";
import { readNetsh } from "../../src/readers/netsh_reader.ts";
import { readOwnJson } from "../../src/readers/own_json.ts";
import { enrich } from "../../src/sources/enrich.ts";

const GUID = "5a7a0003-1111-4222-8333-444455556666";
const SELECTION =
  "This is a list of records: what it does not hold is not known";
const NOTHING = {
  source: "a.json",
  time: null,
  computer: null,
  windows: null,
  complete: false,
  warnings: [SELECTION],
  callouts: null,
  filters: null,
  layers: null,
  sublayers: null,
  providers: null,
};
const CALLOUT = {
  kind: "callout",
  name: null,
  guid: GUID,
  aliases: [],
  displayName: null,
  description: null,
  layer: null,
  layerGuid: null,
  addressFamily: null,
  since: null,
  reserved: false,
  builtin: false,
  registered: null,
  persistent: null,
  flags: null,
  provider: null,
  providerGuid: null,
  providerData: null,
  runtimeId: null,
  owner: null,
  owners: [],
  observed: null,
  notes: [],
  references: [],
  source: "a.json",
};

/** All records of the fixture. */
function readFixture(): Snapshot {
  const url = new URL("../testdata/netsh/state.xml", import.meta.url);
  return enrich(readNetsh(Deno.readTextFileSync(url)).raw, "a.json");
}

/** What `snapshot` writes of a snapshot. */
function toSnapshotFile(
  snapshot: Partial<Snapshot>,
  schemaVersion: unknown = 1,
): string {
  return JSON.stringify({
    format: "wfpcallout-snapshot",
    schemaVersion,
    tool: "wfpcallout 1.0.0",
    ...snapshot,
    source: undefined,
  });
}

Deno.test("readOwnJson() gives back what a snapshot was made of", () => {
  const snapshot = readFixture();
  const text = toSnapshotFile({ ...snapshot, computer: "PC-7" });
  assertEquals(readOwnJson(text, "a.json"), {
    snapshot: { ...snapshot, computer: "PC-7" },
    fault: null,
  });
});

Deno.test("readOwnJson() gives records the path that they are read from", () => {
  const { snapshot } = readOwnJson(toSnapshotFile(readFixture()), "b.json");
  const sources = [
    snapshot.callouts,
    snapshot.filters,
    snapshot.layers,
    snapshot.sublayers,
    snapshot.providers,
  ].flatMap((list) => list?.map((record) => record.source));
  assertEquals(new Set([snapshot.source, ...sources]), new Set(["b.json"]));
});

Deno.test("readOwnJson() reads a list of records as JSON and as JSON lines", () => {
  const { callouts, filters } = readFixture();
  const records = [...callouts ?? [], ...filters ?? []];
  const texts = [
    JSON.stringify(records),
    JSON.stringify(records, null, 2),
    records.map((record) => JSON.stringify(record)).join("\n") + "\n",
    records.map((record) => JSON.stringify(record)).join("\r\n\r\n"),
  ];
  for (const text of texts) {
    assertEquals(readOwnJson(text, "a.json"), {
      snapshot: { ...NOTHING, callouts, filters },
      fault: null,
    });
  }
});

Deno.test("readOwnJson() fills in what an earlier version did not write", () => {
  const text = JSON.stringify({ kind: "callout", guid: GUID, later: [1] });
  assertEquals(readOwnJson(text, "a.json"), {
    snapshot: { ...NOTHING, callouts: [CALLOUT] },
    fault: null,
  });
});

Deno.test("readOwnJson() takes an empty list for one of callouts", () => {
  assertEquals(readOwnJson("[]", "a.json").snapshot, {
    ...NOTHING,
    callouts: [],
  });
});

Deno.test("readOwnJson() passes over a record that it cannot read, and says so", () => {
  const good = JSON.stringify({ kind: "callout", guid: GUID });
  const cases = {
    '{"kind":"callout","guid":"X"}':
      'in line 2, "guid" is not a GUID in lower case without braces',
    '{"kind":"callout","runtimeId":-1}':
      'in line 2, "runtimeId" is not a number of 32 bits',
    '{"kind":"callout","owners":[{"product":"P"}]}':
      'in line 2, "owners[0].confidence" is not there',
    '{"kind":"callout","addressFamily":"IPX"}':
      "in line 2, \"addressFamily\" is not one of 'IPv4'|'IPv6'",
    '{"kind":"filter","filterId":7}':
      'in line 2, "filterId" is not a text of decimal digits',
    '{"kind":"filter","weight":{"value":1}}':
      'in line 2, "weight" is not a typed value',
    '{"kind":"filter","weight":{"type":"T","value":[]}}':
      'in line 2, "weight.value" is not a number, a text or a range',
    '{"kind":"filter","conditions":[7]}':
      'in line 2, "conditions[0]" is not an object',
    '{"kind":"thing"}': 'in line 2, "kind" is not a kind of record',
    "[]": 'in line 2, "kind" is not a kind of record',
    '{"kind":': "line 2 is not well-formed JSON: Unexpected end of JSON input",
  };
  for (const [bad, message] of Object.entries(cases)) {
    const { snapshot, fault } = readOwnJson(
      `${good}\n${bad}\n${good}`,
      "a.json",
    );
    assertEquals(fault?.message, message);
    assertEquals(fault?.place, { line: 2 });
    assertEquals(snapshot, {
      ...NOTHING,
      warnings: [SELECTION, message],
      callouts: [CALLOUT, CALLOUT],
    });
  }
});

Deno.test("readOwnJson() tells which list of a snapshot holds a bad record", () => {
  const text = toSnapshotFile({ complete: true, filters: [] as never })
    .replace('"filters":[]', '"filters":[{"kind":"callout"}]');
  const { snapshot, fault } = readOwnJson(text, "a.json");
  const message = "in filter 1, \"kind\" is not one of 'filter'";
  assertEquals(fault?.message, message);
  assertEquals(snapshot, { ...NOTHING, warnings: [message], filters: [] });
});

Deno.test("readOwnJson() refuses what it cannot use at all", () => {
  const cases = {
    [toSnapshotFile({}, 2)]:
      "it has schema version 2, and this program knows version 1",
    [toSnapshotFile({}, "1")]:
      'it has schema version "1", and this program knows version 1',
    [toSnapshotFile({}).replace('"schemaVersion":1,', "")]:
      "it has schema version none, and this program knows version 1",
    [toSnapshotFile({ warnings: 7 as never })]:
      'in the snapshot, "warnings" is not a list',
    [toSnapshotFile({ callouts: {} as never })]:
      'in the snapshot, "callouts" is not a list',
    '[{"kind":"condition","source":"x"}]':
      "it is JSON without callouts, filters, layers, sublayers or providers",
    '[{"kind":"callout"}':
      "it is not well-formed JSON: Expected ',' or ']' after array element in JSON at position 19 (line 1 column 20)",
    "7": 'in the only record, "kind" is not a kind of record',
  };
  for (const [text, message] of Object.entries(cases)) {
    assertThrows(() => readOwnJson(text, "a.json"), InputError, message);
  }
});
