/** How many bytes are looked at. */
const SAMPLE_BYTES = 64;

/** The encoding that a byte order mark tells, as a label of the Encoding Standard. */
export function encodingOfMark(
  [first, second, third]: Uint8Array,
): string | undefined {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const isUtf8 = first === 0xef && second === 0xbb && third === 0xbf;
  return isUtf8 ? "utf-8" : undefined;
}

/**
 * Tells UTF-16 from UTF-8: by its mark, or by the zero byte that every ASCII
 * character has beside it.
 *
 * @param bytes The first bytes of a text
 * @returns A label of the Encoding Standard
 */
export function sniffEncoding(bytes: Uint8Array): string {
  const marked = encodingOfMark(bytes);
  if (marked !== undefined) return marked;
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const half = sample.length >> 1;
  // A zero byte now and then is a part of a text like any other
  const zeros: [number, number] = [0, 0];
  sample.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2 === 0 ? 0 : 1]++;
  });
  if (zeros[0] === 0 && 2 * zeros[1] > half) return "utf-16le";
  if (zeros[1] === 0 && 2 * zeros[0] > half) return "utf-16be";
  return "utf-8";
}
