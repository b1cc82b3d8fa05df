import { assertEquals, assertStrictEquals } from "@std/assert";
import { findOwners } from "../../src/catalog/find_owners.ts";
import type {
  RawCallout,
  RawProvider,
  RawSnapshot,
} from "../../src/model/raw.ts";
import { enrich } from "../../src/sources/enrich.ts";
import { rawCallout, rawFilter, rawSnapshot } from "../testing/raw_objects.ts";

const RANDOM = "99999999-1111-4111-8111-111111111111";

const RAW_PROVIDER: RawProvider = {
  key: RANDOM,
  name: "Contoso VPN",
  description: null,
  flags: [],
  providerData: null,
  serviceName: "contosovpn",
};

function ownersOf(
  callout: Partial<RawCallout>,
  members: Partial<RawSnapshot> = {},
): unknown {
  const raw = rawSnapshot({ callouts: [rawCallout(callout)], ...members });
  return enrich(raw, "a.xml").callouts?.[0]?.owners.map((owner) => [
    owner.product,
    owner.vendor,
    owner.confidence,
  ]);
}

Deno.test("enrich() gives a symbol its GUID and the facts of that GUID", () => {
  const [record] = enrich(
    rawSnapshot({
      callouts: [rawCallout({
        key: "FWPM_CALLOUT_TEREDO_ALE_LISTEN_V6",
        name: "Edge traversal, localised",
        description: "localised",
        flags: [
          "FWPM_CALLOUT_FLAG_PERSISTENT",
          "FWPM_CALLOUT_FLAG_REGISTERED",
          "0x80000000",
        ],
        layerKey: "FWPM_LAYER_ALE_AUTH_LISTEN_V6",
        providerData: "00ff",
        calloutId: 30,
      })],
    }),
    "a.xml",
  ).callouts ?? [];
  const { observed, notes, references, ...rest } = record ?? {};
  assertEquals(observed?.layer, "FWPM_LAYER_ALE_AUTH_LISTEN_V6");
  assertEquals(notes?.length, 1);
  assertEquals(references?.[0]?.startsWith("Windows SDK, fwpmu.h"), true);
  const owner = {
    product: "Windows",
    vendor: "Microsoft",
    confidence: "high",
    evidence: "defined by fwpmu.h of the Windows SDK",
  };
  assertEquals(rest as unknown, {
    kind: "callout",
    name: "FWPM_CALLOUT_TEREDO_ALE_LISTEN_V6",
    guid: "81a434e7-f60c-4378-bab8-c625a30f0197",
    aliases: ["FWPM_CALLOUT_EDGE_TRAVERSAL_ALE_LISTEN_V6"],
    displayName: "Edge traversal, localised",
    description: "localised",
    layer: "FWPM_LAYER_ALE_AUTH_LISTEN_V6",
    layerGuid: "7ac9de24-17dd-4814-b4bd-a9fbc95a321b",
    addressFamily: "IPv6",
    since: { ntddi: "NTDDI_WIN6", windows: "Windows Vista" },
    reserved: false,
    builtin: true,
    registered: true,
    persistent: true,
    flags: [
      "FWPM_CALLOUT_FLAG_PERSISTENT",
      "FWPM_CALLOUT_FLAG_REGISTERED",
      "0x80000000",
    ],
    provider: null,
    providerGuid: null,
    providerData: "00ff",
    runtimeId: 30,
    owner,
    owners: [owner],
    source: "a.xml",
  });
});

Deno.test("enrich() names a callout that only the source knows", () => {
  const raw = rawSnapshot({
    callouts: [rawCallout({ providerKey: RANDOM, flags: null })],
    providers: [RAW_PROVIDER],
  });
  const { callouts, filters, providers } = enrich(raw, "live");
  const owner = {
    product: "Contoso VPN",
    vendor: null,
    confidence: "low",
    evidence: 'its provider is named "Contoso VPN"',
  };
  assertEquals(callouts as unknown, [{
    kind: "callout",
    name: "Example callout",
    guid: "11111111-1111-4111-8111-111111111111",
    aliases: [],
    displayName: "Example callout",
    description: null,
    layer: "FWPM_LAYER_ALE_AUTH_CONNECT_V4",
    layerGuid: "c38d57d1-05a7-4c33-904f-7fbceee60e82",
    addressFamily: "IPv4",
    since: null,
    reserved: false,
    builtin: false,
    registered: null,
    persistent: null,
    flags: null,
    provider: "Contoso VPN",
    providerGuid: RANDOM,
    providerData: null,
    runtimeId: 300,
    owner,
    owners: [owner],
    observed: null,
    notes: [],
    references: [],
    source: "live",
  }]);
  assertEquals(filters as unknown, [{
    kind: "filter",
    guid: "22222222-2222-4222-8222-222222222222",
    displayName: "Example filter",
    description: null,
    callout: "11111111-1111-4111-8111-111111111111",
    calloutName: "Example callout",
    layer: "FWPM_LAYER_ALE_AUTH_CONNECT_V4",
    layerGuid: "c38d57d1-05a7-4c33-904f-7fbceee60e82",
    sublayer: "FWPM_SUBLAYER_UNIVERSAL",
    sublayerGuid: "eebecc03-ced4-4380-819a-2734397b2b74",
    sublayerWeight: 32768,
    weight: { type: "FWP_EMPTY", value: null },
    effectiveWeight: "1000",
    action: "FWP_ACTION_CALLOUT_TERMINATING",
    flags: [],
    conditions: [],
    provider: null,
    providerGuid: null,
    providerContext: null,
    filterId: "70000",
    source: "live",
  }]);
  assertEquals(providers as unknown, [{
    kind: "provider",
    name: "Contoso VPN",
    guid: RANDOM,
    aliases: [],
    displayName: "Contoso VPN",
    description: null,
    since: null,
    builtin: false,
    flags: [],
    serviceName: "contosovpn",
    providerData: null,
    notes: [],
    references: [],
    source: "live",
  }]);
});

Deno.test("enrich() gives keys as GUIDs the same records as keys as symbols", () => {
  const symbols = rawSnapshot({
    callouts: [rawCallout({ key: "FWPM_CALLOUT_IPSEC_ALE_CONNECT_V4" })],
    filters: [rawFilter({
      calloutKey: "FWPM_CALLOUT_IPSEC_ALE_CONNECT_V4",
      conditions: [{
        fieldKey: "FWPM_CONDITION_IP_PROTOCOL",
        matchType: "FWP_MATCH_EQUAL",
        value: { type: "FWP_UINT8", value: 6 },
      }],
    })],
    sublayers: [],
  });
  const guids = rawSnapshot({
    callouts: [rawCallout({
      key: "6ac141fc-f75d-4203-b9c8-48e6149c2712",
      layerKey: "c38d57d1-05a7-4c33-904f-7fbceee60e82",
    })],
    filters: [rawFilter({
      calloutKey: "6ac141fc-f75d-4203-b9c8-48e6149c2712",
      layerKey: "c38d57d1-05a7-4c33-904f-7fbceee60e82",
      sublayerKey: "eebecc03-ced4-4380-819a-2734397b2b74",
      providerKey: "00000000-0000-0000-0000-000000000000",
      conditions: [{
        fieldKey: "3971ef2b-623e-4f9a-8cb1-6e79b806b9a7",
        matchType: "FWP_MATCH_EQUAL",
        value: { type: "FWP_UINT8", value: 6 },
      }],
    })],
    sublayers: [],
  });
  const left = enrich(symbols, "a");
  assertEquals(enrich(guids, "a"), left);
  assertEquals(
    left.filters?.[0]?.conditions?.[0]?.field,
    "FWPM_CONDITION_IP_PROTOCOL",
  );
});

Deno.test("enrich() keeps a symbol that it does not know", () => {
  const [record] = enrich(
    rawSnapshot({
      callouts: [rawCallout({ key: "FWPM_CALLOUT_OF_TOMORROW_V4" })],
    }),
    "a",
  ).callouts ?? [];
  assertEquals(
    [record?.name, record?.guid, record?.builtin, record?.owners],
    ["FWPM_CALLOUT_OF_TOMORROW_V4", null, true, []],
  );
});

Deno.test("enrich() tells a list that the source lacks from an empty one", () => {
  const snapshot = enrich(rawSnapshot({ callouts: null, filters: [] }), "a");
  assertEquals([snapshot.callouts, snapshot.filters], [null, []]);
  assertStrictEquals(snapshot.filters, snapshot.filters);
  assertEquals(enrich(rawSnapshot({ filters: null }), "a").filters, null);
});

Deno.test("enrich() finds the owner of a callout by its GUID first", () => {
  const key = "8e44982b-f477-11df-85ce-78e7d1810190";
  const raw = rawSnapshot({
    callouts: [rawCallout({ key, providerKey: RANDOM })],
    providers: [RAW_PROVIDER],
  });
  assertEquals(enrich(raw, "a").callouts?.[0]?.owners, findOwners(key));
  assertEquals(findOwners(key)[0]?.vendor, "Microsoft");
});

Deno.test("enrich() is less sure of a GUID that several products use", () => {
  const key = "b16b0a6e-2b2a-41a3-8b39-bd3ffc855ff8";
  const raw = rawSnapshot({
    callouts: [
      rawCallout({ key, layerKey: "FWPM_LAYER_ALE_BIND_REDIRECT_V4" }),
    ],
  });
  const owners = enrich(raw, "a").callouts?.[0]?.owners ?? [];
  assertEquals(owners[0]?.vendor, "Private Internet Access");
  assertEquals(
    new Set(owners.map(({ product }) => product)),
    new Set(findOwners(key).map(({ product }) => product)),
  );
  for (const { confidence, evidence } of owners) {
    assertEquals(confidence, "medium");
    assertEquals(evidence.endsWith("; other products use this GUID too"), true);
  }
});

Deno.test("enrich() knows the GUIDs that Windows Firewall makes by rule", () => {
  const key = "c3dbed20-0bb6-4bf3-828d-96732e1e0530";
  assertEquals(ownersOf({ key }), [["Windows Firewall", "Microsoft", "high"]]);
  assertEquals(ownersOf({ key, layerKey: "FWPM_LAYER_STREAM_V4" }), [
    ["Windows Firewall", "Microsoft", "low"],
  ]);
});

Deno.test("enrich() goes by the provider, else by the name", () => {
  const windivert = "WinDivert2.2_CalloutOutboundNetworkIPv4";
  assertEquals(
    ownersOf({ name: windivert, providerKey: "FWPM_PROVIDER_MPSSVC_WF" }),
    [["Windows", "Microsoft", "medium"]],
  );
  assertEquals(
    ownersOf({ providerKey: RANDOM }, {
      providers: [{ ...RAW_PROVIDER, name: "Microsoft Corporation" }],
    }),
    [[null, "Microsoft", "low"]],
  );
  assertEquals(
    ownersOf({ name: windivert, providerKey: RANDOM }, {
      providers: [{ ...RAW_PROVIDER, name: "@bfe.dll,-1217" }],
    }),
    [["WinDivert.sys", "WinDivert (basil00)", "low"]],
  );
  assertEquals(ownersOf({}), []);
});
