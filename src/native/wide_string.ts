/** How many code units `String.fromCharCode` is given at once. */
const UNITS_AT_ONCE = 8_192;

/**
 * Decodes UTF-16LE as it stands: unpaired surrogates stay, nothing is replaced.
 *
 * @param bytes An even number of bytes
 * @returns The text
 */
export function decodeWide(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const units = new Uint16Array(bytes.byteLength >>> 1);
  for (let i = 0; i < units.length; i++) units[i] = view.getUint16(2 * i, true);
  let text = "";
  for (let i = 0; i < units.length; i += UNITS_AT_ONCE) {
    text += fromUnits(units.subarray(i, i + UNITS_AT_ONCE));
  }
  return text;
}

function fromUnits(units: Uint16Array): string {
  // Spreading the array would walk it by its iterator, ten times as slowly
  return String.fromCharCode.apply(null, units as unknown as number[]);
}

/**
 * Encodes text as UTF-16LE with a closing zero, as `LPCWSTR` wants it.
 *
 * @param text The text; a zero character in it would end it for the callee
 * @returns The bytes
 */
export function encodeWide(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(2 * (text.length + 1));
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) {
    view.setUint16(2 * i, text.charCodeAt(i), true);
  }
  return bytes;
}
