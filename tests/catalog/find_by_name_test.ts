import { assertEquals } from "@std/assert";
import { findByName } from "../../src/catalog/find_by_name.ts";

/** The 42 symbols of Microsoft's page "Built-in Callout Identifiers". */
const PAGE = [
  "FWPM_CALLOUT_IPSEC_INBOUND_TRANSPORT_V4",
  "FWPM_CALLOUT_IPSEC_INBOUND_TRANSPORT_V6",
  "FWPM_CALLOUT_IPSEC_OUTBOUND_TRANSPORT_V4",
  "FWPM_CALLOUT_IPSEC_OUTBOUND_TRANSPORT_V6",
  "FWPM_CALLOUT_IPSEC_INBOUND_TUNNEL_V4",
  "FWPM_CALLOUT_IPSEC_INBOUND_TUNNEL_V6",
  "FWPM_CALLOUT_IPSEC_OUTBOUND_TUNNEL_V4",
  "FWPM_CALLOUT_IPSEC_OUTBOUND_TUNNEL_V6",
  "FWPM_CALLOUT_IPSEC_FORWARD_INBOUND_TUNNEL_V4",
  "FWPM_CALLOUT_IPSEC_FORWARD_INBOUND_TUNNEL_V6",
  "FWPM_CALLOUT_IPSEC_FORWARD_OUTBOUND_TUNNEL_V4",
  "FWPM_CALLOUT_IPSEC_FORWARD_OUTBOUND_TUNNEL_V6",
  "FWPM_CALLOUT_IPSEC_INBOUND_INITIATE_SECURE_V4",
  "FWPM_CALLOUT_IPSEC_INBOUND_INITIATE_SECURE_V6",
  "FWPM_CALLOUT_IPSEC_INBOUND_TUNNEL_ALE_ACCEPT_V4",
  "FWPM_CALLOUT_IPSEC_INBOUND_TUNNEL_ALE_ACCEPT_V6",
  "FWPM_CALLOUT_IPSEC_ALE_CONNECT_V4",
  "FWPM_CALLOUT_IPSEC_ALE_CONNECT_V6",
  "FWPM_CALLOUT_IPSEC_DOSP_FORWARD_V4",
  "FWPM_CALLOUT_IPSEC_DOSP_FORWARD_V6",
  "FWPM_CALLOUT_WFP_TRANSPORT_LAYER_V4_SILENT_DROP",
  "FWPM_CALLOUT_WFP_TRANSPORT_LAYER_V6_SILENT_DROP",
  "FWPM_CALLOUT_TCP_CHIMNEY_CONNECT_LAYER_V4",
  "FWPM_CALLOUT_TCP_CHIMNEY_CONNECT_LAYER_V6",
  "FWPM_CALLOUT_TCP_CHIMNEY_ACCEPT_LAYER_V4",
  "FWPM_CALLOUT_TCP_CHIMNEY_ACCEPT_LAYER_V6",
  "FWPM_CALLOUT_SET_OPTIONS_AUTH_CONNECT_LAYER_V4",
  "FWPM_CALLOUT_SET_OPTIONS_AUTH_CONNECT_LAYER_V6",
  "FWPM_CALLOUT_SET_OPTIONS_AUTH_RECV_ACCEPT_LAYER_V4",
  "FWPM_CALLOUT_SET_OPTIONS_AUTH_RECV_ACCEPT_LAYER_V6",
  "FWPM_CALLOUT_RESERVED_AUTH_CONNECT_LAYER_V4",
  "FWPM_CALLOUT_RESERVED_AUTH_CONNECT_LAYER_V6",
  "FWPM_CALLOUT_EDGE_TRAVERSAL_ALE_LISTEN_V6",
  "FWPM_CALLOUT_TEREDO_ALE_LISTEN_V6",
  "FWPM_CALLOUT_EDGE_TRAVERSAL_ALE_RESOURCE_ASSIGNMENT_V6",
  "FWPM_CALLOUT_TEREDO_ALE_RESOURCE_ASSIGNMENT_V6",
  "FWPM_CALLOUT_EDGE_TRAVERSAL_ALE_RESOURCE_ASSIGNMENT_V4",
  "FWPM_CALLOUT_EDGE_TRAVERSAL_ALE_LISTEN_V4",
  "FWPM_CALLOUT_TCP_TEMPLATES_CONNECT_LAYER_V4",
  "FWPM_CALLOUT_TCP_TEMPLATES_CONNECT_LAYER_V6",
  "FWPM_CALLOUT_TCP_TEMPLATES_ACCEPT_LAYER_V4",
  "FWPM_CALLOUT_TCP_TEMPLATES_ACCEPT_LAYER_V6",
];

function namesOf(name: string): (string | null)[] {
  return findByName(name).map((record) => record.name);
}

Deno.test("findByName() knows each symbol of Microsoft's page as a built-in callout", () => {
  assertEquals(new Set(PAGE).size, 42);
  for (const symbol of PAGE) {
    const [record, ...others] = findByName(symbol);
    assertEquals(others, []);
    assertEquals(record?.kind, "callout");
    assertEquals(record?.kind === "callout" && record.builtin, true);
    assertEquals(
      [record?.name, ...record?.aliases ?? []].includes(symbol),
      true,
    );
  }
});

Deno.test("findByName() ignores letter case", () => {
  assertEquals(namesOf("fwpm_layer_stream_v4"), ["FWPM_LAYER_STREAM_V4"]);
});

Deno.test("findByName() reads symbols without FWPM_ and without the prefix of the kind", () => {
  assertEquals(namesOf("LAYER_STREAM_V4"), ["FWPM_LAYER_STREAM_V4"]);
  assertEquals(namesOf("STREAM_PACKET_V6"), ["FWPM_LAYER_STREAM_PACKET_V6"]);
  assertEquals(namesOf("CONTEXT_SECURE_SOCKET_IPSEC"), []);
  assertEquals(namesOf("SECURE_SOCKET_IPSEC"), [
    "FWPM_PROVIDER_CONTEXT_SECURE_SOCKET_IPSEC",
  ]);
});

Deno.test("findByName() gives every kind that a short name may mean", () => {
  assertEquals(namesOf("tcp_templates"), [
    "FWPM_SUBLAYER_TCP_TEMPLATES",
    "FWPM_PROVIDER_TCP_TEMPLATES",
  ]);
});

Deno.test("findByName() leads from an alias to the symbol that the header defines", () => {
  assertEquals(namesOf("FWPM_CALLOUT_EDGE_TRAVERSAL_ALE_LISTEN_V6"), [
    "FWPM_CALLOUT_TEREDO_ALE_LISTEN_V6",
  ]);
  assertEquals(namesOf("PROXY_CONNECTION_ACCEPT_REDIRECT_LAYER_V4"), [
    "FWPM_CALLOUT_BUILT_IN_RESERVED_1",
  ]);
  assertEquals(namesOf("FWPM_CONDITION_ICMP_TYPE"), [
    "FWPM_CONDITION_IP_LOCAL_PORT",
  ]);
});

Deno.test("findByName() knows display names, English and Chinese", () => {
  assertEquals(namesOf("wfp built-in reserved callout"), [
    "FWPM_CALLOUT_RESERVED_AUTH_CONNECT_LAYER_V4",
    "FWPM_CALLOUT_RESERVED_AUTH_CONNECT_LAYER_V6",
  ]);
  assertEquals(
    namesOf(
      "WFP \u5185\u7f6e IPsec \u8f6c\u53d1\u5165\u7ad9\u96a7\u9053 v6 \u5c42\u6807\u6ce8",
    ),
    ["FWPM_CALLOUT_IPSEC_FORWARD_INBOUND_TUNNEL_V6"],
  );
  assertEquals(namesOf("Stream v4 Layer"), ["FWPM_LAYER_STREAM_V4"]);
  assertEquals(namesOf("IDM Callout").length, 8);
  assertEquals(namesOf("NDU Inbound Transport Callout"), [
    "NDU_INBOUND_TRANSPORT_CALLOUT",
  ]);
});

Deno.test("findByName() knows the run-time symbols of layers", () => {
  assertEquals(namesOf("FWPS_LAYER_RESERVED_LAYER_9"), [
    "FWPM_LAYER_ALE_ACCEPT_REDIRECT_V4",
  ]);
});

Deno.test("findByName() takes wildcards and fragments for plain text", () => {
  assertEquals(namesOf("*STREAM_V4"), []);
  assertEquals(namesOf("STREAM_V"), []);
  assertEquals(namesOf(""), []);
});

Deno.test("findByName() answers the same with and without its index", async () => {
  // A fresh copy of the module has no index yet.
  const fresh: typeof import("../../src/catalog/find_by_name.ts") =
    await import("../../src/catalog/find_by_name.ts#fresh");
  const names = PAGE.map((symbol) => symbol.toLowerCase());
  const first = names.map((name) => fresh.findByName(name));
  fresh.findByName("STREAM_V4");
  assertEquals(names.map((name) => fresh.findByName(name)), first);
});
