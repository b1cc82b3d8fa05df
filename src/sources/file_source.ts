import { InputError } from "../model/errors.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { readRaw } from "../readers/read_raw.ts";
import { enrich } from "./enrich.ts";

/** Where the bytes of a file are from. */
export interface FileSourceOptions {
  /** The path as given, which becomes the records' `source`. */
  readonly path: string;
  /** What the user says its text is encoded in, or null. */
  readonly encoding: string | null;
  /** False to leave out the filters of a dump, whose list is then null. */
  readonly filters?: boolean;
}

/** What a file holds, and why the rest of it could not be read. */
export interface FileReading {
  readonly snapshot: Snapshot;
  /** Null if all was read; the warnings of the snapshot say no more of it. */
  readonly fault: InputError | null;
}

/**
 * Reads a dump of netsh, a snapshot or our own records, recognised by content.
 *
 * @param bytes The whole file
 * @param options Its path and encoding
 * @returns The records before the place where the file goes wrong, if it does
 * @throws {InputError} If nothing of it can be used
 * @throws {UsageError} If the encoding is not known
 */
export async function readFileSource(
  bytes: Uint8Array,
  options: FileSourceOptions,
): Promise<FileReading> {
  try {
    const { snapshot, fault } = await read(bytes, options);
    if (fault === null) return { snapshot, fault };
    const warnings = snapshot.warnings.filter((text) => text !== fault.message);
    return {
      // A getter must stay one: the filters may not be needed
      snapshot: Object.defineProperties(snapshot, {
        warnings: { value: warnings, enumerable: true },
      }),
      fault: withPath(fault, options.path),
    };
  } catch (error) {
    throw error instanceof InputError ? withPath(error, options.path) : error;
  }
}

async function read(
  bytes: Uint8Array,
  { path, encoding, filters = true }: FileSourceOptions,
): Promise<FileReading> {
  const input = readRaw(bytes, { encoding: encoding ?? undefined, filters });
  switch (input.kind) {
    case "raw":
      return { snapshot: enrich(input.raw, path), fault: input.fault };
    case "json": {
      // The shapes of all records come with it
      const { readOwnJson } = await import("../readers/own_json.ts");
      return readOwnJson(input.text, path);
    }
    case "events":
      throw new InputError(
        "notASource",
        "It holds events, and no state of a filter engine",
        { hint: "the events command reads it" },
      );
  }
}

/** Readers do not know the name of what they read. */
function withPath(error: InputError, path: string): InputError {
  return new InputError(error.code, `${path}: ${error.message}`, {
    ...error.hint !== null && { hint: error.hint },
    details: error.details,
    place: { ...error.place, file: path },
    cause: error,
  });
}
