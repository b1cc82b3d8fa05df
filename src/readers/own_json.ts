import { InputError, type Place } from "../model/errors.ts";
import type { Field } from "../model/fields.ts";
import type { Kind } from "../model/record.ts";
import { RECORD_FIELDS } from "../model/record_fields.ts";
import { SCHEMA_VERSION, SNAPSHOT_FORMAT } from "../model/schema_version.ts";
import type { Snapshot } from "../model/snapshot.ts";
import {
  conformRecord,
  FieldError,
  isObject,
  SNAPSHOT_FACTS,
} from "./own_json_record.ts";

/** What our own JSON holds, and what of it could not be read. */
export interface OwnReading {
  readonly snapshot: Snapshot;
  /** The first record that could not be read; null if all were. The warnings say it too. */
  readonly fault: InputError | null;
}

const SELECTION =
  "This is a list of records: what it does not hold is not known";
const NOTHING_HELD = {
  time: null,
  computer: null,
  windows: null,
  callouts: null,
  filters: null,
  layers: null,
  sublayers: null,
  providers: null,
};

/**
 * Reads a snapshot, or a list of our own records as JSON or as JSON lines.
 *
 * @param text The whole text
 * @param source The path as given, which becomes the records' `source`
 * @returns The records; a list is null if the text does not hold it
 * @throws {InputError} If it is not well-formed, newer than this program, or holds no records
 *
 * @example Usage
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(readOwnJson("[]", "a.json").snapshot.callouts, []);
 * ```
 */
export function readOwnJson(text: string, source: string): OwnReading {
  const reader = new OwnJsonReader(source);
  const value = parseWhole(text);
  if (value === undefined) reader.readLines(text);
  else if (isObject(value) && value["format"] === SNAPSHOT_FORMAT) {
    return reader.readSnapshot(value);
  } else if (Array.isArray(value)) reader.readList(value);
  else reader.readRecord(value, "in the only record");
  return reader.finishList();
}

class OwnJsonReader {
  readonly #source: string;
  readonly #records: Partial<Record<Kind, unknown[]>> = {};
  #read = 0;
  #fault: InputError | null = null;

  constructor(source: string) {
    this.#source = source;
  }

  readSnapshot(value: Readonly<Record<string, unknown>>): OwnReading {
    checkVersion(value["schemaVersion"]);
    for (const [list, kind] of LISTS) {
      if (Array.isArray(value[list])) this.#readSnapshotList(value[list], kind);
      else if ((value[list] ?? null) !== null) {
        throw badRecord(new FieldError(list, "a list"), "in the snapshot");
      }
    }
    return this.#finish(this.#conformHead(value));
  }

  readList(values: readonly unknown[]): void {
    if (values.length === 0) this.#records.callout = [];
    for (const [index, value] of values.entries()) {
      this.readRecord(value, `in record ${index + 1}`);
    }
  }

  /** Reads JSON lines; refuses a text whose first line is not JSON. */
  readLines(text: string): void {
    for (const [index, line] of text.split("\n").entries()) {
      if (line.trim() === "") continue;
      const place = { line: index + 1 };
      const value = parseWhole(line);
      if (value !== undefined) {
        this.readRecord(value, `in line ${place.line}`, place);
      } else if (this.#read === 0) throw malformed(text);
      else this.#fault ??= malformed(line, place);
    }
  }

  readRecord(value: unknown, where: string, place: Place = {}): void {
    const kind = isObject(value) ? value["kind"] : undefined;
    if (typeof kind !== "string" || !KINDS.has(kind)) {
      this.#fault ??= badRecord(
        new FieldError("kind", "a kind of record"),
        where,
        place,
      );
    } else this.#conformRecord(value, kind as Kind, where, place);
    this.#read++;
  }

  finishList(): OwnReading {
    if (LISTS.every(([, kind]) => this.#records[kind] === undefined)) {
      throw this.#fault ?? noRecords();
    }
    return this.#finish({
      ...NOTHING_HELD,
      complete: false,
      warnings: [SELECTION],
    });
  }

  #readSnapshotList(values: readonly unknown[], kind: Kind): void {
    this.#records[kind] ??= [];
    for (const [index, value] of values.entries()) {
      this.#conformRecord(value, kind, `in ${kind} ${index + 1}`, {});
    }
  }

  #conformRecord(
    value: unknown,
    kind: Kind,
    where: string,
    place: Place,
  ): void {
    try {
      const placed = isObject(value)
        ? { ...value, source: this.#source }
        : value;
      const record = conformRecord(placed, fieldsOf(kind));
      (this.#records[kind] ??= []).push(record);
    } catch (error) {
      if (!(error instanceof FieldError)) throw error;
      this.#fault ??= badRecord(error, where, place);
    }
  }

  #conformHead(value: unknown): Omit<Snapshot, "source"> {
    try {
      const facts = conformRecord(value, SNAPSHOT_FACTS);
      return { ...NOTHING_HELD, complete: false, warnings: [], ...facts };
    } catch (error) {
      if (!(error instanceof FieldError)) throw error;
      throw badRecord(error, "in the snapshot");
    }
  }

  #finish(head: Omit<Snapshot, "source">): OwnReading {
    const fault = this.#fault;
    const lists = Object.fromEntries(
      LISTS.map(([list, kind]) => [list, this.#records[kind] ?? null]),
    );
    const warnings = fault === null
      ? head.warnings
      : [...head.warnings, fault.message];
    return {
      snapshot: {
        ...head,
        source: this.#source,
        complete: head.complete && fault === null,
        warnings,
        ...lists,
      },
      fault,
    };
  }
}

/** The lists of a snapshot and the kind of their records. */
const LISTS = [
  ["callouts", "callout"],
  ["filters", "filter"],
  ["layers", "layer"],
  ["sublayers", "sublayer"],
  ["providers", "provider"],
] as const satisfies readonly (readonly [keyof Snapshot, Kind])[];

/** The kinds that share the fields of `named` have no list in a snapshot. */
const NAMED_KINDS: readonly string[] = [
  "condition",
  "keying_module",
  "provider_context",
];
const KINDS: ReadonlySet<string> = new Set([
  ...LISTS.map(([, kind]) => kind),
  ...NAMED_KINDS,
]);

function fieldsOf(kind: Kind): readonly Field[] {
  const name = NAMED_KINDS.includes(kind) ? "named" : kind;
  return RECORD_FIELDS[name]?.fields ?? [];
}

function checkVersion(version: unknown): void {
  if (version === SCHEMA_VERSION) return;
  const isNewer = typeof version === "number" && version > SCHEMA_VERSION;
  throw new InputError(
    isNewer ? "newerSchema" : "unknownSchema",
    `it has schema version ${JSON.stringify(version) ?? "none"}, and this ` +
      `program knows version ${SCHEMA_VERSION}`,
    {
      hint: isNewer
        ? "use a newer wfpcallout, such as the one that wrote it"
        : "take the snapshot again",
    },
  );
}

function parseWhole(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function malformed(text: string, place: Place = {}): InputError {
  let reason = "it ends too early";
  try {
    JSON.parse(text);
  } catch (error) {
    reason = error instanceof Error ? error.message : reason;
  }
  const part = place.line === undefined ? "it" : `line ${place.line}`;
  return new InputError(
    "malformedJson",
    `${part} is not well-formed JSON: ${reason}`,
    { place },
  );
}

function badRecord(
  error: FieldError,
  where: string,
  place: Place = {},
): InputError {
  return new InputError(
    "malformedRecord",
    `${where}, ${error.message}`,
    { place, details: { field: error.field } },
  );
}

function noRecords(): InputError {
  return new InputError(
    "noRecords",
    "it is JSON without callouts, filters, layers, sublayers or providers",
  );
}
