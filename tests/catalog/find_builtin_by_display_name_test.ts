import { assertEquals } from "@std/assert";
import { findBuiltinByDisplayName } from "../../src/catalog/find_builtin_by_display_name.ts";
import { listRecords } from "../../src/catalog/list_records.ts";

Deno.test("findBuiltinByDisplayName() finds every built-in by each name that was seen", () => {
  const found: (string | null)[] = [];
  for (const record of listRecords("callout")) {
    if (record.kind !== "callout" || !record.builtin) continue;
    const { displayName, observed } = record;
    const names = observed?.localizedNames.map(({ name }) => name) ?? [];
    for (const name of [displayName ?? [], ...names].flat()) {
      assertEquals(findBuiltinByDisplayName(name)?.displayName, displayName);
      found.push(displayName);
    }
  }
  // Two of the 48 have one name
  assertEquals(new Set(found).size, 47);
});

Deno.test("findBuiltinByDisplayName() finds nothing by a part, another case or a symbol", () => {
  const name = "WFP Built-in Silent Drop Transport v4 Discard Layer Callout";
  const others = [
    "",
    name.slice(1),
    name.toUpperCase(),
    "FWPM_CALLOUT_WFP_TRANSPORT_LAYER_V4_SILENT_DROP",
  ];
  for (const other of others) {
    assertEquals(findBuiltinByDisplayName(other), null);
  }
});
