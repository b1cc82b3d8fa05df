import { assertEquals, assertThrows } from "@std/assert";
import { UsageError } from "../../src/model/errors.ts";
import { readRaw } from "../../src/readers/read_raw.ts";
import { decodeText } from "../../src/readers/text_encoding.ts";

const STATE = Deno.readTextFileSync(
  new URL("../testdata/netsh/state.xml", import.meta.url),
);
const GUESSED =
  "The text is neither UTF-8 nor UTF-16: letters outside ASCII may be wrong, " +
  "GUIDs and symbols are not; name the encoding with --encoding";

function encodeUtf16(text: string, isLittle: boolean): Uint8Array<ArrayBuffer> {
  const bytes = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at++) {
    bytes.setUint16(at * 2, text.charCodeAt(at), isLittle);
  }
  return new Uint8Array(bytes.buffer);
}

/** Bytes of a code page, of which only some letters are needed. */
function encodeNarrow(
  text: string,
  letters: Readonly<Record<string, number>>,
): Uint8Array {
  return Uint8Array.from(text, (letter) => {
    const code = letter.charCodeAt(0);
    return code < 0x80 ? code : letters[letter] ?? 0x3f;
  });
}

Deno.test("decodeText() goes by the byte order mark, else by the bytes", () => {
  const text = "<a>\u00e9\u4e2d</a>";
  const utf8 = new TextEncoder().encode(text);
  const cases = [
    [utf8, "utf-8"],
    [new TextEncoder().encode("\ufeff" + text), "utf-8"],
    [encodeUtf16(text, true), "utf-16le"],
    [encodeUtf16("\ufeff" + text, true), "utf-16le"],
    [encodeUtf16(text, false), "utf-16be"],
    [encodeUtf16("\ufeff" + text, false), "utf-16be"],
  ] as const;
  for (const [bytes, encoding] of cases) {
    assertEquals(decodeText(bytes), { text, encoding, warnings: [] });
  }
});

Deno.test("decodeText() keeps U+FFFD that the text itself holds", () => {
  const text = "a\ufffdb";
  assertEquals(decodeText(new TextEncoder().encode(text)), {
    text,
    encoding: "utf-8",
    warnings: [],
  });
});

Deno.test("decodeText() leaves out a character that the end cuts", () => {
  for (const character of ["\u00e9", "\u4e2d", "\u{1f600}"]) {
    const bytes = new TextEncoder().encode("ab" + character);
    for (let end = 2; end < bytes.length; end++) {
      assertEquals(decodeText(bytes.subarray(0, end)).text, "ab");
    }
    assertEquals(decodeText(bytes).text, "ab" + character);
  }
});

Deno.test("decodeText() takes the encoding that is named", () => {
  const bytes = new Uint8Array([0x82, 0x85, 0x9c, 0xff, 0x41]);
  const cases = {
    cp437: "\u00e9\u00e0\u00a3\u00a0A",
    cp850: "\u00e9\u00e0\u00a3\u00a0A",
    "850": "\u00e9\u00e0\u00a3\u00a0A",
    IBM850: "\u00e9\u00e0\u00a3\u00a0A",
    "windows-1252": "\u201a\u2026\u0153\u00ffA",
    ibm866: "\u0412\u0415\u042c\u00a0A",
    "1252": "\u201a\u2026\u0153\u00ffA",
    CP866: "\u0412\u0415\u042c\u00a0A",
  };
  for (const [name, text] of Object.entries(cases)) {
    assertEquals(decodeText(bytes, name), {
      text,
      encoding: name.toLowerCase(),
      warnings: [],
    });
  }
});

Deno.test("decodeText() knows code pages by the numbers that chcp shows", () => {
  const cases = {
    874: [0xa1, "\u0e01"],
    932: [0xb1, "\uff71"],
    936: [0xb0, 0xa1, "\u554a"],
    949: [0xb0, 0xa1, "\uac00"],
    950: [0xa4, 0x40, "\u4e00"],
    1251: [0xe9, "\u0439"],
    65001: [0xc3, 0xa9, "\u00e9"],
  };
  for (const [page, values] of Object.entries(cases)) {
    const bytes = Uint8Array.from(
      values.filter((value) => typeof value === "number"),
    );
    for (const name of [page, `cp${page}`, `CP${page}`]) {
      assertEquals(decodeText(bytes, name).text, values.at(-1));
    }
  }
});

Deno.test("decodeText() believes a mark more than a name", () => {
  const bytes = encodeUtf16("\ufeffA", true);
  assertEquals(decodeText(bytes, "cp850").encoding, "utf-16le");
});

Deno.test("decodeText() refuses an encoding that it does not know", () => {
  assertThrows(
    () => decodeText(new Uint8Array([0x41]), "klingon"),
    UsageError,
    'Cannot use --encoding "klingon": no encoding has that name',
  );
});

Deno.test("decodeText() reads every byte of a code page that is not named", () => {
  const bytes = Uint8Array.from({ length: 255 }, (_, index) => index + 1);
  const { text, encoding, warnings } = decodeText(bytes);
  assertEquals([text.length, encoding, warnings], [255, "windows-1252", [
    GUESSED,
  ]]);
});

Deno.test("readRaw() reads a state in UTF-16, with a mark and without", () => {
  const utf8 = readRaw(new TextEncoder().encode(STATE));
  for (const mark of ["", "\ufeff"]) {
    for (const isLittle of [true, false]) {
      assertEquals(readRaw(encodeUtf16(mark + STATE, isLittle)), utf8);
    }
  }
});

Deno.test("readRaw() keeps keys and symbols of a console's code page", () => {
  const bytes = encodeNarrow(STATE, { "\u00e9": 0x82, "\u00e8": 0x8a });
  const named = readRaw(bytes, { encoding: "cp850" });
  const guessed = readRaw(bytes);
  if (named.kind !== "raw" || guessed.kind !== "raw") throw new Error("no raw");
  assertEquals(
    named.raw.callouts?.[0]?.name,
    "L\u00e9gende de d\u00e9chargement TCP",
  );
  assertEquals(named.raw.warnings, []);
  assertEquals(guessed.raw.warnings, [GUESSED]);
  assertEquals(guessed.raw.filters?.length, 8);
  const withoutTexts = ({ raw }: typeof guessed): unknown[] | undefined =>
    raw.callouts?.map((callout) => ({ ...callout, name: 0, description: 0 }));
  assertEquals(withoutTexts(guessed), withoutTexts(named));
});

Deno.test("decodeText() refuses an encoding that is not known, even beside a mark", () => {
  const bytes = new Uint8Array([0xff, 0xfe, 0x41, 0]);
  assertThrows(
    () => decodeText(bytes, "bogus"),
    UsageError,
    'Cannot use --encoding "bogus": no encoding has that name',
  );
});
