import { bytesOfHex } from "./guid_bytes.ts";

/** What debuggers, `hexdump` and `xxd` print before the bytes of a line. */
const ADDRESS = "(?:(?:[0-9a-f]{8}`[0-9a-f]{8}|[0-9a-f]{4,16})(?::\\s*|\\s+))?";
const PAIRS = "[0-9a-f]{2}(?:(?: {1,2}|-)[0-9a-f]{2}){15}";
const FOURS = "[0-9a-f]{4}(?: {1,2}[0-9a-f]{4}){7}";
/** The same bytes as characters; a pair of digits would be one more byte. */
const CHARACTERS = "(?:(?:\\s{2,}|\\s*\\|)(?![0-9a-f]{2}(?:\\s|$))\\S[^\\n]*)?";
const LINE_REGEXP = new RegExp(
  `^${ADDRESS}(${PAIRS}|${FOURS})${CHARACTERS}$`,
  "i",
);
/** How PowerShell shows an array of bytes: numbers with blanks or line ends between them. */
const NUMBERS_REGEXP = /^\d{1,3}(?:\s+\d{1,3}){15}$/;

/**
 * Reads the 16 bytes of one line of a dump of memory, with its address and its
 * characters, or those that PowerShell prints as decimal numbers.
 *
 * @returns The bytes, or null if the text is no such line
 */
export function readDump(text: string): Uint8Array | null {
  const digits = LINE_REGEXP.exec(text)?.[1]?.replace(/[ -]/g, "");
  if (digits !== undefined) return bytesOfHex(digits);
  if (!NUMBERS_REGEXP.test(text)) return null;
  const numbers = text.split(/\s+/).map(Number);
  return numbers.every((number) => number <= 0xff)
    ? Uint8Array.from(numbers)
    : null;
}
