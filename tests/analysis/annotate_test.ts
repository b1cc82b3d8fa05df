import { assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import {
  type AnnotationStyle,
  Annotator,
} from "../../src/analysis/annotate.ts";
import {
  encodeAscii,
  sniffUnits,
} from "../../src/analysis/annotate_encoding.ts";
import { PROPERTY_RUNS } from "../property_runs.ts";

const A = "eda08606-2494-4d78-89bc-67837c03b969";
const B = "c3dbed20-0bb6-4bf3-828d-96732e1e0001";
/** Shares its first digits with B. */
const C = "c3dbed20-0bb6-4bf3-828d-96732e1e0002";
const UNKNOWN = "c3dbed20-0bb6-4bf3-828d-96732e1e0003";
const NAMES: ReadonlyMap<string, string> = new Map([
  [A, "FWPM_CALLOUT_A"],
  [B, "ff"],
  [C, `Of ${A} and -1 +2`],
]);
const STYLES = ["suffix", "comment", "replace"] as const;

interface Run {
  readonly style?: AnnotationStyle;
  /** The sizes of the pieces that arrive, by turns. */
  readonly pieces?: readonly number[];
  readonly bufferBytes?: number;
}

/** What comes out, and how much of it before each read. */
function annotateBytes(
  input: Uint8Array,
  { style = "suffix", pieces = [1 << 20], bufferBytes }: Run = {},
): { output: Uint8Array; before: number[] } {
  const output: number[] = [];
  const before: number[] = [];
  const annotator = new Annotator({
    names: NAMES,
    style,
    write: (bytes) => output.push(...bytes),
    ...(bufferBytes === undefined ? {} : { bufferBytes }),
  });
  let at = 0;
  annotator.annotate({
    readSync: (buffer) => {
      const size = pieces[before.length % pieces.length] ?? 1;
      before.push(output.length);
      if (at >= input.length) return null;
      const piece = input.subarray(at, at + Math.min(size, buffer.length));
      buffer.set(piece);
      at += piece.length;
      return piece.length;
    },
  });
  return { output: Uint8Array.from(output), before };
}

const ENCODER = new TextEncoder();
const DECODER = new TextDecoder();

function annotate(text: string, run: Run = {}): string {
  return DECODER.decode(annotateBytes(ENCODER.encode(text), run).output);
}

/** The same by regular expressions over the whole text. */
function annotateSimply(text: string, style: AnnotationStyle): string {
  const guid =
    /(?<![0-9a-f-])([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![0-9a-f-])/gi;
  let [result, copied] = ["", 0];
  for (const match of text.matchAll(guid)) {
    const name = NAMES.get(match[0].toLowerCase());
    const isBraced = text[match.index - 1] === "{" &&
      text[match.index + 36] === "}";
    const [from, to] = isBraced
      ? [match.index - 1, match.index + 37]
      : [match.index, match.index + 36];
    if (name === undefined || match.index < copied) continue;
    const marks = [` (${name})`, ` /* ${name} */`];
    if (style === "replace") {
      const plain = name.replace(A, A.replaceAll("-", "_"));
      const joins = /[0-9A-Za-z_{}-]/.test(
        text.slice(Math.max(0, from - 1), from) + text.slice(to, to + 1),
      );
      result += text.slice(copied, from) +
        (isBraced && joins ? `{${plain}}` : plain);
      copied = to;
      continue;
    }
    const there = marks.find((mark) => text.startsWith(mark, to));
    result += text.slice(copied, to) +
      (there ?? marks[STYLES.indexOf(style)]);
    copied = to + (there?.length ?? 0);
  }
  return result + text.slice(copied);
}

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

Deno.test("Annotator lets a run go that is too long for a GUID", () => {
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

Deno.test("Annotator: what was added, taken away, leaves the input", () => {
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
