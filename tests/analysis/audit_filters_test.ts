import { assertEquals } from "@std/assert";
import type { Finding } from "../../src/analysis/audit_finding.ts";
import { findOwners } from "../../src/catalog/find_owners.ts";
import { audit, brief } from "../testing/audit_state.ts";
import { rawCallout, rawFilter, rawSublayer } from "../testing/raw_objects.ts";

const CALLOUT = "11111111-1111-4111-8111-111111111111";
const FILTER = "22222222-2222-4222-8222-222222222222";
const REGISTRATION =
  "https://learn.microsoft.com/en-us/windows-hardware/drivers/ddi/fwpsk/nf-fwpsk-fwpscalloutregister0";

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

Deno.test("auditSnapshot() names the filters whose callout is absent", () => {
  assertEquals(audit({ callouts: [] }) as unknown, [{
    id: "dangling",
    severity: "error",
    title:
      "1 filter blocks what it matches: callout 11111111-1111-4111-8111-111111111111 is absent",
    reason:
      "The filter engine treats a filter as a block when its callout should decide but is not registered, unless the filter has FWPM_FILTER_FLAG_PERMIT_IF_CALLOUT_UNREGISTERED.",
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

Deno.test("auditSnapshot() reports no fault where only the list may be incomplete", () => {
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
  // A filter that does not say which callout it uses misses none
  const nameless = rawFilter({ calloutKey: null });
  assertEquals(
    audit({ callouts: [], filters: [nameless], complete: false }),
    [],
  );
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
      "restart the machine if the callout is still missing",
  );
});

Deno.test("auditSnapshot() does not tell people to reinstall Windows' own callouts", () => {
  const [finding] = audit({
    callouts: [],
    filters: [rawFilter({ calloutKey: "FWPM_CALLOUT_IPSEC_ALE_CONNECT_V4" })],
  });
  assertEquals(
    finding?.remedy,
    "Windows itself registers the callout: restart the machine, and repair Windows if the callout is still missing",
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
        'They are evaluated in this order: Sophos (filter "high" with CLEAR_ACTION_RIGHT), then Private Internet Access (filter "low").' +
          " A filter with CLEAR_ACTION_RIGHT lets no later sublayer overturn its decision, short of a callout's veto.",
      ),
      true,
    );
  }
});
