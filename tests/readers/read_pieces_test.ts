import { assertEquals } from "@std/assert";
import { PieceReader } from "../../src/readers/read_pieces.ts";
import { readerOf } from "../testing/memory_system.ts";

const PIECE = 1 << 15;

function openPieces(text: string): PieceReader {
  return new PieceReader(readerOf(new TextEncoder().encode(text)));
}

/** All pieces of a text; null is what cannot be read. */
function listPieces(text: string): (string | null)[] {
  const reader = openPieces(text);
  const pieces: (string | null)[] = [];
  for (
    let piece = reader.next();
    piece !== undefined;
    piece = reader.next()
  ) {
    pieces.push(piece);
    if (piece === null) break;
  }
  return pieces;
}

Deno.test("PieceReader gives whole lines, and all of the text", () => {
  for (const letter of ["a", "\u00e9", "\u8a31", "\u{1f600}"]) {
    const text = `${letter.repeat(70)}\r\n`.repeat(2_000) + "end";
    const pieces = listPieces(text);
    assertEquals(pieces.join(""), text);
    assertEquals(pieces.length > 3, true);
    assertEquals(
      pieces.slice(0, -1).filter((piece) => !piece?.endsWith("\r\n")),
      [],
    );
  }
  assertEquals(listPieces(""), [""]);
  assertEquals(listPieces("\ufeffa"), ["a"]);
});

Deno.test("PieceReader begins the next piece with what was put back", () => {
  const lines = Array.from({ length: 4_000 }, (_, i) => `line ${i} \u8a31\n`);
  const reader = openPieces(lines.join(""));
  const first = reader.next() ?? "";
  const rest = first.slice(first.length - 1_000);
  reader.putBack(rest);
  const second = reader.next() ?? "";
  assertEquals(second.slice(0, rest.length), rest);
  assertEquals(
    lines.join("").startsWith(first + second.slice(rest.length)),
    true,
  );
});

Deno.test("PieceReader reads a line longer than a piece, within reason", () => {
  const long = "x".repeat(5 * PIECE) + "\n";
  assertEquals(listPieces(`a\n${long}b`).join(""), `a\n${long}b`);
  assertEquals(listPieces(`a\n${"x".repeat(1 << 20)}\n`).at(-1), null);
});

Deno.test("PieceReader refuses what is not UTF-8", () => {
  const bytes = new Uint8Array([0x61, 0x0a, 0xe9, 0x0a]);
  assertEquals(new PieceReader(readerOf(bytes)).next(), null);
});
