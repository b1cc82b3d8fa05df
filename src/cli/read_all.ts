import { InputError } from "../model/errors.ts";
import { MAX_FILE_BYTES } from "../model/limits.ts";
import type { ByteReader } from "./system.ts";

/**
 * Reads a stream to its end.
 *
 * @param reader The stream
 * @param path Its name, for errors
 * @throws {InputError} If it is longer than a file may be, such as a device without end
 */
export function readAll(reader: ByteReader, path: string): Uint8Array {
  let buffer = new Uint8Array(1 << 16);
  let length = 0;
  while (true) {
    const count = reader.readSync(buffer.subarray(length));
    if (count === null) return buffer.subarray(0, length);
    length += count;
    if (length > MAX_FILE_BYTES) throw tooLong(path);
    if (length < buffer.length) continue;
    const larger = new Uint8Array(buffer.length * 2);
    larger.set(buffer);
    buffer = larger;
  }
}

/** The error of a file that is too long to be read whole. */
export function tooLong(path: string): InputError {
  const what = path === "-" ? "standard input" : `"${path}"`;
  return new InputError(
    "tooLong",
    `Cannot read ${what}: it has more than ${MAX_FILE_BYTES} bytes, the limit for one file`,
    { place: { file: path } },
  );
}
