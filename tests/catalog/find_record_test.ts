import { assertEquals, assertStrictEquals } from "@std/assert";
import { findByGuid } from "../../src/catalog/find_by_guid.ts";
import { findRecord } from "../../src/catalog/find_record.ts";
import { listRecords } from "../../src/catalog/list_records.ts";

Deno.test("findRecord() gives what findByGuid() gives, for the kind of the record alone", () => {
  for (const record of listRecords()) {
    const guid = record.guid ?? "";
    assertStrictEquals(findRecord(guid, record.kind), findByGuid(guid)[0]);
    const other = record.kind === "layer" ? "callout" : "layer";
    assertEquals(findRecord(guid, other), null);
  }
});

Deno.test("findRecord() gives nothing for an unknown GUID", () => {
  const guid = "00000000-0000-0000-0000-000000000001";
  assertEquals(findRecord(guid, "callout"), null);
});
