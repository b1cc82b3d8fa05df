import { UsageError } from "../model/errors.ts";
import { readAll } from "./read_all.ts";
import type { ByteReader, System } from "./system.ts";

/**
 * A system on which `-` is a file: standard input, which can be read only once.
 *
 * @param system The world outside
 * @returns The same, but that a second `-` is a {@linkcode UsageError}
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
    openPlainFile: (path: string) =>
      path === "-" ? null : system.openPlainFile(path),
    readFile: (path: string) =>
      path === "-" ? readAll(take(), path) : system.readFile(path),
  });
}
