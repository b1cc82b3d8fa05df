import { assertEquals } from "@std/assert";
import { EVENT_SAMPLES } from "../testing/event_samples.ts";
import { formatXml } from "../testing/event_shapes.ts";
import { runInMemory } from "../testing/memory_system.ts";

function xmlOf(...eventIds: readonly number[]): string {
  return EVENT_SAMPLES.filter(({ eventId }) => eventIds.includes(eventId))
    .map(formatXml).join("\n");
}

function snapshotOf(filters: readonly object[]): string {
  return JSON.stringify({
    format: "wfpcallout-snapshot",
    schemaVersion: 1,
    tool: "wfpcallout",
    time: null,
    computer: null,
    windows: null,
    complete: true,
    warnings: [],
    callouts: [CALLOUT],
    filters,
    layers: [],
    sublayers: [],
    providers: [],
  });
}

const CALLOUT_GUID = "12345678-1111-2222-3333-444455556666";
const LAYER_GUID = "c38d57d1-05a7-4c33-904f-7fbceee60e82";
const CALLOUT = {
  kind: "callout",
  name: "Example callout",
  guid: CALLOUT_GUID,
  aliases: [],
  displayName: "Example callout",
  description: null,
  layer: "FWPM_LAYER_ALE_AUTH_CONNECT_V4",
  layerGuid: LAYER_GUID,
  addressFamily: "IPv4",
  since: null,
  reserved: false,
  builtin: false,
  registered: true,
  persistent: false,
  flags: [],
  provider: null,
  providerGuid: null,
  providerData: null,
  runtimeId: 300,
  owner: {
    product: "Example",
    vendor: null,
    confidence: "low",
    evidence: "a test",
  },
  owners: [],
  observed: null,
  notes: [],
  references: [],
  source: "live",
};
const FILTER = {
  kind: "filter",
  guid: "99998888-1111-2222-3333-444455556666",
  displayName: "Example filter",
  description: null,
  callout: CALLOUT_GUID,
  calloutName: "Example callout",
  layer: "FWPM_LAYER_ALE_AUTH_CONNECT_V4",
  layerGuid: LAYER_GUID,
  sublayer: "FWPM_SUBLAYER_UNIVERSAL",
  sublayerGuid: "eebecc03-ced4-4380-819a-2734397b2b74",
  sublayerWeight: 32768,
  weight: null,
  effectiveWeight: "7",
  action: "FWP_ACTION_CALLOUT_TERMINATING",
  flags: [],
  conditions: [],
  provider: null,
  providerGuid: null,
  providerContext: null,
  filterId: "66238",
  source: "live",
};
const OTHER_LAYER = {
  ...FILTER,
  displayName: "Another filter",
  callout: null,
  calloutName: null,
  layer: "FWPM_LAYER_ALE_AUTH_CONNECT_V6",
  layerGuid: "4a72393b-319f-44bc-84c3-ba54dcb3b6b4",
  action: "FWP_ACTION_BLOCK",
};

/** Only a connection event with a run-time id is looked up. */
function warningOf(eventId: number, filters: readonly object[]): object {
  if (eventId !== 5157) return {};
  const found = filters.length > 0 ? 1 : 0;
  const message = `Found ${found} of 1 filter that events name by run-time id`;
  const hint =
    "run-time ids are valid for one boot only: use a state from the same boot as the events";
  return { warning: { code: "joined", message, hint, details: {} } };
}

async function join(
  filters: readonly object[],
  eventId: number,
): Promise<Record<string, unknown>> {
  const result = await runInMemory(
    ["events", "in", "--from", "state.json", "--jsonl"],
    { files: { in: xmlOf(eventId), "state.json": snapshotOf(filters) } },
  );
  assertEquals(result.code, 0);
  assertEquals(JSON.parse(result.stderr || "{}"), warningOf(eventId, filters));
  const { callout, filter, sublayer, join } = JSON.parse(result.stdout);
  return { callout, filter, sublayer, join };
}

Deno.test("wfpcallout events --from: a run-time id becomes the filter and its callout", async () => {
  assertEquals(await join([OTHER_LAYER, FILTER], 5157), {
    callout: {
      guid: CALLOUT_GUID,
      name: "Example callout",
      displayName: "Example callout",
      runtimeId: 300,
      owner: CALLOUT.owner,
    },
    filter: {
      guid: FILTER.guid,
      name: "Example filter",
      displayName: "Example filter",
      filterId: "66238",
      weight: "7",
      conditions: [],
    },
    sublayer: {
      guid: FILTER.sublayerGuid,
      name: "FWPM_SUBLAYER_UNIVERSAL",
      displayName: "WFP Built-in Universal Sublayer",
      weight: 32768,
    },
    join: {
      matched: true,
      source: "state.json",
      filterAction: "FWP_ACTION_CALLOUT_TERMINATING",
      note:
        "run-time ids are valid for one boot only: this is the filter if the state is from the boot of the event",
    },
  });
});

Deno.test("wfpcallout events --from: says that the filter is at another layer", async () => {
  const { callout, join: found } = await join([OTHER_LAYER], 5157);
  assertEquals([callout, found], [null, {
    matched: true,
    source: "state.json",
    filterAction: "FWP_ACTION_BLOCK",
    note:
      "the filter is at another layer than the event: the state may be from another boot, or the engine kept an earlier decision",
  }]);
});

Deno.test("wfpcallout events --from: says that no filter has the run-time id", async () => {
  const { filter, join: found } = await join([], 5157);
  assertEquals([filter, found], [
    {
      guid: null,
      name: null,
      displayName: null,
      filterId: "66238",
      weight: null,
      conditions: null,
    },
    {
      matched: false,
      source: null,
      filterAction: null,
      note:
        "no filter has this run-time id: the filter is gone, or the state is from another boot",
    },
  ]);
});

Deno.test("wfpcallout events --from: looks up neither id 0 nor what has a GUID", async () => {
  assertEquals((await join([FILTER], 5154)).join, null);
  assertEquals((await join([FILTER], 5447)).join, null);
});

Deno.test("wfpcallout events --format text", async () => {
  const { code, stdout, stderr } = await runInMemory(["events"], {
    stdin: xmlOf(5156, 5440, 5447, 5450),
  });
  assertEquals([code, stderr], [0, ""]);
  const time = "2024-05-06T07:08:09.1234567Z";
  assertEquals(
    stdout.split("\n").slice(0, -1).map((line) => line.split("\t")),
    [
      [
        time,
        "5156 Connection permitted",
        "Permit",
        "TCP 192.0.2.1:50000 -> 198.51.100.2:443 filter 66238",
        "",
        "FWPM_LAYER_ALE_AUTH_CONNECT_V4",
        "",
      ],
      [
        time,
        "5440 Callout present at start",
        "",
        "FWPM_CALLOUT_WFP_TRANSPORT_LAYER_V4_SILENT_DROP",
        "FWPM_CALLOUT_WFP_TRANSPORT_LAYER_V4_SILENT_DROP",
        "FWPM_LAYER_ALE_AUTH_CONNECT_V4",
        "Windows",
      ],
      [
        time,
        "5447 Filter changed",
        "Delete",
        'Rule "A & B" <1>',
        "FWPM_CALLOUT_WFP_TRANSPORT_LAYER_V4_SILENT_DROP",
        "FWPM_LAYER_ALE_AUTH_CONNECT_V4",
        "Windows",
      ],
      [
        time,
        "5450 Sublayer changed",
        "Add",
        "FWPM_SUBLAYER_MPSSVC_WSH",
        "",
        "",
        "",
      ],
    ],
  );
});

Deno.test("wfpcallout events: counts and passes over other events", async () => {
  const other = (eventId: number): string =>
    formatXml({ eventId, fields: { A: "b" } });
  const foreign = xmlOf(5447).replace(/Microsoft-Windows-[^']*/, "Else");
  const { code, stdout, stderr } = await runInMemory(["events", "in"], {
    files: { in: [other(4624), other(4624), other(5449), foreign].join("") },
  });
  assertEquals([code, stdout, stderr], [
    0,
    "",
    "warning: Skipped 4 events of other numbers or providers: " +
    "4624 (2), 5447 (1), 5449 (1)\n",
  ]);
});

Deno.test("wfpcallout events a missing b: one unreadable file does not stop the others", async () => {
  const { code, stdout, stderr } = await runInMemory(
    ["events", "a", "missing", "b", "--jsonl"],
    { files: { a: xmlOf(5442), b: '{"EventID":5442}\n{"EventID":\n' } },
  );
  const records = stdout.trimEnd().split("\n").map((line) => JSON.parse(line));
  assertEquals(
    records.map(({ eventId, source }) => [eventId, source]),
    [[5442, "a"], [5442, "b"]],
  );
  assertEquals(code, 3);
  assertEquals(
    stderr.trimEnd().split("\n").map((line) => JSON.parse(line).error.message),
    [
      'Cannot read "missing": there is no such file',
      'Cannot read the event at line 2 of "b": it is cut short',
    ],
  );
});

Deno.test("wfpcallout events: names twenty damaged places and counts the rest", async () => {
  const { code, stderr } = await runInMemory(["events", "in"], {
    files: { in: '{"EventID":5442}\n' + "{\n".repeat(30) },
  });
  const lines = stderr.trimEnd().split("\n");
  assertEquals([code, lines.length, lines.at(-1)], [
    3,
    21,
    'error: Cannot read 10 more places of "in"',
  ]);
});

Deno.test("wfpcallout events --encoding nonsense", async () => {
  const { code, stderr } = await runInMemory(
    ["events", "in", "--encoding", "nonsense"],
    { files: { in: "" } },
  );
  assertEquals([code, stderr], [
    2,
    'error: Cannot use --encoding "nonsense": no encoding has that name\n' +
    "hint: use a name such as utf-16le, windows-1252, cp850, ibm866, gbk or " +
    "shift_jis\n",
  ]);
});

Deno.test("wfpcallout events: a time without a zone is null, and said so", async () => {
  const { stdout, stderr } = await runInMemory(["events", "in", "--jsonl"], {
    files: { in: '{"EventID":5442,"EventTime":"2020-09-04 03:07:59"}' },
  });
  assertEquals(JSON.parse(stdout).time, null);
  assertEquals(
    JSON.parse(stderr).warning.message,
    "Cannot use the times of 1 event: they name no time zone, and are null",
  );
});
