import { assertEquals, assertThrows } from "@std/assert";
import { Annotator } from "../../src/analysis/annotate.ts";
import {
  encodeAscii,
  sniffUnits,
} from "../../src/analysis/annotate_encoding.ts";
import {
  A,
  annotate,
  annotateBytes,
  annotateSimply,
  B,
  C,
  NAMES,
  UNKNOWN,
} from "../testing/annotate_pieces.ts";

const ENCODER = new TextEncoder();
const DECODER = new TextDecoder();

const CASES: readonly (readonly [
  title: string,
  input: string,
  suffix: string,
  replace: string,
])[] = [
  [
    "a bare GUID",
    `x ${A}, y`,
    `x ${A} (FWPM_CALLOUT_A), y`,
    "x FWPM_CALLOUT_A, y",
  ],
  [
    "a GUID in braces",
    `<k>{${A}}</k>`,
    `<k>{${A}} (FWPM_CALLOUT_A)</k>`,
    "<k>FWPM_CALLOUT_A</k>",
  ],
  [
    "upper case",
    A.toUpperCase(),
    `${A.toUpperCase()} (FWPM_CALLOUT_A)`,
    "FWPM_CALLOUT_A",
  ],
  ["one brace", `{${A} `, `{${A} (FWPM_CALLOUT_A) `, "{FWPM_CALLOUT_A "],
  [
    "the closing brace alone",
    `${A}}`,
    `${A} (FWPM_CALLOUT_A)}`,
    "FWPM_CALLOUT_A}",
  ],
  [
    "letters at the braces",
    `a{${A}}b`,
    `a{${A}} (FWPM_CALLOUT_A)b`,
    "a{FWPM_CALLOUT_A}b",
  ],
  ["two in a row", `{${B}}{${B}}`, `{${B}} (ff){${B}} (ff)`, "{ff}{ff}"],
  [
    "letters that are no digits",
    `\\n${A}\\r`,
    `\\n${A} (FWPM_CALLOUT_A)\\r`,
    "\\nFWPM_CALLOUT_A\\r",
  ],
  ["a digit before", `0${A}`, `0${A}`, `0${A}`],
  ["a digit behind", `${A}f`, `${A}f`, `${A}f`],
  ["a dash before", `-${A}`, `-${A}`, `-${A}`],
  ["a dash behind", `${A}-`, `${A}-`, `${A}-`],
  [
    "a dash out of place",
    `${A.slice(0, 8)}${A.slice(9, 13)}-${A.slice(13)}`,
    `${A.slice(0, 8)}${A.slice(9, 13)}-${A.slice(13)}`,
    `${A.slice(0, 8)}${A.slice(9, 13)}-${A.slice(13)}`,
  ],
  ["an unknown GUID", UNKNOWN, UNKNOWN, UNKNOWN],
  [
    "a letter among the digits",
    A.replace("e", "g"),
    A.replace("e", "g"),
    A.replace("e", "g"),
  ],
  [
    "a name that is there",
    `${A} (FWPM_CALLOUT_A) ${A} /* FWPM_CALLOUT_A */`,
    `${A} (FWPM_CALLOUT_A) ${A} /* FWPM_CALLOUT_A */`,
    "FWPM_CALLOUT_A (FWPM_CALLOUT_A) FWPM_CALLOUT_A /* FWPM_CALLOUT_A */",
  ],
  [
    "a part of its name",
    `${A} (FWPM_CALLOUT_`,
    `${A} (FWPM_CALLOUT_A) (FWPM_CALLOUT_`,
    "FWPM_CALLOUT_A (FWPM_CALLOUT_",
  ],
  [
    "a GUID in a name",
    C,
    `${C} (Of ${A} and -1 +2)`,
    `Of ${A.replaceAll("-", "_")} and -1 +2`,
  ],
  ["nothing", "", "", ""],
];

for (const [title, input, suffix, replace] of CASES) {
  Deno.test(`Annotator: ${title}`, () => {
    assertEquals(annotate(input), suffix);
    assertEquals(annotate(input, { style: "replace" }), replace);
  });
}

Deno.test("Annotator writes comments with the style comment", () => {
  assertEquals(
    annotate(`{${A}}, ${B}`, { style: "comment" }),
    `{${A}} /* FWPM_CALLOUT_A */, ${B} /* ff */`,
  );
});

Deno.test("Annotator annotates UTF-16 in its own encoding, with and without a mark", () => {
  for (
    const [mark, units] of [
      ["", { width: 2, low: 0 }],
      ["\ufeff", { width: 2, low: 0 }],
      ["", { width: 2, low: 1 }],
      ["\ufeff", { width: 2, low: 1 }],
    ] as const
  ) {
    const encode = (text: string): Uint8Array =>
      Uint8Array.from([...text].flatMap((character) => {
        const code = character.charCodeAt(0);
        return units.low === 0
          ? [code & 0xff, code >> 8]
          : [code >> 8, code & 0xff];
      }));
    // U+4E2D and U+3046 have low bytes that are a dash and a digit.
    const input = `${mark}ab ${A}\u4e2d${A}\u3046\r\n{${B}} ${A}0 \u0165${C}`;
    const expected = mark + annotateSimply(input.slice(mark.length), "suffix");
    const odd = Uint8Array.from([...encode(input), 0x41]);
    for (const size of [1, 2, 3, 7, 1000]) {
      assertEquals(
        annotateBytes(odd, { pieces: [size], bufferBytes: 64 }).output,
        Uint8Array.from([...encode(expected), 0x41]),
      );
    }
  }
});

Deno.test("Annotator sees no UTF-16 in bytes that do not begin like it", () => {
  const wide = encodeAscii(`..${A}`, { width: 2, low: 0 });
  const input = Uint8Array.from([1, 2, 3, 4, ...wide]);
  assertEquals(annotateBytes(input).output, input);
  assertEquals(sniffUnits(Uint8Array.of(0x4d, 0, 0, 0)).width, 1);
});

Deno.test("Annotator writes what is complete before it waits for more", () => {
  const lines = [`one ${A}\n`, `two {${B}}\n`, "three", ` four ${B} (f`, "g)"];
  const input = ENCODER.encode(lines.join(""));
  const { before } = annotateBytes(input, {
    pieces: lines.map((line) => line.length),
  });
  const out = lines.map((line) => annotate(line).length);
  const [one = 0, two = 0] = out;
  assertEquals(before, [
    0,
    one,
    one + two,
    // "ee" may be the first digits of a GUID, the last one may be named already.
    one + two + 3,
    one + two + 11,
    one + two + 11 + B.length + " (ff)".length + " (fg)".length,
  ]);
});

Deno.test("Annotator leaves a run alone that is too long for a GUID", () => {
  const input = ENCODER.encode("f".repeat(50) + A + " " + A);
  const { output, before } = annotateBytes(input, { pieces: [50, 36, 1, 36] });
  assertEquals(before.slice(0, 3), [0, 50, 86]);
  assertEquals(
    DECODER.decode(output),
    DECODER.decode(input) + " (FWPM_CALLOUT_A)",
  );
});

Deno.test("Annotator writes what it read when reading fails", () => {
  const output: string[] = [];
  const annotator = new Annotator({
    names: NAMES,
    style: "suffix",
    write: (bytes) => output.push(DECODER.decode(bytes)),
  });
  const parts = [`end ${A}`];
  const readSync = (buffer: Uint8Array): number => {
    const part = parts.shift();
    if (part === undefined) throw new RangeError("gone");
    return ENCODER.encodeInto(part, buffer).written;
  };
  assertThrows(() => annotator.annotate({ readSync }), RangeError, "gone");
  assertEquals(output.join(""), `end ${A} (FWPM_CALLOUT_A)`);
  annotator.annotate({ readSync: () => null });
  assertEquals(output.join(""), `end ${A} (FWPM_CALLOUT_A)`);
});

Deno.test("Annotator begins every stream anew", () => {
  const output: string[] = [];
  const annotator = new Annotator({
    names: NAMES,
    style: "suffix",
    write: (bytes) => output.push(DECODER.decode(bytes)),
  });
  const streams = [A.slice(0, 20), A.slice(20), "a", A];
  for (const stream of streams) {
    let isRead = false;
    annotator.annotate({
      readSync: (buffer) => {
        if (isRead) return null;
        isRead = true;
        return ENCODER.encodeInto(stream, buffer).written;
      },
    });
  }
  assertEquals(output.join(""), `${A}a${A} (FWPM_CALLOUT_A)`);
});
