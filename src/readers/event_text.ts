import { InputError } from "../model/errors.ts";
import type { ByteInput } from "./byte_input.ts";
import type { EventFile } from "./event_item.ts";
import { openDecoder, type PieceDecoder } from "./piece_decoder.ts";

const CHUNK_BYTES = 32 * 1024;

/** The text of a file of events, read as it is asked for. */
export class EventText {
  /** What was read and is still needed. */
  buffer = "";
  /** How far the buffer is done with. */
  at = 0;
  /** The line of `at`, from 1. */
  line = 1;
  /** Whether the file is read to its end. */
  isComplete = false;
  /** Whether a byte was not valid in the file's encoding. */
  hasInvalid = false;

  readonly #input: ByteInput;
  readonly #decoder: PieceDecoder;
  readonly #bytes = new Uint8Array(CHUNK_BYTES);
  #head: Uint8Array | null;
  #newline = -1;

  /**
   * @param input The rest of the file
   * @param head Bytes of the file that were read before
   * @param file The file's name, and its encoding if the user gave one
   */
  constructor(input: ByteInput, head: Uint8Array, file: EventFile) {
    this.#input = input;
    this.#head = head;
    this.#decoder = openDecoder(
      encodingOfMark(head) ?? file.encoding ?? detectEncoding(head),
    );
  }

  /** Drops what is done with and appends the next piece of the file. */
  fill(): void {
    const bytes = this.#next();
    const text = this.#decoder(bytes);
    this.isComplete = bytes === null;
    this.hasInvalid ||= text.includes("\ufffd");
    this.buffer = this.buffer.slice(this.at) + text;
    this.at = 0;
    this.#newline = this.buffer.indexOf("\n");
  }

  /** Is done with everything before `to`. */
  advance(to: number): void {
    while (this.#newline !== -1 && this.#newline < to) {
      this.line++;
      this.#newline = this.buffer.indexOf("\n", this.#newline + 1);
    }
    this.at = to;
  }

  /** The line of a place at or behind `at`. */
  lineAt(index: number): number {
    return this.line + this.buffer.slice(this.at, index).split("\n").length - 1;
  }

  #next(): Uint8Array | null {
    if (this.#head !== null) {
      const head = this.#head;
      this.#head = null;
      if (head.length > 0) return head;
    }
    const count = this.#input.readSync(this.#bytes);
    return count === null ? null : this.#bytes.subarray(0, count);
  }
}

function encodingOfMark([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : undefined;
}

/** Tells the encoding from the zeros of UTF-16, or from what an XML declaration says. */
function detectEncoding(head: Uint8Array): string {
  const [first = 1, second = 1, third = 1, fourth = 1] = head;
  if (first !== 0 && second === 0 && fourth === 0) return "utf-16le";
  if (first === 0 && second !== 0 && third === 0) return "utf-16be";
  const declared = /^<\?xml[^>]*\bencoding=["']([\w.:-]+)["']/
    .exec(String.fromCharCode(...head.subarray(0, 200)))?.[1];
  // Saved again by another program, a file says UTF-16 although it no longer is.
  if (declared === undefined || /^utf-?16|^ucs-?2/i.test(declared)) {
    return "utf-8";
  }
  return isEncoding(declared) ? declared : "utf-8";
}

/** Whether a label names an encoding that can be read. */
function isEncoding(label: string): boolean {
  try {
    openDecoder(label);
    return true;
  } catch {
    return false;
  }
}

/** Makes the error of a damaged place in a text file. */
export function damagedAt(
  place: { readonly file: string; readonly line: number },
  what: string,
  reason: string,
): InputError {
  return new InputError(
    "damagedEvent",
    `Cannot read ${what} at line ${place.line} of "${place.file}": ${reason}`,
    { place },
  );
}
