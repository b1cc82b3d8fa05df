import { assertEquals } from "@std/assert";
import { findByGuid } from "../../src/catalog/find_by_guid.ts";

Deno.test("findByGuid() gives the layer of a GUID", () => {
  const names = findByGuid("c38d57d1-05a7-4c33-904f-7fbceee60e82").map((
    record,
  ) => record.name);
  assertEquals(names, ["FWPM_LAYER_ALE_AUTH_CONNECT_V4"]);
});

Deno.test("findByGuid() gives nothing for an unknown GUID", () => {
  assertEquals(findByGuid("00000000-0000-0000-0000-000000000001"), []);
});
