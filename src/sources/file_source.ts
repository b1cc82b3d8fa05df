import { InputError } from "../model/errors.ts";
import type { FilterScope } from "../model/raw.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { ByteInput } from "../readers/byte_input.ts";
import { outlineNetsh } from "../readers/netsh_outline.ts";
import { type NetshReading, readNetsh } from "../readers/netsh_reader.ts";
import { readRaw } from "../readers/read_raw.ts";
import { enrich } from "./enrich.ts";

/** The bytes of a file. */
export interface FileBytes {
  /** Reads all of them. */
  readonly readWhole: () => Uint8Array;
  /** Opens the file if it can be read a second time; null for a pipe. */
  readonly openPlain?: () => ByteInput & { close(): void } | null;
}

/** What a file is. */
export interface FileSourceOptions {
  /** The path as given, which becomes the records' `source`. */
  readonly path: string;
  /** What the user says its text is encoded in, or null. */
  readonly encoding: string | null;
  /** Which filters are wanted, all by default. */
  readonly filters?: FilterScope;
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
 * @param file The file
 * @param options Its path and encoding
 * @returns The records before the place where the file goes wrong, if it does
 * @throws {InputError} If nothing of it can be used
 * @throws {UsageError} If the encoding is not known
 */
export async function readFileSource(
  file: FileBytes,
  options: FileSourceOptions,
): Promise<FileReading> {
  try {
    const { snapshot, fault } = await read(file, options);
    if (fault === null) return { snapshot, fault };
    const warnings = snapshot.warnings.filter((text) => text !== fault.message);
    return {
      // A getter must stay one: the filters may not be needed
      snapshot: Object.defineProperties(snapshot, {
        warnings: { value: warnings, enumerable: true },
      }),
      fault: withAction("read all of", fault, options.path),
    };
  } catch (error) {
    const isOurs = error instanceof InputError &&
      error.place?.file === undefined;
    throw isOurs ? withAction("read", error, options.path) : error;
  }
}

async function read(
  file: FileBytes,
  options: FileSourceOptions,
): Promise<FileReading> {
  const { path, encoding, filters } = options;
  const outline = readOutline(file, options);
  if (outline !== null) {
    return { snapshot: enrich(outline.raw, path), fault: null };
  }
  const input = readRaw(file.readWhole(), {
    encoding: encoding ?? undefined,
    ...filters !== undefined && { filters },
  });
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
        "it holds events, and no state of a filter engine",
        { hint: "wfpcallout events reads it" },
      );
  }
}

/**
 * Reads a state without the filters that are not wanted, if nothing speaks against
 * it: only a reading of the whole file can say what is wrong with it, and where.
 */
function readOutline(
  file: FileBytes,
  { filters = "all", encoding }: FileSourceOptions,
): NetshReading | null {
  if (filters === "all" || encoding !== null) return null;
  const reader = file.openPlain?.();
  if (!reader) return null;
  try {
    const text = outlineNetsh(reader, filters);
    const reading = text === null ? null : readNetsh(text, { filters });
    return reading?.fault === null ? reading : null;
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  } finally {
    reader.close();
  }
}

/** Readers give the reason alone: they do not know the name of what they read. */
function withAction(
  action: string,
  error: InputError,
  path: string,
): InputError {
  const file = path === "-" ? "standard input" : `"${path}"`;
  return new InputError(
    error.code,
    `Cannot ${action} ${file}: ${error.message}`,
    {
      ...error.hint !== null && { hint: error.hint },
      details: error.details,
      place: { ...error.place, file: path },
      cause: error,
    },
  );
}
