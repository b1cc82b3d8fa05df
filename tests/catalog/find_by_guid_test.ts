import { assertEquals, assertStrictEquals } from "@std/assert";
import { findByGuid } from "../../src/catalog/find_by_guid.ts";
import { listRecords } from "../../src/catalog/list_records.ts";

Deno.test("findByGuid() gives a built-in callout with all that is known", () => {
  assertEquals(findByGuid("eda08606-2494-4d78-89bc-67837c03b969"), [{
    kind: "callout",
    name: "FWPM_CALLOUT_WFP_TRANSPORT_LAYER_V4_SILENT_DROP",
    guid: "eda08606-2494-4d78-89bc-67837c03b969",
    aliases: [],
    displayName: "WFP Built-in Silent Drop Transport v4 Discard Layer Callout",
    description:
      "Stealth mode: a packet for a port that nobody has open vanishes, and the " +
      "sender gets neither a reset nor an ICMP error. Windows Firewall uses it " +
      "at the inbound transport discard layer, in the filters named Port " +
      "Scanning Prevention Filter.",
    layer: "FWPM_LAYER_INBOUND_TRANSPORT_V4_DISCARD",
    layerGuid: "ac4a9833-f69d-4648-b261-6dc84835ef39",
    addressFamily: "IPv4",
    since: { ntddi: "NTDDI_WIN6", windows: "Windows Vista" },
    reserved: false,
    builtin: true,
    registered: null,
    persistent: null,
    flags: null,
    provider: null,
    providerGuid: null,
    providerData: null,
    runtimeId: null,
    owner: {
      product: "Windows",
      vendor: "Microsoft",
      confidence: "high",
      evidence: "defined by fwpmu.h of the Windows SDK",
    },
    owners: [{
      product: "Windows",
      vendor: "Microsoft",
      confidence: "high",
      evidence: "defined by fwpmu.h of the Windows SDK",
    }],
    observed: {
      displayName:
        "WFP Built-in Silent Drop Transport v4 Discard Layer Callout",
      localizedNames: [],
      layer: "FWPM_LAYER_INBOUND_TRANSPORT_V4_DISCARD",
      layerGuid: "ac4a9833-f69d-4648-b261-6dc84835ef39",
      flags: [
        "FWP_CALLOUT_FLAG_ALLOW_OFFLOAD",
        "FWP_CALLOUT_FLAG_ALLOW_RSC",
        "FWP_CALLOUT_FLAG_ALLOW_URO",
        "FWPM_CALLOUT_FLAG_REGISTERED",
      ],
      registered: true,
      runtimeId: 17,
      seenIn: [
        "keploy",
        "pi_burner",
        "jenincare",
        "duguud",
        "fanyi",
        "portmaster",
      ],
    },
    notes: [
      "Microsoft's driver documentation places it at the inbound transport " +
      "layer; dumps, events and Microsoft's page for applications show the " +
      "discard layer.",
    ],
    references: [
      "Windows SDK, fwpmu.h (10.0.26100), " +
      "https://github.com/KNSoft/WinSDK (Include/um/fwpmu.h)",
      "Built-in Callout Identifiers (47e64c189dcb), " +
      "https://learn.microsoft.com/windows/win32/fwp/built-in-callout-identifiers",
      'Dump "keploy" of a running system, netsh wfp show state (2024-10, Windows 11), ' +
      "https://github.com/keploy/keploy (wfpstate.xml, commit be636d2f46e6)",
      'Dump "pi_burner" of a running system, netsh wfp show state',
      'Dump "jenincare" of a running system, netsh wfp show state',
      'Dump "duguud" of a running system, netsh wfp show state (2026-07)',
      'Dump "fanyi" of a running system, netsh wfp show state',
      'Dump "portmaster" of a running system, netsh wfp show state ' +
      "(Windows 11 21H2 or Server 2022), https://github.com/safing/portmaster " +
      "(service/compat/wfpstate_test.go, commit b5153a3a8484)",
    ],
    source: "builtin",
  }]);
});

Deno.test("findByGuid() gives a layer with its run-time ids", () => {
  const [record, ...others] = findByGuid(
    "75a89dda-95e4-40f3-adc7-7688a9c847e1",
  );
  assertEquals(others, []);
  assertEquals(
    record?.kind === "layer" && {
      name: record.name,
      displayName: record.displayName,
      description: record.description,
      mode: record.mode,
      runtimeId: record.runtimeId,
      first: record.runtimeIds[0],
      last: record.runtimeIds.at(-1),
      flags: record.flags,
      defaultSublayer: record.defaultSublayer,
    },
    {
      name: "FWPM_LAYER_RPC_UM",
      displayName: "RPC UM Layer",
      description:
        "In user mode: remote procedure calls, with the fields that user mode can see.",
      mode: "user",
      runtimeId: 93,
      first: { windows: "6001", id: 62 },
      last: { windows: "26100", id: 93 },
      flags: ["FWPM_LAYER_FLAG_BUILTIN", "FWPM_LAYER_FLAG_CLASSIFY_MOSTLY"],
      defaultSublayer: "FWPM_SUBLAYER_UNIVERSAL",
    },
  );
});

Deno.test("findByGuid() gives one record for a callout that two tables know", () => {
  const [record, ...others] = findByGuid(
    "8e44982b-f477-11df-85ce-78e7d1810190",
  );
  assertEquals(others, []);
  assertEquals(
    record?.kind === "callout" && {
      name: record.name,
      displayName: record.displayName,
      layer: record.layer,
      builtin: record.builtin,
      since: record.since,
      vendor: record.owner?.vendor,
      registered: record.observed?.registered,
      runtimeId: record.observed?.runtimeId,
    },
    {
      name: "NDU_ALE_FLOW_ESTABLISHED_V4_CALLOUT",
      displayName: "NDU Flow Established V4 Callout",
      layer: "FWPM_LAYER_ALE_FLOW_ESTABLISHED_V4",
      builtin: false,
      since: null,
      vendor: "Microsoft",
      registered: true,
      runtimeId: 286,
    },
  );
});

Deno.test("findByGuid() gives all owners of a GUID that several products use", () => {
  const [record] = findByGuid("b16b0a6e-2b2a-41a3-8b39-bd3ffc855ff8");
  assertEquals(
    record?.kind === "callout" && {
      name: record.name,
      aliases: record.aliases,
      layer: record.layer,
      vendors: record.owners.map((owner) => owner.vendor),
      notes: record.notes,
    },
    {
      name: "Datagram-Data Proxy Callout",
      aliases: ["Datagram-Data OVS Callout", "PIA WFP Callout"],
      layer: null,
      vendors: ["Microsoft sample", "Open vSwitch", "Private Internet Access"],
      notes: [
        "One GUID, several products or releases: ddproxy.sys (WDK sample) at " +
        "FWPM_LAYER_DATAGRAM_DATA_V4; ovsext.sys (Open vSwitch) at " +
        "FWPM_LAYER_DATAGRAM_DATA_V4; PiaWFPCallout.sys at FWPM_LAYER_ALE_BIND_REDIRECT_V4.",
      ],
    },
  );
});

Deno.test("findByGuid() has no name for a callout that only a filter gave away", () => {
  const [record] = findByGuid("3cce9717-db72-40b6-a104-95dd2cdcc20c");
  assertEquals(
    record?.kind === "callout" && {
      name: record.name,
      displayName: record.displayName,
      description: record.description,
      confidence: record.owner?.confidence,
      notes: record.notes,
    },
    {
      name: null,
      displayName: null,
      description: "Filters streams for a product of Avast. Its layer is " +
        "FWPM_LAYER_INBOUND_TRANSPORT_V4.",
      confidence: "low",
      notes: [
        'Seen only as the action of filters, one of them named "Avast Stream Filtering Object".',
      ],
    },
  );
});

Deno.test("findByGuid() does not take a slip of the documentation for a provider of Windows", () => {
  const [slip] = findByGuid("3c6c0519-c05c-4bb9-8338-2327814ce8bf");
  const [right] = findByGuid("3c6c05a9-c05c-4bb9-8338-2327814ce8bf");
  assertEquals(
    [slip, right].map((record) =>
      record?.kind === "provider" && [record.name, record.builtin]
    ),
    [
      ["FWPM_PROVIDER_IPSEC_DOS_CONFIG", false],
      ["FWPM_PROVIDER_IPSEC_DOSP_CONFIG", true],
    ],
  );
});

Deno.test("findByGuid() gives nothing for an unknown GUID", () => {
  assertEquals(findByGuid("00000000-0000-0000-0000-000000000001"), []);
});

Deno.test("findByGuid() answers the same with and without its index", () => {
  // The first questions are answered by a walk over the tables, later ones by the index.
  for (const record of [...listRecords(), ...listRecords()]) {
    const [found, ...others] = findByGuid(record.guid ?? "");
    assertEquals(others, []);
    assertEquals(found, record);
  }
  const [first] = listRecords();
  assertStrictEquals(findByGuid(first?.guid ?? "")[0], first);
});
