/** A stream of bytes, of which a reader needs no more than this. */
export interface ByteInput {
  /** Fills `buffer` from its start; returns how many bytes, or null at the end. */
  readSync(buffer: Uint8Array): number | null;
}

/**
 * Fills an array with what comes next.
 *
 * @param input What is read
 * @param bytes Where to put it
 * @returns How many bytes came; fewer than there is room for at the end
 */
export function readFully(input: ByteInput, bytes: Uint8Array): number {
  let length = 0;
  while (length < bytes.length) {
    const count = input.readSync(bytes.subarray(length));
    if (count === null) break;
    length += count;
  }
  return length;
}
