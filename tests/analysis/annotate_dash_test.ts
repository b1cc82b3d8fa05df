import { assertEquals } from "@std/assert";
import fc from "fast-check";
import {
  type DashFinder,
  makeDashFinder,
  makePlainFinder,
  makeVectorFinder,
} from "../../src/analysis/annotate_dash.ts";
import { PROPERTY_RUNS } from "../property_runs.ts";

const SIZE_BYTES = 100;

/** All dashes that a finder finds, one after another. */
function listDashes(
  finder: DashFinder,
  { from, end, width }: { from: number; end: number; width: 1 | 2 },
): number[] {
  const places: number[] = [];
  for (let at = from; at < end; at += 4 * width) {
    at = finder.find(at, end, width);
    if (at < end) places.push(at);
  }
  return places;
}

Deno.test("makeDashFinder() finds dashes at every fourth character alone", () => {
  for (const make of [makeDashFinder, makePlainFinder, makeVectorFinder]) {
    const finder = make(SIZE_BYTES);
    assertEquals(finder.bytes, new Uint8Array(SIZE_BYTES));
    finder.bytes.fill(0x2d, 0, 90);
    finder.bytes.fill(0x2e, 20, 70);
    const wanted = { from: 1, end: 87, width: 2 } as const;
    assertEquals(listDashes(finder, wanted), [1, 9, 17, 73, 81]);
  }
});

Deno.test("makeVectorFinder() finds what makePlainFinder() finds", () => {
  const bytes = fc.uint8Array({
    min: 0x2b,
    max: 0x2f,
    minLength: SIZE_BYTES,
    maxLength: SIZE_BYTES,
  });
  const plain = makePlainFinder(SIZE_BYTES);
  const vector = makeVectorFinder(SIZE_BYTES);
  const place = fc.nat(SIZE_BYTES);
  const width = fc.constantFrom<1 | 2>(1, 2);
  fc.assert(
    fc.property(bytes, place, place, width, (bytes, from, end, width) => {
      plain.bytes.set(bytes);
      vector.bytes.set(bytes);
      const part = { from, end, width };
      assertEquals(listDashes(vector, part), listDashes(plain, part));
    }),
    PROPERTY_RUNS,
  );
});
