import type { ByteInput } from "./byte_input.ts";
import { openDecoder, type PieceDecoder } from "./piece_decoder.ts";
import { encodingOfMark, sniffEncoding } from "./sniff_encoding.ts";

/** One line of an input. */
export interface InputLine {
  readonly text: string;
  /** Counted from 1. */
  readonly line: number;
  /** Whether the end of a line longer than {@linkcode LONGEST_LINE} was left out. */
  readonly isCut: boolean;
}

/** How many UTF-16 units of a line are kept, so that memory stays bounded. */
export const LONGEST_LINE = 1 << 20;

/** Small, so that what is made of a piece dies young and memory stays flat. */
const CHUNK_BYTES = 1 << 14;

/**
 * Reads lines as they arrive: a batch for each piece of input, so that an answer
 * can go out before the next line is there. UTF-8, and UTF-16 with or without a
 * byte order mark; line ends LF, CRLF or CR LF alike. A last line without an end
 * counts, an empty rest does not.
 *
 * @param reader Where the bytes come from
 * @param encoding The encoding's name where no mark tells it
 * @returns Batches of lines; a line that is too long is cut and says so
 * @throws {UsageError} If the encoding is not known
 */
export function* readLines(
  reader: ByteInput,
  encoding?: string,
): Generator<InputLine[]> {
  const buffer = new Uint8Array(CHUNK_BYTES);
  let decode: PieceDecoder | null = null;
  const splitter = new LineSplitter();
  let held = 0;
  while (true) {
    const count = reader.readSync(buffer.subarray(held));
    const bytes = buffer.subarray(0, held + (count ?? 0));
    if (decode === null && count !== null && isTooShort(bytes)) {
      held = bytes.length;
      continue;
    }
    decode ??= openDecoder(
      encodingOfMark(bytes) ?? encoding ?? sniffEncoding(bytes),
    );
    yield splitter.push(decode(bytes));
    if (count === null) break;
    held = 0;
  }
  yield splitter.end(decode(null));
}

/** A mark may come in two pieces; a whole line waits for nothing. */
function isTooShort(bytes: Uint8Array): boolean {
  return bytes.length < 4 && !bytes.includes(0x0a);
}

class LineSplitter {
  #rest = "";
  #line = 0;
  #isCut = false;

  push(text: string): InputLine[] {
    const lines: InputLine[] = [];
    let start = 0;
    for (
      let end = text.indexOf("\n");
      end >= 0;
      end = text.indexOf("\n", start)
    ) {
      this.#keep(text.slice(start, end));
      lines.push(this.#take());
      start = end + 1;
    }
    this.#keep(start === 0 ? text : text.slice(start));
    return lines;
  }

  end(text: string): InputLine[] {
    const lines = this.push(text);
    if (this.#rest !== "") lines.push(this.#take());
    return lines;
  }

  #keep(text: string): void {
    const room = LONGEST_LINE - this.#rest.length;
    if (text.length > room) this.#isCut = true;
    this.#rest += text.length > room ? text.slice(0, room) : text;
  }

  #take(): InputLine {
    const text = this.#rest.endsWith("\r")
      ? this.#rest.slice(0, -1)
      : this.#rest;
    const line = { text, line: ++this.#line, isCut: this.#isCut };
    this.#rest = "";
    this.#isCut = false;
    return line;
  }
}
