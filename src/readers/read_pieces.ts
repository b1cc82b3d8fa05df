/** A reader of bytes, as the `System` port has it. */
export interface Bytes {
  readSync(buffer: Uint8Array): number | null;
}

/**
 * How much is decoded at a time: so little that a piece is a young object, which
 * goes when the next one comes, and the memory of a large file is not touched.
 */
const PIECE_BYTES = 1 << 16;
const LINE_FEED = 0x0a;

/**
 * Reads UTF-8 text in pieces of whole lines, without the mark at its start.
 *
 * @param reader Where the bytes come from
 * @returns The pieces; null, and nothing after it, at what is not UTF-8 or is a
 *   line longer than a piece
 */
export function* readPieces(reader: Bytes): Generator<string | null> {
  const buffer = new Uint8Array(PIECE_BYTES);
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let held = 0;
  let start = 0;
  for (let isFirst = true;; isFirst = false) {
    const length = fill(reader, buffer, held);
    if (isFirst && hasMark(buffer)) start = 3;
    const isLast = length < buffer.length;
    const end = isLast ? length : buffer.lastIndexOf(LINE_FEED) + 1;
    const text = decoder.decode(buffer.subarray(start, end));
    if (end === 0 || text.includes("\ufffd")) return yield null;
    yield text;
    if (isLast) return;
    buffer.copyWithin(0, end);
    held = length - end;
    start = 0;
  }
}

/** Reads until the buffer is full or there is no more; returns how much is in it. */
function fill(reader: Bytes, buffer: Uint8Array, held: number): number {
  let length = held;
  while (length < buffer.length) {
    const count = reader.readSync(buffer.subarray(length));
    if (count === null) break;
    length += count;
  }
  return length;
}

function hasMark([first, second, third]: Uint8Array): boolean {
  return first === 0xef && second === 0xbb && third === 0xbf;
}
