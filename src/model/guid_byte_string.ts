/** One character of a string of bytes: an escape, or a plain character of ASCII. */
const BYTE_REGEXP = /\\x([0-9a-f]{2})|\\(["'\\abfnrtv0])|([\x20-\x7e])/giy;
const ESCAPES: Readonly<Record<string, number>> = {
  "0": 0x00,
  "a": 0x07,
  "b": 0x08,
  "t": 0x09,
  "n": 0x0a,
  "v": 0x0b,
  "f": 0x0c,
  "r": 0x0d,
};

/**
 * Reads 16 bytes as Python shows them, `b'\x06$x…'`, where what can be printed
 * stands for itself, or as pieces of a C string, `"\x06…" "\x89…"`.
 *
 * @returns The bytes, or null if the text is no such string or has not 16 of them
 */
export function readByteString(text: string): Uint8Array | null {
  if (!text.includes("\\x")) return null;
  const python = /^b(["'])(.*)\1$/is.exec(text)?.[2];
  const joined = python ?? text.replace(/(["'])[\s\\+]*\1/g, "");
  const bytes: number[] = [];
  BYTE_REGEXP.lastIndex = 0;
  while (BYTE_REGEXP.lastIndex < joined.length) {
    const [, digits, escape, plain] = BYTE_REGEXP.exec(joined) ?? [];
    if (digits !== undefined) bytes.push(parseInt(digits, 16));
    else if (python === undefined) return null;
    else if (escape !== undefined) {
      bytes.push(ESCAPES[escape] ?? escape.charCodeAt(0));
    } else if (plain !== undefined) bytes.push(plain.charCodeAt(0));
    else return null;
  }
  return bytes.length === 16 ? Uint8Array.from(bytes) : null;
}
