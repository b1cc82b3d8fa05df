import { assert, assertEquals } from "@std/assert";
import { encodeHex } from "@std/encoding/hex";
import { CALLOUT_TEXTS } from "../../src/catalog/data/callout_texts.ts";
import { CALLOUTS } from "../../src/catalog/data/callouts.ts";
import {
  LAYER_BUILDS,
  LAYER_RUNTIME_IDS,
} from "../../src/catalog/data/layer_runtime_ids.ts";
import { LAYERS } from "../../src/catalog/data/layers.ts";
import { NAME_PATTERNS } from "../../src/catalog/data/name_patterns.ts";
import { OBSERVED_CALLOUTS } from "../../src/catalog/data/observed_callouts.ts";
import { OBSERVED_OTHER_CALLOUTS } from "../../src/catalog/data/observed_other_callouts.ts";
import { OTHER_CALLOUTS } from "../../src/catalog/data/other_callouts.ts";
import { PRODUCTS } from "../../src/catalog/data/products.ts";
import { REFERENCES } from "../../src/catalog/data/references.ts";
import type { Extra, OtherCalloutFact } from "../../src/catalog/facts.ts";
import { findGuid } from "../../src/catalog/find_guid.ts";
import { findSymbol } from "../../src/catalog/find_symbol.ts";
import { aliasesOf, type Table, TABLES } from "../../src/catalog/tables.ts";
import { symbolLines } from "./symbol_lines.ts";

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const OTHERS: readonly OtherCalloutFact[] = OTHER_CALLOUTS();

Deno.test("tables: every kind has its number of symbols and aliases", () => {
  const counts = TABLES.map((table) => [
    table.kind,
    table.rows().length,
    table.rows().flatMap((row) => aliasesOf(row, table)).length,
  ]);
  assertEquals(counts, [
    // 51 of the header, and 21 that only FwDiagnose names.
    ["callout", 72, 6],
    ["layer", 107, 2],
    ["sublayer", 24, 1],
    ["condition", 148, 14],
    ["provider", 14, 0],
    ["keying_module", 3, 0],
    ["provider_context", 2, 0],
  ]);
});

Deno.test("tables: the header has 51 callouts under 57 names", () => {
  const ofHeader = CALLOUTS().filter((row) => row[2] !== null);
  const table = TABLES[0] as Table;
  const aliases = ofHeader.flatMap((row) => aliasesOf(row, table));
  assertEquals(ofHeader.length, 51);
  assertEquals(ofHeader.length + aliases.length, 57);
});

Deno.test("tables: symbols are unique and sorted", () => {
  for (const { rows } of TABLES) {
    const names = rows().map((row) => row[0]);
    assertEquals(names, [...new Set(names)].sort());
  }
});

Deno.test("tables: no symbol stands for two things", () => {
  const names = symbolLines().map((line) => line.split("\t")[1]);
  assertEquals(names.length, new Set(names).size);
  assertEquals(names.length, 393);
});

Deno.test("tables: GUIDs are well formed and unique", () => {
  const guids = TABLES.flatMap(({ rows }) => rows().map((row) => row[1]));
  assertEquals(guids.filter((guid) => !GUID.test(guid)), []);
  assertEquals(guids.length, new Set(guids).size);
});

Deno.test("tables: every symbol leads to its GUID and back", () => {
  for (const table of TABLES) {
    for (const row of table.rows()) {
      const [name, guid] = row;
      assertEquals(findSymbol(guid, table.kind), name);
      for (const symbol of [name, ...aliasesOf(row, table)]) {
        assertEquals(findGuid(symbol, table.kind), guid);
      }
    }
  }
});

Deno.test("tables: every source is known, and every known source is used", () => {
  const used = new Set<unknown>();
  const rows: readonly (readonly unknown[])[] = [
    ...TABLES.flatMap((table) => table.rows()),
    ...CALLOUT_TEXTS(),
    ...OBSERVED_CALLOUTS(),
    ...OBSERVED_OTHER_CALLOUTS(),
    ...OTHER_CALLOUTS(),
    ...NAME_PATTERNS(),
  ];
  const keys = new Set<string>(Object.keys(REFERENCES()));
  for (const row of rows) {
    const named = row.flat().filter((field) => keys.has(field as string));
    const also = row.flatMap((field) => (field as Extra | null)?.also ?? []);
    assert(named.length > 0, `no source in ${row[0]}`);
    for (const key of [...named, ...also]) used.add(key);
  }
  // Every layer has its run-time name from fwpsk.h.
  used.add("fwpsk");
  assertEquals([...keys].filter((key) => !used.has(key)), []);
});

Deno.test("tables: every alias and note is a text of its own", () => {
  for (const table of TABLES) {
    for (const row of table.rows()) {
      const extra = row[table.extraAt] as Extra | undefined;
      if (extra === undefined) continue;
      assert(Object.keys(extra).length > 0);
      for (const note of extra.notes ?? []) {
        assert(/^[A-Z].*[.]$/.test(note), note);
      }
    }
  }
});

Deno.test("tables: every callout has a text, and every text a callout", () => {
  const wanted = new Set<string>(CALLOUTS().map((row) => row[5]));
  const known = CALLOUT_TEXTS().map((row) => row[0]);
  assertEquals(known, [...wanted].sort());
});

Deno.test("callouts: a layer is one that the table of layers has", () => {
  const layers = [
    ...CALLOUTS().map((row) => row[3]),
    ...OTHERS.map((row) => row[2]),
    ...OBSERVED_CALLOUTS().map((row) => row[1]),
  ];
  for (const layer of layers) {
    assert(layer === null || findGuid(layer, "layer") !== null, layer ?? "");
  }
});

Deno.test("callouts: only those whose layer is inferred have none", () => {
  const without = CALLOUTS().filter((row) =>
    row[2] !== null && row[3] === null
  );
  assertEquals(without.map((row) => row[0]), [
    "FWPM_CALLOUT_HTTP_TEMPLATE_SSL_HANDSHAKE",
    "FWPM_CALLOUT_IPSEC_DOSP_FORWARD_V4",
    "FWPM_CALLOUT_IPSEC_DOSP_FORWARD_V6",
  ]);
});

Deno.test("observed callouts: 48 of the header, at the layer of their row", () => {
  assertEquals(OBSERVED_CALLOUTS().length, 48);
  for (const [name, layer] of OBSERVED_CALLOUTS()) {
    assertEquals(CALLOUTS().find((row) => row[0] === name)?.[3], layer);
  }
  const names = OBSERVED_CALLOUTS().map((row) => row[0]);
  assertEquals(names, [...new Set(names)].sort());
});

Deno.test("other callouts: 285 sightings of 280 GUIDs, sorted by GUID", () => {
  const guids = OTHERS.map((row) => row[0]);
  assertEquals(guids.length, 285);
  assertEquals(new Set(guids).size, 280);
  assertEquals(guids, guids.toSorted());
  assertEquals(guids.filter((guid) => !GUID.test(guid)), []);
});

Deno.test("other callouts: 64 sightings are of Microsoft's own products", () => {
  const products = new Map(PRODUCTS().map((row) => [row[0] as string, row[2]]));
  const own = OTHERS.filter((row) => products.get(row[3]) === "Microsoft");
  assertEquals(own.length, 64);
});

Deno.test("other callouts: every product is known, and every known product is used", () => {
  const keys = PRODUCTS().map((row) => row[0]);
  assertEquals(keys, [...new Set(keys)].sort());
  const used = new Set<string>(OTHERS.map((row) => row[3]));
  assertEquals([...used].sort(), keys);
  for (const [, key] of NAME_PATTERNS()) assert(used.has(key), key);
});

Deno.test("layers: run-time names are known and unique among layers", () => {
  const known = new Set<string>(LAYER_RUNTIME_IDS().map((row) => row[0]));
  const names = LAYERS().map((row) => row[4]);
  assertEquals(names.filter((name) => !known.has(name)), []);
  assertEquals(new Set(names).size, names.length);
});

Deno.test("layer run-time ids: a number means one layer in each Windows", () => {
  const names = LAYER_RUNTIME_IDS().map((row) => row[0]);
  assertEquals(names, names.toSorted());
  LAYER_BUILDS.forEach((build, column) => {
    const ids = LAYER_RUNTIME_IDS().flatMap((row) => row[column + 1] ?? []);
    assertEquals(new Set(ids).size, ids.length, `build ${build}`);
    assertEquals(LAYER_RUNTIME_IDS()[0]?.length, LAYER_BUILDS.length + 1);
  });
});

Deno.test("tables: no digit of the symbols has changed", async () => {
  const text = symbolLines().join("\n");
  const hash = await crypto.subtle.digest(
    "SHA-256",
    new TextEncoder().encode(text),
  );
  assertEquals(
    encodeHex(hash),
    "244cd18c5433707e9f833d0928a4783d78aab62862d98ca184ff533e2141f4c3",
  );
});
