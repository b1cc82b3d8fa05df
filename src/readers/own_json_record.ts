/**
 * Brings what our own JSON holds into the form of a record: a file may come from an
 * earlier version, which lacks fields, or from another hand, which may hold anything.
 *
 * @module
 */

import { type Field, parseFieldType } from "../model/fields.ts";
import { RECORD_FIELDS } from "../model/record_fields.ts";

/** A value that does not have the form of its field. */
export class FieldError extends Error {
  /** The field, such as `owner.product`; empty for the record itself. */
  readonly field: string;

  constructor(field: string, expected: string) {
    super(`${field === "" ? "it" : `"${field}"`} is not ${expected}`);
    this.name = "FieldError";
    this.field = field;
  }
}

/** What a snapshot holds beside its lists of records. */
export const SNAPSHOT_FACTS: readonly Field[] = [
  { name: "time", type: "string?", meaning: "when it was taken" },
  { name: "computer", type: "string?", meaning: "where it was taken" },
  { name: "windows", type: "string?", meaning: "the Windows version" },
  { name: "complete", type: "boolean", meaning: "whether nothing is missing" },
  {
    name: "warnings",
    type: "string[]",
    meaning: "what is missing or doubtful",
  },
];

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** The plain types, in words, and what has them. */
const PLAIN: Readonly<
  Record<string, readonly [string, (value: unknown) => boolean]>
> = {
  string: ["a text", (value) => typeof value === "string"],
  guid: [
    "a GUID in lower case without braces",
    (value) => typeof value === "string" && GUID.test(value),
  ],
  boolean: ["true or false", (value) => typeof value === "boolean"],
  uint32: [
    "a number of 32 bits",
    (value) => Number.isInteger(value) && value === Number(value) >>> 0,
  ],
  uint64: [
    "a text of decimal digits",
    (value) => typeof value === "string" && /^[0-9]{1,20}$/.test(value),
  ],
};

/**
 * Brings an object into the form of a record: a field that is missing is null, an
 * empty list or false, a field that is not the record's is left out.
 *
 * @param value What should be the object
 * @param fields The fields of the record
 * @param path The name of the record in another one; empty for the outermost
 * @returns The record
 * @throws {FieldError} If a field has another form
 */
export function conformRecord(
  value: unknown,
  fields: readonly Field[],
  path = "",
): Record<string, unknown> {
  if (!isObject(value)) throw new FieldError(path, "an object");
  const prefix = path === "" ? "" : `${path}.`;
  return Object.fromEntries(
    fields.map((field) => [
      field.name,
      conformField(value[field.name] ?? null, field.type, prefix + field.name),
    ]),
  );
}

function conformField(value: unknown, type: string, path: string): unknown {
  const { base, isList, isNullable } = parseFieldType(type);
  if (value === null) {
    if (isNullable) return null;
    if (isList) return [];
    if (base === "boolean") return false;
    throw new FieldError(path, "there");
  }
  if (!isList) return conformItem(value, base, path);
  if (!Array.isArray(value)) throw new FieldError(path, "a list");
  return value.map((item, index) =>
    conformItem(item, base, `${path}[${index}]`)
  );
}

function conformItem(value: unknown, base: string, path: string): unknown {
  if (base === "value") return conformValue(value, path);
  const record = RECORD_FIELDS[base];
  if (record !== undefined) return conformRecord(value, record.fields, path);
  const plain = PLAIN[base];
  const holds = plain?.[1](value) ?? base.split("|").includes(`'${value}'`);
  if (!holds) throw new FieldError(path, plain?.[0] ?? `one of ${base}`);
  return value;
}

/** A typed value of the engine, whose `value` may be a range of two others. */
function conformValue(value: unknown, path: string, depth = 1): unknown {
  const type = isObject(value) ? value["type"] : null;
  if (!isObject(value) || typeof type !== "string") {
    throw new FieldError(path, "a typed value");
  }
  const inner = value["value"] ?? null;
  if (isObject(inner) && depth > 0) {
    const [low, high] = ["low", "high"].map((end) =>
      conformValue(inner[end], `${path}.value.${end}`, depth - 1)
    );
    return { type, value: { low, high } };
  }
  if (inner !== null && !["string", "number"].includes(typeof inner)) {
    throw new FieldError(`${path}.value`, "a number, a text or a range");
  }
  return { type, value: inner };
}

/** Whether a value of JSON is an object, not a list. */
export function isObject(
  value: unknown,
): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
