/**
 * The real dumps, where they lie beside the checkout.
 *
 * @module
 */

import { assert, assertEquals } from "@std/assert";
import type { Finding } from "../../src/analysis/audit_finding.ts";
import type { Change } from "../../src/analysis/diff.ts";
import { runInMemory } from "../testing/memory_system.ts";

const STATE = readCorpus("keploy-wfpstate.xml");

function readCorpus(name: string): string | null {
  const path = new URL(`../../../shared/corpus/${name}`, import.meta.url);
  try {
    return Deno.readTextFileSync(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}

/** The dump without one callout, by its key as the file writes it. */
function removeCallout(state: string, key: string): string {
  const start = state.indexOf(`<calloutKey>${key}</calloutKey>`);
  const from = state.lastIndexOf("<item>", start);
  const end = state.indexOf("</item>", state.indexOf("<calloutId>", start));
  assert(start > 0 && from > 0 && end > start);
  return state.slice(0, from) + state.slice(end + "</item>".length);
}

/** The keys of the filters that use a callout, by plain search in the text. */
function filterKeysOf(state: string, key: string): string[] {
  return state.split("<filterKey>").slice(1).filter((text) =>
    text.split("</action>")[0]?.includes(`<filterType>${key}</filterType>`)
  ).map((text) => text.slice(1, 37));
}

async function audit(state: string): Promise<[number, Finding[]]> {
  const { code, stdout } = await runInMemory(
    ["audit", "--json", "--severity", "warning", "--from", "-"],
    { stdin: state },
  );
  return [code, JSON.parse(stdout)];
}

function guidsOf(finding: Finding | undefined): (string | null)[] {
  return finding?.evidence.filter(({ kind }) => kind === "filter")
    .map(({ guid }) => guid) ?? [];
}

const REMOVALS = [
  ["FWPM_CALLOUT_WFP_TRANSPORT_LAYER_V4_SILENT_DROP", "dangling"],
  ["FWPM_CALLOUT_TEREDO_ALE_LISTEN_V6", "dangling"],
  ["{c3dbed20-0bb6-4bf3-828d-96732e1e0028}", "dangling"],
  ["{8e44982b-f477-11df-85ce-78e7d1810190}", "blind"],
  // Its only filter permits if the callout is not registered
  ["{d67b238d-d80c-4ba7-96df-4a0c83464fa7}", null],
] as const;

/** Drivers with such GUIDs make new ones at each start. */
function rekey(state: string): string {
  return state.replaceAll(
    /[0-9a-f]{8}-f477-11df-85ce-78e7d1810190/g,
    (guid) => `0000${guid.slice(4)}`,
  );
}

async function diff(
  before: string,
  after: string,
): Promise<[number, Change[], string]> {
  const { code, stdout, stderr } = await runInMemory(
    ["diff", "--filters", "--jsonl", "before.xml", "after.xml"],
    { files: { "before.xml": before, "after.xml": after } },
  );
  const lines = stdout.split("\n").filter((line) => line !== "");
  return [code, lines.map((line) => JSON.parse(line)), stderr];
}

Deno.test({
  name: "corpus: a healthy machine has no error and no warning",
  ignore: STATE === null,
  fn: async () => {
    assertEquals(await audit(STATE ?? ""), [0, []]);
  },
});

Deno.test({
  name:
    "corpus: audit finds precisely the filters of a callout that was removed",
  ignore: STATE === null,
  fn: async () => {
    for (const [key, id] of REMOVALS) {
      const [code, findings] = await audit(removeCallout(STATE ?? "", key));
      assertEquals(code, id === null ? 0 : 1, key);
      assertEquals(
        findings.map((finding) => finding.id),
        id === null ? [] : [id],
        key,
      );
      if (id === null) continue;
      assertEquals(
        guidsOf(findings[0]).sort(),
        filterKeysOf(STATE ?? "", key).sort(),
        key,
      );
    }
  },
});

Deno.test({
  name: "corpus: diff names precisely the callout that was removed",
  ignore: STATE === null,
  fn: async () => {
    const key = "8e44982b-f477-11df-85ce-78e7d1810190";
    const after = removeCallout(STATE ?? "", `{${key}}`);
    const [code, changes, stderr] = await diff(STATE ?? "", after);
    assertEquals([code, stderr], [1, ""]);
    assertEquals(
      changes.map(({ change, kind, guid }) => [change, kind, guid]),
      [["removed", "callout", key]],
    );
    assertEquals(await diff(STATE ?? "", STATE ?? ""), [0, [], ""]);
  },
});

Deno.test({
  name: "corpus: diff counts callouts under new GUIDs as rekeyed",
  ignore: STATE === null,
  fn: async () => {
    const [code, changes, stderr] = await diff(STATE ?? "", rekey(STATE ?? ""));
    assertEquals([code, changes], [0, []]);
    // Six callouts of one driver, and the six filters that use them
    assertEquals(
      JSON.parse(stderr).warning.message,
      "rekeyed: 12 (the same content under new GUIDs)",
    );
  },
});
