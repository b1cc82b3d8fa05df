import { UsageError } from "../model/errors.ts";
import type { ByteReader, System } from "./system.ts";

/**
 * A system on which `-` is a file: standard input, which can be read only once.
 */
export function withStandardInput(system: System): System {
  let isTaken = false;
  const take = (): ByteReader => {
    if (isTaken) {
      throw new UsageError(
        'Cannot read standard input twice: only one "-" can be given',
      );
    }
    isTaken = true;
    return system.stdin;
  };
  return Object.assign(Object.create(system) as System, {
    openFile: (path: string) => path === "-" ? take() : system.openFile(path),
    readFile: (path: string) =>
      path === "-" ? readAll(take()) : system.readFile(path),
  });
}

/** Reads a stream to its end. */
export function readAll(reader: ByteReader): Uint8Array {
  let buffer = new Uint8Array(1 << 16);
  let length = 0;
  while (true) {
    const count = reader.readSync(buffer.subarray(length));
    if (count === null) return buffer.subarray(0, length);
    length += count;
    if (length < buffer.length) continue;
    const larger = new Uint8Array(buffer.length * 2);
    larger.set(buffer);
    buffer = larger;
  }
}
