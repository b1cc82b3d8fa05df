/** How many code units `String.fromCharCode` is given at once. */
const UNITS_AT_ONCE = 8_192;

/**
 * Makes text of UTF-16 units as they stand: unpaired surrogates stay, nothing is replaced.
 *
 * @param units The units
 * @returns The text
 */
export function decodeUnits(units: Uint16Array): string {
  let text = "";
  for (let i = 0; i < units.length; i += UNITS_AT_ONCE) {
    const part = units.subarray(i, i + UNITS_AT_ONCE);
    // Spreading the array would walk it by its iterator, ten times as slowly
    text += String.fromCharCode.apply(null, part as unknown as number[]);
  }
  return text;
}

/**
 * Encodes text with a closing zero, as `LPCWSTR` wants it.
 *
 * @param text The text; a zero character in it would end it for the callee
 * @returns The UTF-16 units
 */
export function encodeWide(text: string): Uint16Array<ArrayBuffer> {
  const units = new Uint16Array(text.length + 1);
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  return units;
}
