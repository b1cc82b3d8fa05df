import { assertEquals } from "@std/assert";
import { wrapText } from "../../src/render/wrap.ts";

Deno.test("wrapText() breaks at blanks and keeps words whole", () => {
  assertEquals(wrapText("ab cd efghijk l", { width: 5 }), [
    "ab cd",
    "efghijk",
    "l",
  ]);
  assertEquals(wrapText("", { width: 5 }), [""]);
});

Deno.test("wrapText() indents what follows the first line", () => {
  assertEquals(wrapText("  - one two", { width: 8, indent: 4 }), [
    "  - one",
    "    two",
  ]);
});

Deno.test("wrapText() counts columns, not characters", () => {
  assertEquals(wrapText("\u6f22\u5b57 \u6f22", { width: 6 }), [
    "\u6f22\u5b57",
    "\u6f22",
  ]);
});
