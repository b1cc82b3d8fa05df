import { assertEquals } from "@std/assert";
import { matchNames } from "../../src/catalog/match_names.ts";
import type { Kind } from "../../src/model/record.ts";

function namesOf(pattern: string, kind?: Kind): (string | null)[] {
  return matchNames(pattern, kind).map((record) => record.name);
}

Deno.test("matchNames() matches symbols with and without their prefixes", () => {
  const layers = ["FWPM_LAYER_STREAM_V4", "FWPM_LAYER_STREAM_V6"];
  assertEquals(namesOf("STREAM_V?", "layer"), layers);
  assertEquals(namesOf("layer_stream_v[4-6]", "layer"), layers);
  assertEquals(namesOf("FWPM_LAYER_STREAM_V[46]"), layers);
});

Deno.test("matchNames() takes a pattern without wildcards for a part of a name", () => {
  assertEquals(namesOf("silent_drop"), [
    "FWPM_CALLOUT_WFP_TRANSPORT_LAYER_V4_SILENT_DROP",
    "FWPM_CALLOUT_WFP_TRANSPORT_LAYER_V6_SILENT_DROP",
  ]);
});

Deno.test("matchNames() matches aliases and display names", () => {
  assertEquals(namesOf("*EDGE_TRAVERSAL*LISTEN*", "callout"), [
    "FWPM_CALLOUT_EDGE_TRAVERSAL_ALE_LISTEN_V4",
    "FWPM_CALLOUT_TEREDO_ALE_LISTEN_V6",
  ]);
  assertEquals(namesOf("npcap*"), [
    "Npcap Network Callout",
    "Npcap Network Callout",
  ]);
  assertEquals(namesOf("*\u6807\u6ce8").length, 2);
});

Deno.test("matchNames() gives callouts of the header before others", () => {
  const records = matchNames("*TRANSPORT*", "callout");
  const builtin = records.map((record) =>
    record.kind === "callout" && record.builtin
  );
  assertEquals(builtin, builtin.toSorted().reverse());
  assertEquals(builtin.filter(Boolean).length, 6);
});

Deno.test("matchNames() gives everything for a star and nothing for no match", () => {
  assertEquals(matchNames("*", "keying_module").length, 3);
  assertEquals(namesOf("no such name *"), []);
});
