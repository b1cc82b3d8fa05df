/**
 * Compares the tables with the files that they were made of, where those lie
 * beside the checkout.
 */
import { assert, assertEquals } from "@std/assert";
import { CALLOUTS } from "../../src/catalog/data/callouts.ts";
import {
  LAYER_BUILDS,
  LAYER_RUNTIME_IDS,
} from "../../src/catalog/data/layer_runtime_ids.ts";
import { LAYERS } from "../../src/catalog/data/layers.ts";
import { findByGuid } from "../../src/catalog/find_by_guid.ts";
import { findByName } from "../../src/catalog/find_by_name.ts";
import { findSightings } from "../../src/catalog/sightings.ts";
import { CALLOUT_FLAGS, normalizeFlags } from "../../src/model/flags.ts";
import { symbolLines } from "./symbol_lines.ts";

const FOLDER = new URL("../../../shared/facts/", import.meta.url);
const ignore = !exists(FOLDER);

Deno.test("facts: the symbols are those of wfp-guids.tsv", { ignore }, () => {
  const rows = read("wfp-guids.tsv");
  const lines = rows.map(({ kind, symbol, guid }) =>
    `${kind === "other" ? kindOf(symbol) : kind}\t${symbol}\t${guid}`
  );
  assertEquals(symbolLines(), lines.sort());
  for (const { symbol, since, alias_of: aliasOf } of rows) {
    const [record, ...others] = findByName(symbol ?? "");
    assertEquals(others, []);
    assertEquals(record?.name, aliasOf || symbol);
    assertEquals(record?.builtin, record?.since !== null);
    if (!aliasOf) assertEquals(sinceOf(record), since || null);
  }
});

Deno.test("facts: the layers are those of layers.tsv", { ignore }, () => {
  for (const row of read("layers.tsv")) {
    const [record] = findByGuid(row.guid ?? "");
    if (record?.kind !== "layer") {
      throw new TypeError(`${row.guid} is no layer`);
    }
    assertEquals(record.runtimeName, row.fwps_layer_name);
    assertEquals(record.mode, row.mode);
    assertEquals(record.runtimeId, Number(row.fwps_layer_id));
  }
  assertEquals(
    new Set(read("layers.tsv").map((row) => row.guid)).size,
    LAYERS().length,
  );
});

Deno.test("facts: the run-time ids are those of layer-ids-by-version.tsv", {
  ignore,
}, () => {
  const [head = [], ...rows] = readCells("layer-ids-by-version.tsv");
  const builds = new Map([["win7", 7600], ["8.1@win8", 9200], ["8.1", 9600]]);
  assertEquals(
    head.slice(1).map((name) => builds.get(name) ?? Number(name)),
    [...LAYER_BUILDS],
  );
  const expected = rows
    .filter(([name]) => name !== "FWPS_BUILTIN_LAYER_MAX")
    .sort(([a = ""], [b = ""]) => a < b ? -1 : 1)
    .map(([name = "", ...ids]) => [
      name,
      ...LAYER_BUILDS.map((_, i) => ids[i] ? Number(ids[i]) : null),
    ]);
  assertEquals(LAYER_RUNTIME_IDS().map((row) => [...row]), expected);
});

Deno.test(
  "facts: the observations are those of builtin-callouts-observed.tsv",
  { ignore },
  () => {
    for (const row of read("builtin-callouts-observed.tsv")) {
      const [record] = findByName(row.symbol ?? "");
      if (record?.kind !== "callout" || record.observed === null) {
        throw new TypeError(`${row.symbol} is not observed`);
      }
      const { observed } = record;
      assertEquals(observed.displayName, row.name_en);
      assertEquals(observed.runtimeId, Number(row.calloutId));
      assertEquals(observed.localizedNames[0]?.name ?? "", row.name_zh_CN);
      const layer = row.applicableLayer ?? "";
      assertEquals(
        layer.startsWith("{") ? `{${observed.layerGuid}}` : observed.layer,
        layer,
      );
      const flags = row.flags === "(none)" ? [] : row.flags?.split("|") ?? [];
      assertEquals(observed.flags, normalizeFlags(CALLOUT_FLAGS, flags));
      assertEquals(
        observed.seenIn,
        row.seen_in?.replace("(zh-CN, part)", "").split(", "),
      );
      assert(record.description !== row.description_en);
    }
  },
);

Deno.test("facts: the sightings are those of third-party-callouts.tsv", {
  ignore,
}, () => {
  for (
    const { guid = "", name = "", layer = "", evidence = "" } of read(
      "third-party-callouts.tsv",
    )
  ) {
    const sighting = findSightings(guid).find((row) =>
      (row[1] ?? `filter: ${row[5]?.filter}`) ===
        name.replace(/^\((.*)\)$/, "$1") &&
      (row[2] ?? "") === layer
    );
    if (sighting === undefined) throw new TypeError(`${guid} ${name}`);
    assertEquals(sighting[5]?.filter !== undefined, evidence === "filter");
    assertEquals(/Issue\d+$/.test(sighting[4]), evidence === "issue");
  }
});

Deno.test("facts: no sentence of Microsoft's page is a description", {
  ignore: ignore || !exists(new URL("../seed/", FOLDER)),
}, () => {
  const page = Deno.readTextFileSync(
    new URL("../seed/built-in-callout-identifiers.md", FOLDER),
  );
  for (const [name] of CALLOUTS()) {
    const description = findByName(name)[0]?.description ?? "";
    for (const sentence of description.split(/(?<=[.;:]) /)) {
      assert(!page.includes(sentence), sentence);
    }
  }
});

function sinceOf(
  record: ReturnType<typeof findByName>[number] | undefined,
): string | null {
  return record?.since?.ntddi ?? null;
}

/** What the rows called `other` are. */
function kindOf(symbol = ""): string {
  if (symbol.includes("SUBLAYER")) return "sublayer";
  return /PROVIDER/.test(symbol) ? "provider" : "callout";
}

function read(name: string): Record<string, string>[] {
  const [head = [], ...rows] = readCells(name);
  return rows.map((row) =>
    Object.fromEntries(head.map((column, i) => [column, row[i] ?? ""]))
  );
}

function readCells(name: string): string[][] {
  const text = Deno.readTextFileSync(new URL(name, FOLDER));
  return text.trimEnd().split("\n").map((line) => line.split("\t"));
}

function exists(url: URL): boolean {
  try {
    return Deno.statSync(url).isDirectory;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
