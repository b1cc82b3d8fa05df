import { assertEquals } from "@std/assert";
import { auditSnapshot } from "../../src/analysis/audit.ts";
import type { Finding } from "../../src/analysis/audit_finding.ts";
import { findOwners } from "../../src/catalog/find_owners.ts";
import type { RawSnapshot } from "../../src/model/raw.ts";
import { attributeFilter } from "../../src/sources/attribute_owners.ts";
import { enrich } from "../../src/sources/enrich.ts";
import {
  rawCallout,
  rawFilter,
  rawSnapshot,
  rawSublayer,
} from "../testing/raw_objects.ts";

const CALLOUT = "11111111-1111-4111-8111-111111111111";
const SECOND = "33333333-3333-4333-8333-333333333333";
const FILTER = "22222222-2222-4222-8222-222222222222";
const REGISTRATION =
  "https://learn.microsoft.com/en-us/windows-hardware/drivers/ddi/fwpsk/nf-fwpsk-fwpscalloutregister0";

/** The findings about a state. */
function auditAll(members: Partial<RawSnapshot>): Finding[] {
  return auditSnapshot(enrich(rawSnapshot(members), "a.xml"), {
    findOwners: attributeFilter,
  });
}

/** The findings about a state in which nothing else is to be found. */
function audit(members: Partial<RawSnapshot>): Finding[] {
  return auditAll(members).filter(({ id }) => id !== "unattributed");
}

/** What a finding is, and the names of the objects that it is about. */
function brief(findings: readonly Finding[]): unknown {
  return findings.map(({ id, severity, evidence }) => [
    id,
    severity,
    evidence.map(({ name, guid }) => name ?? guid),
  ]);
}

const FILTER_EVIDENCE = {
  kind: "filter",
  guid: FILTER,
  name: "Example filter",
  layer: "FWPM_LAYER_ALE_AUTH_CONNECT_V4",
  product: null,
  vendor: null,
  confidence: null,
  callout: CALLOUT,
  sublayer: "FWPM_SUBLAYER_UNIVERSAL",
  sublayerWeight: 32768,
  effectiveWeight: "1000",
  action: "FWP_ACTION_CALLOUT_TERMINATING",
  flags: [],
  filterId: "70000",
};

Deno.test("auditSnapshot() has nothing to say of a healthy machine", () => {
  assertEquals(audit({}), []);
});

Deno.test("auditSnapshot() names the filters whose callout is absent", () => {
  assertEquals(audit({ callouts: [] }) as unknown, [{
    id: "dangling",
    severity: "error",
    title:
      "1 filter blocks what it matches: callout 11111111-1111-4111-8111-111111111111 is absent",
    reason:
      "The filter engine treats a filter as a block when its callout decides but does not answer, unless the filter has FWPM_FILTER_FLAG_PERMIT_IF_CALLOUT_UNREGISTERED.",
    evidence: [{
      kind: "callout",
      guid: CALLOUT,
      name: null,
      layer: null,
      product: null,
      vendor: null,
      confidence: null,
      callout: null,
      sublayer: null,
      sublayerWeight: null,
      effectiveWeight: null,
      action: null,
      flags: null,
      filterId: null,
    }, FILTER_EVIDENCE],
    remedy:
      "Find the product by the provider and the names, and start, repair or uninstall it",
    reference: REGISTRATION,
  }]);
});

Deno.test("auditSnapshot() tells an unregistered callout from an absent one", () => {
  const findings = audit({
    callouts: [rawCallout({ flags: [] })],
    filters: [
      rawFilter(),
      rawFilter({ name: "Watch", actionType: "FWP_ACTION_CALLOUT_INSPECTION" }),
      rawFilter({ name: "Maybe", actionType: "FWP_ACTION_CALLOUT_UNKNOWN" }),
    ],
  });
  assertEquals(brief(findings), [
    ["dangling", "error", ["Example callout", "Example filter", "Maybe"]],
    ["blind", "warning", ["Example callout", "Watch"]],
    ["unregistered", "warning", ["Example callout"]],
  ]);
  assertEquals(findings.map(({ title }) => title), [
    '2 filters block what they match: callout "Example callout" is not registered',
    '1 filter inspects nothing: callout "Example callout" is not registered',
    'Callout "Example callout" is not registered',
  ]);
});

Deno.test("auditSnapshot() passes over filters that do no harm without a callout", () => {
  const harmless = [
    "FWPM_FILTER_FLAG_PERMIT_IF_CALLOUT_UNREGISTERED",
    "FWPM_FILTER_FLAG_DISABLED",
    "FWPM_FILTER_FLAG_BOOTTIME",
  ].map((flag) => rawFilter({ flags: [flag] }));
  const others = [
    rawFilter({ flags: null }),
    rawFilter({ actionType: "FWP_ACTION_BLOCK", calloutKey: null }),
    rawFilter({ calloutKey: null }),
  ];
  assertEquals(audit({ callouts: [], filters: [...harmless, ...others] }), []);
});

Deno.test("auditSnapshot() takes what may be missing from the list for no fault", () => {
  const findings = audit({
    complete: false,
    callouts: [
      rawCallout({ key: "FWPM_CALLOUT_IPSEC_ALE_CONNECT_V4" }),
      rawCallout({ key: FILTER }),
    ],
  });
  assertEquals(brief(findings), [
    ["not-visible", "info", [CALLOUT, "Example filter"]],
  ]);
  assertEquals(audit({ callouts: null }), []);
});

Deno.test("auditSnapshot() tells the owner of a callout that is gone", () => {
  const calloutKey = "18ebe4a1-a7b4-4b76-9f39-28571eaa6b06";
  const [finding] = audit({
    callouts: [],
    filters: [rawFilter({ calloutKey })],
  });
  assertEquals(
    finding?.remedy,
    `Start or repair ${
      findOwners(calloutKey)[0]?.product
    }, which registers the callout; if it is no longer wanted, let its own uninstaller remove what is left`,
  );
  assertEquals(
    finding?.title,
    '1 filter blocks what it matches: callout "PIA WFP Callout" is absent',
  );
});

Deno.test("auditSnapshot() names no uninstaller of what comes with Windows", () => {
  const [finding] = audit({
    callouts: [],
    filters: [
      rawFilter({
        calloutKey: "c3dbed20-0bb6-4bf3-828d-96732e1e022c",
        layerKey: "FWPM_LAYER_ALE_AUTH_RECV_ACCEPT_V4",
      }),
    ],
  });
  assertEquals(
    finding?.remedy,
    "Start or repair Windows Firewall, which registers the callout, and " +
      "restart the machine if the callout stays away",
  );
});

Deno.test("auditSnapshot() does not tell people to reinstall Windows' own callouts", () => {
  const [finding] = audit({
    callouts: [],
    filters: [rawFilter({ calloutKey: "FWPM_CALLOUT_IPSEC_ALE_CONNECT_V4" })],
  });
  assertEquals(
    finding?.remedy,
    "Windows itself registers the callout: restart the machine, and repair Windows if the callout stays away",
  );
});

Deno.test("auditSnapshot() goes by the filter's provider for a callout that is gone", () => {
  const providerKey = "99999999-1111-4111-8111-111111111111";
  const [finding] = audit({
    callouts: [],
    filters: [rawFilter({ providerKey })],
    providers: [{
      key: providerKey,
      name: "Contoso VPN",
      description: null,
      flags: [],
      providerData: null,
      serviceName: null,
    }],
  });
  assertEquals(finding?.evidence.map(({ product }) => product), [
    "Contoso VPN",
    "Contoso VPN",
  ]);
});

Deno.test("auditSnapshot() finds callouts that pass for built-ins", () => {
  const name = "WFP Built-in IPsec Inbound Transport v4 Layer Callout";
  const chinese = "WFP 内置 IPsec 转发入站隧道 v6 层标注";
  const builtin = "FWPM_CALLOUT_IPSEC_INBOUND_TRANSPORT_V4";
  const findings = audit({
    callouts: [
      rawCallout({ name }),
      rawCallout({ key: FILTER, name: chinese }),
      rawCallout({
        key: builtin,
        name: "localised",
        layerKey: "FWPM_LAYER_INBOUND_TRANSPORT_V4",
      }),
      rawCallout({
        key: "FWPM_CALLOUT_IPSEC_INBOUND_TRANSPORT_V6",
        layerKey: "FWPM_LAYER_STREAM_V6",
      }),
      rawCallout({ key: "FWPM_CALLOUT_OF_TOMORROW", name }),
    ],
    filters: [
      rawFilter(),
      rawFilter({ calloutKey: FILTER }),
    ],
  });
  assertEquals(brief(findings), [
    ["impostor", "error", [name, builtin]],
    ["impostor", "error", [
      chinese,
      "FWPM_CALLOUT_IPSEC_FORWARD_INBOUND_TUNNEL_V6",
    ]],
    ["impostor", "error", ["FWPM_CALLOUT_IPSEC_INBOUND_TRANSPORT_V6"]],
  ]);
});

Deno.test("auditSnapshot() takes the four chimney callouts as normal", () => {
  const chimney = [
    "ACCEPT_LAYER_V4",
    "ACCEPT_LAYER_V6",
    "CONNECT_LAYER_V4",
    "CONNECT_LAYER_V6",
  ]
    .map((end) =>
      rawCallout({
        key: `FWPM_CALLOUT_TCP_CHIMNEY_${end}`,
        layerKey: end.startsWith("A")
          ? `FWPM_LAYER_ALE_AUTH_RECV_ACCEPT_${end.slice(-2)}`
          : `FWPM_LAYER_ALE_AUTH_CONNECT_${end.slice(-2)}`,
        flags: [],
      })
    );
  assertEquals(brief(audit({ callouts: [rawCallout(), ...chimney] })), [
    ["unregistered", "info", chimney.map(({ key }) => key)],
  ]);
});

const PIA = "18ebe4a1-a7b4-4b76-9f39-28571eaa6b06";
const SOPHOS = "262afd59-dcc4-11f0-828b-901057cfd03b";
const DEFENDER = "d67b238d-d80c-4ba7-96df-4a0c83464fa7";

function conflictAt(layerKey: string): Finding[] {
  const state = {
    callouts: [PIA, SOPHOS, DEFENDER, CALLOUT].map((key) =>
      rawCallout({ key, name: key, layerKey })
    ),
    filters: [
      rawFilter({
        name: "low",
        calloutKey: PIA,
        layerKey,
        sublayerKey: "FWPM_SUBLAYER_INSPECTION",
      }),
      rawFilter({ name: "defender", calloutKey: DEFENDER, layerKey }),
      rawFilter({ name: "unknown", calloutKey: CALLOUT, layerKey }),
      rawFilter({
        name: "high",
        calloutKey: SOPHOS,
        layerKey,
        flags: ["FWPM_FILTER_FLAG_CLEAR_ACTION_RIGHT"],
      }),
    ],
    sublayers: [
      rawSublayer(),
      rawSublayer({ key: "FWPM_SUBLAYER_INSPECTION", weight: 0 }),
    ],
  };
  return audit(state);
}

Deno.test("auditSnapshot() shows vendors at one layer in order of evaluation", () => {
  for (
    const [layer, severity] of [
      ["FWPM_LAYER_STREAM_V4", "warning"],
      ["FWPM_LAYER_STREAM_PACKET_V6", "warning"],
      ["FWPM_LAYER_ALE_CONNECT_REDIRECT_V4", "warning"],
      ["FWPM_LAYER_ALE_BIND_REDIRECT_V6", "warning"],
      ["FWPM_LAYER_ALE_FLOW_ESTABLISHED_V4", "info"],
    ] as const
  ) {
    const findings = conflictAt(layer);
    assertEquals(brief(findings), [["conflict", severity, ["high", "low"]]]);
    assertEquals(
      findings[0]?.title,
      `Callouts of Sophos and Private Internet Access share layer ${layer}`,
    );
    assertEquals(
      findings[0]?.reason.endsWith(
        'They are asked in this order: Sophos (filter "high" with CLEAR_ACTION_RIGHT), then Private Internet Access (filter "low").' +
          " A filter with CLEAR_ACTION_RIGHT lets no later sublayer overturn its decision, short of a callout's veto.",
      ),
      true,
    );
  }
});

Deno.test("auditSnapshot() lists what is only worth knowing", () => {
  const shared = "b16b0a6e-2b2a-41a3-8b39-bd3ffc855ff8";
  const raw = rawSnapshot({
    callouts: [
      rawCallout(),
      rawCallout({ key: shared, name: "Shared" }),
      rawCallout({ key: "FWPM_CALLOUT_IPSEC_ALE_CONNECT_V4" }),
    ],
  });
  assertEquals(
    brief(auditSnapshot(enrich(raw, "a.xml"), {
      findOwners: attributeFilter,
    })),
    [
      ["shared-guid", "info", ["Shared"]],
      ["orphan", "info", ["Shared"]],
      ["unattributed", "info", ["Example callout"]],
    ],
  );
});

Deno.test("auditSnapshot() speaks of one object as one, of several as several", () => {
  const callouts = [
    rawCallout({ key: SECOND, name: "Second" }),
    rawCallout({ key: FILTER, name: "Third" }),
  ];
  const chimney = ["V4", "V6"].map((version) =>
    rawCallout({
      key: `FWPM_CALLOUT_TCP_CHIMNEY_CONNECT_LAYER_${version}`,
      layerKey: `FWPM_LAYER_ALE_AUTH_CONNECT_${version}`,
      flags: [],
    })
  );
  const said = (count: number): string[] =>
    auditAll({
      callouts: [...callouts.slice(0, count), ...chimney.slice(0, count)],
      filters: [],
    }).map(({ title, reason, remedy }) => `${title} | ${reason} | ${remedy}`);
  assertEquals(said(1), [
    "Not registered, as is normal: 1 callout for TCP Chimney Offload | Windows still lists this callout but no longer offloads whole TCP connections, so nothing registers it. | Nothing needs to be done",
    "1 callout without a filter | No filter has it as its action, so it sees no traffic. A driver may add filters only while a feature is in use. | If a product should be filtering now, see whether its service has started and added its filters",
    "1 callout whose owner is not known | Neither the GUID, nor the provider, nor the name says which product it belongs to. | Find the driver that registers it, and name it in a table for --owners",
  ]);
  assertEquals(said(2), [
    "Not registered, as is normal: 2 callouts for TCP Chimney Offload | Windows still lists these callouts but no longer offloads whole TCP connections, so nothing registers them. | Nothing needs to be done",
    "2 callouts without a filter | No filter has them as its action, so they see no traffic. A driver may add filters only while a feature is in use. | If a product should be filtering now, see whether its service has started and added its filters",
    "2 callouts whose owner is not known | Neither the GUID, nor the provider, nor the name says which product they belong to. | Find the driver that registers them, and name it in a table for --owners",
  ]);
  const unseen = (calloutKeys: readonly string[]): string[] =>
    audit({
      complete: false,
      callouts: [],
      filters: calloutKeys.map((calloutKey) => rawFilter({ calloutKey })),
    }).map(({ title, reason }) => `${title} | ${reason}`);
  assertEquals([unseen([SECOND, SECOND]), unseen([SECOND, FILTER])], [
    [
      "The callout of 2 filters is not in the list | The list of callouts may be incomplete, so this callout may be missing from the machine or only from the list.",
    ],
    [
      "The callouts of 2 filters are not in the list | The list of callouts may be incomplete, so these callouts may be missing from the machine or only from the list.",
    ],
  ]);
});

Deno.test("auditSnapshot() finds exactly what the removal of one callout does", () => {
  const other = "33333333-3333-4333-8333-333333333333";
  const state = rawSnapshot({
    callouts: [rawCallout(), rawCallout({ key: other, name: "Other" })],
    filters: [
      rawFilter({ name: "decide" }),
      rawFilter({ name: "watch", actionType: "FWP_ACTION_CALLOUT_INSPECTION" }),
      rawFilter({ name: "other", calloutKey: other }),
    ],
  });
  const callouts = state.callouts?.filter(({ key }) => key !== CALLOUT) ?? [];
  assertEquals(brief(audit(state)), []);
  assertEquals(brief(audit({ ...state, callouts })), [
    ["dangling", "error", [CALLOUT, "decide"]],
    ["blind", "warning", [CALLOUT, "watch"]],
  ]);
});
