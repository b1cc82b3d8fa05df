import { assertEquals } from "@std/assert";
import { OTHER_CALLOUTS } from "../../src/catalog/data/other_callouts.ts";
import { findFirewallFamily } from "../../src/catalog/firewall_family.ts";

const PREFIX = "c3dbed20-0bb6-4bf3-828d-96732e1e";

Deno.test("findFirewallFamily() reads function and layer out of the last digits", () => {
  assertEquals(findFirewallFamily(`${PREFIX}0024`), {
    layer: "FWPM_LAYER_ALE_RESOURCE_ASSIGNMENT_V4",
    layerGuid: "1247d66d-0b60-4a15-8d44-7155d0f53a0c",
    function: "notifies the user",
  });
  assertEquals(findFirewallFamily(`${PREFIX}0131`), {
    layer: "FWPM_LAYER_ALE_AUTH_CONNECT_V4_DISCARD",
    layerGuid: "d632a801-f5ba-4ad6-96e3-607017d9836a",
    function: "writes the log",
  });
});

Deno.test("findFirewallFamily() agrees with the layer of every sighting", () => {
  const seen = OTHER_CALLOUTS().filter((row) => row[0].startsWith(PREFIX));
  assertEquals(seen.length, 23);
  for (const [guid, , layer] of seen) {
    assertEquals(findFirewallFamily(guid)?.layer, layer);
  }
});

Deno.test("findFirewallFamily() names a function number that is not published", () => {
  assertEquals(
    findFirewallFamily(`${PREFIX}051a`)?.function,
    "function 05, not published",
  );
});

Deno.test("findFirewallFamily() names the layer of a number that means one everywhere", () => {
  assertEquals(
    findFirewallFamily(`${PREFIX}0154`)?.layer,
    "FWPM_LAYER_ALE_ACCEPT_REDIRECT_V6",
  );
  assertEquals(findFirewallFamily(`${PREFIX}0155`), {
    layer: null,
    layerGuid: null,
    function: "writes the log",
  });
});

Deno.test("findFirewallFamily() refuses a number that is a layer in no Windows", () => {
  assertEquals(findFirewallFamily(`${PREFIX}0166`)?.layer, null);
  assertEquals(findFirewallFamily(`${PREFIX}0167`), null);
  assertEquals(findFirewallFamily(`${PREFIX}01ff`), null);
});

Deno.test("findFirewallFamily() does not take the base for a callout", () => {
  assertEquals(findFirewallFamily(`${PREFIX}0000`), null);
});

Deno.test("findFirewallFamily() gives null for other GUIDs", () => {
  assertEquals(
    findFirewallFamily("c3dbed20-0bb6-4bf3-828d-96732e1f0024"),
    null,
  );
  assertEquals(
    findFirewallFamily("00000000-0000-0000-0000-000000000000"),
    null,
  );
});
