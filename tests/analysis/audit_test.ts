import { assertEquals } from "@std/assert";
import { audit, auditAll, brief } from "../testing/audit_state.ts";
import { rawCallout, rawFilter, rawSnapshot } from "../testing/raw_objects.ts";

const CALLOUT = "11111111-1111-4111-8111-111111111111";
const SECOND = "33333333-3333-4333-8333-333333333333";
const FILTER = "22222222-2222-4222-8222-222222222222";

Deno.test("auditSnapshot() has nothing to say of a healthy machine", () => {
  assertEquals(audit({}), []);
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
    "Not registered, as expected: 1 callout for TCP Chimney Offload | Windows still lists this callout but no longer offloads whole TCP connections, so nothing registers it. | Nothing needs to be done",
    "1 callout without a filter | No filter has it as its action, so it sees no traffic. A driver may add filters only while a feature is in use. | If a product should be filtering now, check whether its service has started and added its filters",
    "1 callout whose owner is not known | Neither the GUID, nor the provider, nor the name says which product it belongs to. | Find the driver that registers it, and list its product in a table for wfpcallout audit --owners",
  ]);
  assertEquals(said(2), [
    "Not registered, as expected: 2 callouts for TCP Chimney Offload | Windows still lists these callouts but no longer offloads whole TCP connections, so nothing registers them. | Nothing needs to be done",
    "2 callouts without a filter | No filter has them as its action, so they see no traffic. A driver may add filters only while a feature is in use. | If a product should be filtering now, check whether its service has started and added its filters",
    "2 callouts whose owner is not known | Neither the GUID, nor the provider, nor the name says which product they belong to. | Find the driver that registers them, and list its product in a table for wfpcallout audit --owners",
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
