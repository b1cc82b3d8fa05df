import { type ByteInput, readFully } from "./byte_input.ts";

/**
 * How much is decoded at a time: so little that a piece is a young object, which
 * goes when the next ones come, and the memory of a large file is not touched.
 */
const PIECE_BYTES = 1 << 15;
/** The most that is held for the sake of a line, or of what was put back. */
const LONGEST_PIECE = 1 << 19;
const LINE_FEED = 0x0a;
const ENCODER = new TextEncoder();

/** Reads UTF-8 text in pieces of whole lines, without the mark at its start. */
export class PieceReader {
  readonly #reader: ByteInput;
  readonly #decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  #buffer = new Uint8Array(PIECE_BYTES);
  /** How many bytes of the buffer are read and not yet done with. */
  #held = 0;
  /** Where in the buffer the last piece ended. */
  #end = 0;
  #isEnded = false;
  #isFirst = true;

  /** @param reader Where the bytes come from */
  constructor(reader: ByteInput) {
    this.#reader = reader;
  }

  /**
   * Reads the next piece, which begins with what was put back.
   *
   * @returns The piece; undefined at the end; null at what is not UTF-8, or is longer
   *   than a piece may be
   */
  next(): string | null | undefined {
    if (this.#isEnded) return undefined;
    this.#buffer.copyWithin(0, this.#end, this.#held);
    this.#held -= this.#end;
    do {
      if (this.#held > this.#buffer.length / 2 && !this.#grow()) return null;
      const free = this.#buffer.subarray(this.#held);
      this.#held += readFully(this.#reader, free);
      this.#isEnded = this.#held < this.#buffer.length;
      this.#end = this.#isEnded
        ? this.#held
        : this.#buffer.lastIndexOf(LINE_FEED) + 1;
    } while (this.#end === 0 && !this.#isEnded);
    const start = this.#isFirst && hasMark(this.#buffer) ? 3 : 0;
    this.#isFirst = false;
    const text = this.#decoder.decode(this.#buffer.subarray(start, this.#end));
    return text.includes("\ufffd") ? null : text;
  }

  /**
   * Puts the end of the last piece back, which the next one then begins with.
   *
   * @param rest The end of the piece; nothing of the last piece of all can be put back
   */
  putBack(rest: string): void {
    this.#end -= ENCODER.encode(rest).length;
  }

  #grow(): boolean {
    if (this.#buffer.length >= LONGEST_PIECE) return false;
    const larger = new Uint8Array(this.#buffer.length * 2);
    larger.set(this.#buffer.subarray(0, this.#held));
    this.#buffer = larger;
    return true;
  }
}

function hasMark([first, second, third]: Uint8Array): boolean {
  return first === 0xef && second === 0xbb && third === 0xbf;
}
