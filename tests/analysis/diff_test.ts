import { assertEquals } from "@std/assert";
import { diffSnapshots, type SnapshotDiff } from "../../src/analysis/diff.ts";
import type { RawSnapshot } from "../../src/model/raw.ts";
import { enrich } from "../../src/sources/enrich.ts";
import {
  rawCallout,
  rawFilter,
  rawSnapshot,
  rawSublayer,
} from "../testing/raw_objects.ts";

const GUID = "11111111-1111-4111-8111-111111111111";

function diff(
  before: Partial<RawSnapshot>,
  after: Partial<RawSnapshot>,
): SnapshotDiff {
  return diffSnapshots(
    enrich(rawSnapshot(before), "before.xml"),
    enrich(rawSnapshot(after), "after.xml"),
    { filters: true },
  );
}

/** What changed of what, without the records. */
function brief({ changes, rekeyed }: SnapshotDiff): unknown {
  return [
    changes.map((
      { change, kind, name, fields },
    ) => [change, kind, name, fields]),
    rekeyed,
  ];
}

/** A driver that makes every key at each start, as WinDivert does. */
function rekeyable(start: number): Partial<RawSnapshot> {
  const key = (n: number): string =>
    `aaaaaaaa-0000-4000-8${start}00-00000000000${n}`;
  return {
    callouts: [
      rawCallout({ key: key(1), name: "Divert out", calloutId: 300 + start }),
      rawCallout({
        key: key(2),
        name: "Divert in",
        layerKey: "FWPM_LAYER_INBOUND_IPPACKET_V4",
      }),
    ],
    filters: [1, 2].map((n) =>
      rawFilter({
        key: key(2 + n),
        name: "Divert filter",
        calloutKey: key(n),
        sublayerKey: key(5),
        filterId: `7000${start}`,
      })
    ),
    sublayers: [rawSublayer({ key: key(5), name: "Divert sublayer" })],
  };
}

Deno.test("diffSnapshots() finds no difference in the same state", () => {
  assertEquals(diff({}, {}), {
    changes: [],
    rekeyed: 0,
    notVisible: 0,
    compared: ["callout", "filter"],
  });
});

Deno.test("diffSnapshots() names what came and went with its records", () => {
  const added = rawCallout({
    key: "33333333-3333-4333-8333-333333333333",
    name: "New",
  });
  const { changes } = diff({}, { callouts: [added] });
  const before = enrich(rawSnapshot(), "before.xml").callouts?.[0] ?? null;
  const after =
    enrich(rawSnapshot({ callouts: [added] }), "after.xml").callouts?.[0] ??
      null;
  assertEquals(changes, [
    {
      change: "removed",
      kind: "callout",
      guid: GUID,
      name: "Example callout",
      before,
      after: null,
      fields: [],
    },
    {
      change: "added",
      kind: "callout",
      guid: added.key,
      name: "New",
      before: null,
      after,
      fields: [],
    },
  ]);
});

Deno.test("diffSnapshots() names the members that changed", () => {
  assertEquals(
    brief(diff({}, {
      callouts: [rawCallout({
        name: "Renamed",
        flags: [],
        layerKey: "FWPM_LAYER_ALE_AUTH_CONNECT_V6",
        providerData: "00",
      })],
      filters: [rawFilter({
        actionType: "FWP_ACTION_BLOCK",
        weight: { type: "FWP_UINT8", value: 8 },
        conditions: [{
          fieldKey: "FWPM_CONDITION_IP_PROTOCOL",
          matchType: "FWP_MATCH_EQUAL",
          value: { type: "FWP_UINT8", value: 6 },
        }],
      })],
    })),
    [[
      ["changed", "callout", "Renamed", [
        "displayName",
        "layer",
        "registered",
        "flags",
      ]],
      ["changed", "filter", "Example filter", [
        "weight",
        "action",
        "conditions",
      ]],
    ], 0],
  );
});

Deno.test("diffSnapshots() passes over ids, order, time and derived weights", () => {
  const second = rawCallout({ key: "FWPM_CALLOUT_IPSEC_ALE_CONNECT_V4" });
  assertEquals(
    diff(
      { callouts: [rawCallout(), second] },
      {
        time: null,
        callouts: [
          // Built-ins are named in the language of the system
          {
            ...second,
            name: "localised",
            description: "localised",
            calloutId: 5,
          },
          rawCallout({ calloutId: 999 }),
        ],
        filters: [rawFilter({ filterId: "1", effectiveWeight: "2" })],
      },
    ).changes,
    [],
  );
});

Deno.test("diffSnapshots() passes over what one side does not know", () => {
  const unknown = {
    callouts: [rawCallout({ name: null, flags: null, layerKey: null })],
    filters: [rawFilter({ flags: null, conditions: null, weight: null })],
    sublayers: null,
  };
  assertEquals(diff({}, unknown).changes, []);
  assertEquals(diff(unknown, {}).changes, []);
});

Deno.test("diffSnapshots() counts objects under new GUIDs as equal", () => {
  assertEquals(brief(diff(rekeyable(1), rekeyable(2))), [[], 4]);
});

Deno.test("diffSnapshots() matches rekeyed objects one for one", () => {
  const old = rekeyable(1);
  const now = rekeyable(2);
  const filters = [...now.filters ?? [], {
    ...rawFilter(now.filters?.[0]),
    key: GUID,
  }];
  assertEquals(brief(diff(old, { ...now, filters })), [
    [["added", "filter", "Divert filter", []]],
    4,
  ]);
  assertEquals(brief(diff({ ...now, filters }, old)), [
    [["removed", "filter", "Divert filter", []]],
    4,
  ]);
});

Deno.test("diffSnapshots() sees that a filter of a fixed GUID uses a rekeyed callout", () => {
  const key = "22222222-2222-4222-8222-222222222222";
  const fixed = (state: Partial<RawSnapshot>): Partial<RawSnapshot> => ({
    ...state,
    filters: [rawFilter({ ...state.filters?.[0], key })],
  });
  assertEquals(brief(diff(fixed(rekeyable(1)), fixed(rekeyable(2)))), [[], 2]);
});

Deno.test("diffSnapshots() says which kinds it could compare", () => {
  assertEquals(diff({ callouts: null }, {}).compared, ["filter"]);
  assertEquals(diff({}, { filters: null }).compared, ["callout"]);
  const [before, after] = [
    enrich(rawSnapshot(), "a"),
    enrich(rawSnapshot({ filters: [] }), "b"),
  ];
  assertEquals(diffSnapshots(before, after, { filters: false }), {
    changes: [],
    rekeyed: 0,
    notVisible: 0,
    compared: ["callout"],
  });
});

Deno.test("diffSnapshots() compares rekeyed objects by display name, not by symbol", () => {
  // The catalogue has a symbol for the first GUID only
  const known = "8e44982b-f477-11df-85ce-78e7d1810190";
  const [before, after] = [known, "aaaaaaaa-0000-4000-8000-000000000009"].map((
    key,
  ) => ({
    callouts: [rawCallout({ key })],
    filters: [rawFilter({ calloutKey: key })],
  }));
  assertEquals(brief(diff(before ?? {}, after ?? {})), [[], 1]);
});
