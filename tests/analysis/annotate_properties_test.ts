import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { encodeAscii } from "../../src/analysis/annotate_encoding.ts";
import { PROPERTY_RUNS } from "../property_runs.ts";
import {
  A,
  annotate,
  annotateBytes,
  annotateSimply,
  B,
  C,
  NAMES,
  STYLES,
  UNKNOWN,
} from "../testing/annotate_pieces.ts";

const GUIDS = [A, B, C, UNKNOWN, A.toUpperCase()];
const PIECES = [
  ...GUIDS,
  ...GUIDS.map((guid) => `{${guid}}`),
  ...[...NAMES.values()].flatMap((name) => [` (${name})`, ` /* ${name} */`]),
  ...[
    "{",
    "}",
    "-",
    "--",
    " ",
    " (",
    " (f",
    " /* ff",
    "f",
    "0",
    "g",
    "_",
    "\n",
  ],
  ...[A.slice(0, 9), A.slice(9), A.slice(0, 35), B.slice(1), "\u00e9"],
];
const TEXT = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 })
  .map((pieces) => pieces.join(""));
const STYLE = fc.constantFrom(...STYLES);
const SIZES = fc.array(fc.integer({ min: 1, max: 60 }), {
  minLength: 1,
  maxLength: 5,
});

Deno.test("Annotator: the same as regular expressions, however the text is cut", () => {
  fc.assert(
    fc.property(TEXT, STYLE, SIZES, (text, style, pieces) => {
      assertEquals(
        annotate(text, { style, pieces, bufferBytes: 64 }),
        annotateSimply(text, style),
      );
    }),
    PROPERTY_RUNS,
  );
});

Deno.test("Annotator: UTF-16 is annotated as UTF-8 is", () => {
  const wide = fc.constantFrom(
    { width: 2, low: 0 } as const,
    { width: 2, low: 1 } as const,
  );
  fc.assert(
    fc.property(TEXT, STYLE, SIZES, wide, (text, style, pieces, units) => {
      const input = encodeAscii(`: ${text}`, units);
      const run = { style, pieces, bufferBytes: 64 };
      assertEquals(
        annotateBytes(input, run).output,
        encodeAscii(annotateSimply(`: ${text}`, style), units),
      );
    }),
    PROPERTY_RUNS,
  );
});

Deno.test("Annotator: twice is the same as once, in the same style", () => {
  fc.assert(
    fc.property(TEXT, STYLE, SIZES, (text, style, pieces) => {
      const once = annotate(text, { style });
      assertEquals(annotate(once, { style, pieces, bufferBytes: 64 }), once);
    }),
    PROPERTY_RUNS,
  );
});

Deno.test("Annotator: removing what was added gives the input back", () => {
  const plain = fc.array(fc.constantFrom(...PIECES.slice(0, 10), " ", "x", "{"))
    .map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(plain, (text) => {
      const added = / \((FWPM_CALLOUT_A|ff|Of [^()]*)\)/g;
      assertEquals(annotate(text).replace(added, ""), text);
    }),
    PROPERTY_RUNS,
  );
});

Deno.test("Annotator: bytes without a known GUID pass as they are", () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.array(fc.constantFrom(0, 0x2d, 0x30, 0x61, 0x7b, 0x7d), {
      maxLength: 300,
    }).map((list) => Uint8Array.from(list)),
  );
  fc.assert(
    fc.property(bytes, STYLE, SIZES, (input, style, pieces) => {
      const run = { style, pieces, bufferBytes: 64 };
      assertEquals(annotateBytes(input, run).output, input);
    }),
    PROPERTY_RUNS,
  );
});
