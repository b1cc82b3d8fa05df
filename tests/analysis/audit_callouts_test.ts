import { assertEquals } from "@std/assert";
import { audit, auditAll, brief } from "../testing/audit_state.ts";
import { rawCallout, rawFilter } from "../testing/raw_objects.ts";

const FILTER = "22222222-2222-4222-8222-222222222222";

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

Deno.test("auditSnapshot() lists what is only worth knowing", () => {
  const shared = "b16b0a6e-2b2a-41a3-8b39-bd3ffc855ff8";
  const findings = auditAll({
    callouts: [
      rawCallout(),
      rawCallout({ key: shared, name: "Shared" }),
      rawCallout({ key: "FWPM_CALLOUT_IPSEC_ALE_CONNECT_V4" }),
    ],
  });
  assertEquals(
    brief(findings),
    [
      ["shared-guid", "info", ["Shared"]],
      ["orphan", "info", ["Shared"]],
      ["unattributed", "info", ["Example callout"]],
    ],
  );
});
