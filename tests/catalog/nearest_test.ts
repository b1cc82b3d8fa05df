import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { editDistance } from "../../src/catalog/edit_distance.ts";
import { listRecords } from "../../src/catalog/list_records.ts";
import { nearestGuids, nearestNames } from "../../src/catalog/nearest.ts";

const GUIDS = listRecords().map((record) => record.guid ?? "");

Deno.test("nearestGuids() finds a GUID with a wrong digit", () => {
  assertEquals(nearestGuids("eda08606-2494-4d78-89bc-67837c03b968"), [{
    name: "FWPM_CALLOUT_WFP_TRANSPORT_LAYER_V4_SILENT_DROP",
    guid: "eda08606-2494-4d78-89bc-67837c03b969",
    kind: "callout",
    distance: 1,
  }]);
});

Deno.test("nearestGuids() gives the nearest first, as many as asked for", () => {
  const near = nearestGuids("5fbfc31d-a51c-44dc-acb6-0624a030a700", {
    most: 3,
  });
  assertEquals(
    near.map(({ guid, distance }) => `${guid.slice(-4)} ${distance}`),
    [
      "a700 0",
      "a701 1",
      "a702 1",
    ],
  );
});

Deno.test("nearestGuids() keeps to kinds and distance", () => {
  const guid = "c38d57d1-05a7-4c33-904f-7fbceee60e00";
  assertEquals(nearestGuids(guid).map((near) => near.distance), [2]);
  assertEquals(nearestGuids(guid, { maxDistance: 1 }), []);
  assertEquals(nearestGuids(guid, { kinds: ["callout"] }), []);
});

Deno.test("nearestGuids() finds what a comparison with every GUID finds", () => {
  const change = fc.tuple(fc.nat(31), fc.constantFrom(..."0123456789abcdef"));
  fc.assert(
    fc.property(
      fc.constantFrom(...GUIDS),
      fc.array(change, { maxLength: 5 }),
      (guid, changes) => {
        const digits = [...guid.replaceAll("-", "")];
        for (const [place, digit] of changes) digits[place] = digit;
        const changed = digits.join("").replace(
          /^(.{8})(.{4})(.{4})(.{4})(.{12})$/,
          "$1-$2-$3-$4-$5",
        );
        const expected = GUIDS
          .map((known) => ({
            guid: known,
            distance: digitsThatDiffer(known, changed),
          }))
          .filter(({ distance }) => distance <= 3)
          .sort((a, b) => a.distance - b.distance);
        const found = nearestGuids(changed, { most: 1000 });
        assertEquals(
          found.map(({ guid, distance }) => ({ guid, distance })),
          expected,
        );
      },
    ),
    { seed: 20240101, numRuns: 500 },
  );
});

Deno.test("nearestNames() finds a name with a wrong letter, with and without prefix", () => {
  for (
    const name of [
      "strem_v4",
      "LAYER_STREM_V4",
      "fwpm_layer_strem_v4",
      "FWMP_LAYER_STREAM_V4",
    ]
  ) {
    const [near] = nearestNames(name, { kinds: ["layer"] });
    assertEquals(near?.name, "FWPM_LAYER_STREAM_V4", name);
  }
});

Deno.test("nearestNames() finds aliases, and gives the symbol that the header defines", () => {
  assertEquals(nearestNames("EDGE_TRAVERSAL_ALE_LISTN_V6")[0], {
    name: "FWPM_CALLOUT_TEREDO_ALE_LISTEN_V6",
    guid: "81a434e7-f60c-4378-bab8-c625a30f0197",
    kind: "callout",
    distance: 1,
  });
});

Deno.test("nearestNames() gives nothing for what resembles no name", () => {
  assertEquals(nearestNames("nonsense"), []);
  assertEquals(nearestNames(""), []);
  assertEquals(nearestNames("x".repeat(100_000)), []);
  assertEquals(nearestNames("\u6807\u6ce8".repeat(10)), []);
});

Deno.test("nearestNames() finds what a comparison with every symbol finds", () => {
  const names = listRecords("layer").map((record) => record.name ?? "");
  const letter = fc.constantFrom(..."ABCSTV_46");
  const change = fc.tuple(
    fc.nat(40),
    fc.constantFrom("add", "remove", "replace"),
    letter,
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.array(change, { maxLength: 4 }),
      (name, changes) => {
        const letters = [...name];
        for (const [place, what, added] of changes) {
          letters.splice(
            place,
            what === "add" ? 0 : 1,
            ...what === "remove" ? [] : [added],
          );
        }
        const changed = letters.join("");
        const found = nearestNames(changed, {
          kinds: ["layer"],
          most: 1000,
          maxDistance: 3,
        });
        for (const known of names) {
          const distance = fullDistance(
            changed.toLowerCase(),
            known.toLowerCase(),
          );
          if (distance > 3) continue;
          const near = found.find((near) => near.name === known);
          assertEquals(near !== undefined && near.distance <= distance, true);
        }
      },
    ),
    { seed: 20240101, numRuns: 300 },
  );
});

Deno.test("editDistance() agrees with the whole table within its bound", () => {
  const text = fc.string({ unit: fc.constantFrom(..."abc_"), maxLength: 12 });
  fc.assert(
    fc.property(text, text, fc.nat(5), (a, b, bound) => {
      const expected = fullDistance(a, b);
      const found = editDistance(a, b, bound);
      assertEquals(
        found <= bound ? found : bound + 1,
        Math.min(expected, bound + 1),
      );
    }),
    { seed: 20240101, numRuns: 2000 },
  );
});

function digitsThatDiffer(a: string, b: string): number {
  return [...a].filter((digit, i) => digit !== b[i]).length;
}

/** The edit distance by the textbook. */
function fullDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let y = 1; y <= a.length; y++) {
    const next = [y];
    for (let x = 1; x <= b.length; x++) {
      const change = (row[x - 1] ?? 0) + (a[y - 1] === b[x - 1] ? 0 : 1);
      next.push(Math.min(change, (row[x] ?? 0) + 1, (next[x - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
