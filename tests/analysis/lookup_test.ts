import { assert, assertEquals } from "@std/assert";
import { lookUp } from "../../src/analysis/lookup.ts";

Deno.test("lookUp() stays quick with a long text of marks", () => {
  for (const mark of ["[", ",", "'", "`", "\u201c", "*", "[a", "{("]) {
    const text = `x${mark.repeat(200_000)}x`;
    const started = performance.now();
    assertEquals(lookUp(text).matches, []);
    const elapsedMs = performance.now() - started;
    assert(elapsedMs < 2000, `${elapsedMs} ms for ${mark}`);
  }
});
