import { assertEquals } from "@std/assert";
import { readLines } from "../../src/readers/read_lines.ts";

const GUID = "eda08606-2494-4d78-89bc-67837c03b969";

/** Gives the pieces one a call, as a pipe does. */
function readerOf(
  pieces: readonly Uint8Array[],
): { readSync(buffer: Uint8Array): number | null } {
  const rest = [...pieces];
  return {
    readSync: (buffer) => {
      const piece = rest.shift();
      if (piece === undefined) return null;
      buffer.set(piece);
      return piece.length;
    },
  };
}

function linesOf(...pieces: Uint8Array[]): string[] {
  return [...readLines(readerOf(pieces))].flat().map(({ text }) => text);
}

function wide(text: string, order: "le" | "be"): Uint8Array {
  const bytes = new Uint8Array(2 * text.length);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) {
    view.setUint16(2 * i, text.charCodeAt(i), order === "le");
  }
  return bytes;
}

function narrow(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

for (const order of ["le", "be"] as const) {
  for (const first of ["a", "\ufeffa", "\u4f60", "\u00e9"]) {
    Deno.test(`readLines() reads UTF-16${order} that begins with ${JSON.stringify(first)}`, () => {
      const text = `${first}\r\n${GUID}\r\n`;
      const lines = [first.replace("\ufeff", ""), GUID];
      assertEquals(linesOf(wide(text, order)), lines);
    });
  }
}

Deno.test("readLines() waits for the second half of a mark", () => {
  const bytes = wide(`\ufeff${GUID}\n`, "le");
  assertEquals(
    linesOf(bytes.slice(0, 1), bytes.slice(1, 3), bytes.slice(3)),
    [GUID],
  );
});

Deno.test("readLines() waits for nothing behind a short line", () => {
  const batches = readLines(readerOf([narrow("x\n"), narrow("y\n")]));
  assertEquals(batches.next(), {
    done: false,
    value: [{ text: "x", line: 1, isCut: false }],
  });
});

Deno.test("readLines() takes a zero byte for a part of its line", () => {
  assertEquals(linesOf(narrow(`a\0b\n${GUID}\n`)), ["a\0b", GUID]);
  assertEquals(linesOf(narrow(`\0\n${GUID}\n`)), ["\0", GUID]);
});

Deno.test("readLines() gives a last line without an end, and none for an empty input", () => {
  assertEquals(linesOf(narrow("a\n\nb")), ["a", "", "b"]);
  assertEquals(linesOf(narrow("ab")), ["ab"]);
  assertEquals(linesOf(), []);
});

Deno.test("readLines() obeys a mark before the encoding that it is told", () => {
  const bytes = new Uint8Array([0x81, 0x0a]);
  const lines = (bytes: Uint8Array, encoding: string): string[] =>
    [...readLines(readerOf([bytes]), encoding)].flat().map(({ text }) => text);
  assertEquals(lines(bytes, "cp850"), ["\u00fc"]);
  assertEquals(lines(new Uint8Array([0xd0, 0x0a]), "koi8-r"), ["\u043f"]);
  assertEquals(lines(wide("\ufeff\u4f60\n", "le"), "cp850"), ["\u4f60"]);
  assertEquals(lines(narrow("\ufeff\u00fc\n"), "cp850"), ["\u00fc"]);
});
