import { assertEquals, assertThrows } from "@std/assert";
import { auditSnapshot } from "../../src/analysis/audit.ts";
import {
  parseBaseline,
  removeAccepted,
} from "../../src/analysis/audit_baseline.ts";
import type { Finding } from "../../src/analysis/audit_finding.ts";
import { InputError } from "../../src/model/errors.ts";
import type { RawFilter } from "../../src/model/raw.ts";
import { enrich } from "../../src/sources/enrich.ts";
import { rawFilter, rawSnapshot } from "../testing/raw_objects.ts";

/** A state whose filters all dangle. */
function dangling(filters: readonly RawFilter[]): Finding[] {
  return auditSnapshot(enrich(rawSnapshot({ callouts: [], filters }), "a"), {
    findOwners: () => [],
  });
}

Deno.test("removeAccepted() leaves out what the baseline is about", () => {
  const baseline = dangling([
    rawFilter(),
    rawFilter({ name: "second", key: "22222222-2222-4222-8222-000000000002" }),
  ]);
  assertEquals(removeAccepted(baseline, baseline), []);
  assertEquals(removeAccepted(dangling([rawFilter()]), baseline), []);
});

Deno.test("removeAccepted() keeps what is about more than the baseline", () => {
  const baseline = dangling([rawFilter()]);
  const now = dangling([
    rawFilter(),
    rawFilter({ key: "22222222-2222-4222-8222-000000000002" }),
  ]);
  assertEquals(removeAccepted(now, baseline), now);
  assertEquals(
    removeAccepted(baseline, [{
      id: "blind",
      evidence: baseline[0]?.evidence ?? [],
    }]),
    baseline,
  );
});

Deno.test("removeAccepted() knows objects whose GUIDs are made at run time", () => {
  const baseline = dangling([
    rawFilter({ calloutKey: "aaaaaaaa-0000-4000-8000-000000000001" }),
  ]);
  const rekeyed = dangling([rawFilter({
    key: "22222222-2222-4222-8222-000000000002",
    calloutKey: "aaaaaaaa-0000-4000-8000-000000000002",
  })]);
  assertEquals(removeAccepted(rekeyed, baseline), []);
});

Deno.test("parseBaseline() reads what audit printed", () => {
  const findings = dangling([rawFilter()]);
  const json = JSON.stringify(findings);
  const lines = findings.map((f) => JSON.stringify(f) + "\n").join("");
  assertEquals(parseBaseline(json, "b.json") as unknown, findings);
  assertEquals(parseBaseline(lines, "b.json") as unknown, findings);
  assertEquals(parseBaseline("[]", "b.json"), []);
  assertEquals(parseBaseline("", "b.json"), []);
});

Deno.test("parseBaseline() says what else it was given", () => {
  for (const text of ["[1]", '{"id":"x"}', '[{"id":"x","evidence":[null]}]']) {
    assertThrows(
      () => parseBaseline(text, "b.json"),
      InputError,
      'Cannot read the accepted findings in "b.json": it is not a list of findings',
    );
  }
  assertThrows(
    () => parseBaseline("<a/>", "b.json"),
    InputError,
    'Cannot read the accepted findings in "b.json": line 1 is not JSON',
  );
});
