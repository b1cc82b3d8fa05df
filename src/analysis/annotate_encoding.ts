/** How the characters of ASCII stand in a text. */
export interface Units {
  /** How many bytes a character has. */
  readonly width: 1 | 2;
  /** Which of them is the character; the other one is zero. */
  readonly low: 0 | 1;
}

/** ASCII and all that extends it: UTF-8, the code pages, or no text at all. */
export const BYTES: Units = { width: 1, low: 0 };
const UTF_16LE: Units = { width: 2, low: 0 };
const UTF_16BE: Units = { width: 2, low: 1 };

/** How many bytes {@linkcode sniffUnits} looks at. */
export const SNIFFED_BYTES = 4;

/**
 * Tells UTF-16 by its byte order mark, or by two characters of ASCII at its start.
 *
 * @param start The first bytes of a text
 */
export function sniffUnits(start: Uint8Array): Units {
  const [a = 0, b = 0, c = 0, d = 0] = start;
  if (a === 0xff && b === 0xfe) return UTF_16LE;
  if (a === 0xfe && b === 0xff) return UTF_16BE;
  if (isText(a) && isText(c) && b === 0 && d === 0) return UTF_16LE;
  if (isText(b) && isText(d) && a === 0 && c === 0) return UTF_16BE;
  return BYTES;
}

/** Writes ASCII as a text has it. */
export function encodeAscii(
  ascii: string,
  { width, low }: Units,
): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(width * ascii.length);
  for (let i = 0; i < ascii.length; i++) {
    bytes[width * i + low] = ascii.charCodeAt(i);
  }
  return bytes;
}

/** A printed character of ASCII, a tab or a line end. */
function isText(byte: number): boolean {
  return byte >= 0x20 && byte < 0x7f || byte >= 0x09 && byte <= 0x0d;
}
