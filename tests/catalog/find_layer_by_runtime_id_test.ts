import { assertEquals } from "@std/assert";
import { findLayerByRuntimeId } from "../../src/catalog/find_layer_by_runtime_id.ts";

function layerOf(id: number, build?: number): string | null {
  return findLayerByRuntimeId(id, build)?.name ?? null;
}

Deno.test("findLayerByRuntimeId() knows the ids that agree everywhere", () => {
  assertEquals(layerOf(0), "FWPM_LAYER_INBOUND_IPPACKET_V4");
  assertEquals(layerOf(13), "FWPM_LAYER_INBOUND_TRANSPORT_V4_DISCARD");
  assertEquals(layerOf(44), "FWPM_LAYER_ALE_AUTH_RECV_ACCEPT_V4");
  assertEquals(layerOf(84), "FWPM_LAYER_ALE_ACCEPT_REDIRECT_V6");
});

Deno.test("findLayerByRuntimeId() does not guess where Windows versions differ", () => {
  assertEquals(layerOf(85), null);
  assertEquals(layerOf(93), null);
});

Deno.test("findLayerByRuntimeId() takes the newest header up to the build", () => {
  assertEquals(layerOf(93, 22631), "FWPM_LAYER_RPC_UM");
  assertEquals(layerOf(91, 20348), "FWPM_LAYER_RPC_UM");
  assertEquals(layerOf(97, 19045), "FWPM_LAYER_RPC_UM");
  assertEquals(layerOf(78, 7601), "FWPM_LAYER_RPC_UM");
  assertEquals(
    layerOf(85, 26200),
    "FWPM_LAYER_OUTBOUND_NETWORK_CONNECTION_POLICY_V4",
  );
  assertEquals(layerOf(85, 22000), "FWPM_LAYER_IPSEC_KM_DEMUX_V4");
});

Deno.test("findLayerByRuntimeId() gives null for ids without a layer", () => {
  assertEquals(layerOf(82, 19041), null);
  assertEquals(layerOf(99, 26100), null);
  assertEquals(layerOf(0, 6000), null);
  assertEquals(layerOf(-1), null);
});
