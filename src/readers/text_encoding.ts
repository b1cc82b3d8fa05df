import { InputError } from "../model/errors.ts";
import { MAX_FILE_BYTES } from "../model/limits.ts";
import { openDecoder } from "./piece_decoder.ts";

/** A text, and how it was found. */
export interface DecodedText {
  readonly text: string;
  /** The encoding that was used, such as `utf-8` or `utf-16le`. */
  readonly encoding: string;
  /** A sentence if the encoding is a guess that may spoil letters. */
  readonly warnings: readonly string[];
}

const GUESSED =
  "The text is neither UTF-8 nor UTF-16: letters outside ASCII may be wrong, " +
  "GUIDs and symbols are not; name the encoding with --encoding";

/**
 * Decodes a text file: by its byte order mark, else as named, else as UTF-16
 * if it looks so, else as UTF-8, else as one byte a character, which keeps
 * GUIDs and symbols whole in every console code page.
 *
 * @param bytes The whole file
 * @param encoding What the user says it is: a label of the Encoding Standard, `cp437` or `cp850`
 * @returns The text without its mark
 * @throws {UsageError} If `encoding` is not known
 * @throws {InputError} If the text is too long to read whole
 *
 * @example Usage
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(decodeText(new Uint8Array([0xff, 0xfe, 0x41, 0])).text, "A");
 * ```
 */
export function decodeText(bytes: Uint8Array, encoding?: string): DecodedText {
  if (bytes.length > MAX_FILE_BYTES) throw tooLong(bytes.length);
  // A name that is not known is an error whether it is needed or not
  if (encoding !== undefined) decodeNamed(encoding, new Uint8Array());
  const marked = decodeMarked(bytes);
  if (marked !== undefined) return marked;
  if (encoding !== undefined) return decodeNamed(encoding, bytes);
  const wide = wideEncoding(bytes);
  return wide !== undefined ? decodeAs(wide, bytes) : decodeNarrow(bytes);
}

function decodeAs(encoding: string, bytes: Uint8Array): DecodedText {
  const text = new TextDecoder(encoding).decode(bytes);
  return { text, encoding, warnings: [] };
}

/** Decodes as the byte order mark says; undefined if there is none, or it is wrong. */
function decodeMarked(bytes: Uint8Array): DecodedText | undefined {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return decodeAs("utf-16le", bytes);
  if (first === 0xfe && second === 0xff) return decodeAs("utf-16be", bytes);
  const isUtf8 = first === 0xef && second === 0xbb && third === 0xbf;
  return isUtf8 ? decodeUtf8(bytes) : undefined;
}

function decodeNamed(encoding: string, bytes: Uint8Array): DecodedText {
  const decode = openDecoder(encoding);
  const text = decode(bytes) + decode(null);
  return { text, encoding: encoding.toLowerCase(), warnings: [] };
}

/** Finds UTF-16 without a mark: the first character is ASCII, so one byte is zero. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  const [first = 0, second = 0, third = 0, fourth = 0] = bytes;
  if (first !== 0 && second === 0 && third !== 0) return "utf-16le";
  return first === 0 && second !== 0 && fourth !== 0 ? "utf-16be" : undefined;
}

function decodeNarrow(bytes: Uint8Array): DecodedText {
  return decodeUtf8(bytes) ??
    { ...decodeAs("windows-1252", bytes), warnings: [GUESSED] };
}

function decodeUtf8(bytes: Uint8Array): DecodedText | undefined {
  const text = validUtf8(bytes);
  return text === undefined
    ? undefined
    : { text, encoding: "utf-8", warnings: [] };
}

/** Decodes UTF-8, leaving out a character that the end of the file cuts. */
function validUtf8(bytes: Uint8Array): string | undefined {
  const whole = bytes.subarray(0, bytes.length - cutCharacter(bytes));
  const text = new TextDecoder().decode(whole);
  // The fatal decoder is slow, and needed only if the fast one may have replaced something.
  if (!text.includes("\ufffd")) return text;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(whole);
  } catch {
    return undefined;
  }
}

/** How many bytes at the end begin a UTF-8 character without completing it. */
function cutCharacter(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? back : 0;
    }
  }
  return 0;
}

function tooLong(length: number): InputError {
  return new InputError(
    "tooLong",
    `it has ${length} bytes, and the limit is ${MAX_FILE_BYTES}`,
  );
}
