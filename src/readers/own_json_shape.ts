/**
 * What our own JSON must look like, field by field: a file may come from an earlier
 * version, which lacks fields, or from another hand, which may hold anything.
 *
 * @module
 */

import type { Kind } from "../model/record.ts";

/** The form of a value: one that may be missing is null then, unless said otherwise. */
export type Shape =
  | "text"
  | "guid"
  | "digits"
  | "number"
  | "boolean"
  /** A boolean, false if missing. */
  | "flag"
  /** Texts, none if missing. */
  | "texts"
  /** Texts, or null. */
  | "texts?"
  /** A typed value of the engine. */
  | "value"
  | { readonly list: Shape; readonly nullable?: boolean }
  | { readonly object: Readonly<Record<string, Shape>> };

/** A value that does not have its form. */
export class ShapeError extends Error {
  /** The field, such as `owner.product`. */
  readonly field: string;

  constructor(field: string, expected: string) {
    super(`"${field}" is not ${expected}`);
    this.name = "ShapeError";
    this.field = field;
  }
}

const OWNER: Shape = {
  object: {
    product: "text",
    vendor: "text",
    confidence: "text",
    evidence: "text",
  },
};
const SINCE: Shape = { object: { ntddi: "text", windows: "text" } };
const SHARED = {
  kind: "text",
  name: "text",
  guid: "guid",
  aliases: "texts",
  displayName: "text",
  description: "text",
  references: "texts",
  source: "text",
} as const;
const NAMED = {
  ...SHARED,
  since: SINCE,
  builtin: "flag",
  notes: "texts",
} as const;

/** The records, by kind. */
export const RECORD_SHAPES: Readonly<
  Record<Kind, Readonly<Record<string, Shape>>>
> = {
  callout: {
    ...NAMED,
    layer: "text",
    layerGuid: "guid",
    addressFamily: "text",
    reserved: "flag",
    registered: "boolean",
    persistent: "boolean",
    flags: "texts?",
    provider: "text",
    providerGuid: "guid",
    providerData: "text",
    runtimeId: "number",
    owner: OWNER,
    owners: { list: OWNER },
    observed: {
      object: {
        displayName: "text",
        localizedNames: {
          list: { object: { locale: "text", name: "text" } },
        },
        layer: "text",
        layerGuid: "guid",
        flags: "texts?",
        registered: "boolean",
        runtimeId: "number",
        seenIn: "texts",
      },
    },
  },
  layer: {
    ...NAMED,
    addressFamily: "text",
    mode: "text",
    runtimeName: "text",
    runtimeId: "number",
    runtimeIds: { list: { object: { windows: "text", id: "number" } } },
    flags: "texts?",
    defaultSublayer: "text",
    defaultSublayerGuid: "guid",
  },
  sublayer: {
    ...NAMED,
    weight: "number",
    flags: "texts?",
    provider: "text",
    providerGuid: "guid",
    providerData: "text",
  },
  provider: {
    ...NAMED,
    flags: "texts?",
    serviceName: "text",
    providerData: "text",
  },
  filter: {
    kind: "text",
    guid: "guid",
    displayName: "text",
    description: "text",
    callout: "guid",
    calloutName: "text",
    layer: "text",
    layerGuid: "guid",
    sublayer: "text",
    sublayerGuid: "guid",
    sublayerWeight: "number",
    weight: "value",
    effectiveWeight: "digits",
    action: "text",
    flags: "texts?",
    conditions: {
      list: { object: { field: "text", match: "text", value: "value" } },
      nullable: true,
    },
    provider: "text",
    providerGuid: "guid",
    providerContext: "guid",
    filterId: "digits",
    source: "text",
  },
  condition: NAMED,
  // deno-lint-ignore camelcase
  keying_module: NAMED,
  // deno-lint-ignore camelcase
  provider_context: NAMED,
};

/** What a snapshot holds beside its lists of records. */
export const SNAPSHOT_SHAPE: Readonly<Record<string, Shape>> = {
  time: "text",
  computer: "text",
  windows: "text",
  complete: "flag",
  warnings: "texts",
};

function conform(value: unknown, shape: Shape, field: string): unknown {
  if (value === null || value === undefined) return emptyOf(shape);
  if (typeof shape === "object") {
    return "list" in shape
      ? conformList(value, shape.list, field)
      : conformObject(value, shape.object, field);
  }
  if (shape === "texts" || shape === "texts?") {
    return conformList(value, "text", field);
  }
  if (shape === "value") return conformValue(value, field);
  const [expected, holds] = PLAIN[shape];
  if (!holds(value)) throw new ShapeError(field, expected);
  return value;
}

function emptyOf(shape: Shape): unknown {
  if (shape === "flag") return false;
  if (shape === "texts") return [];
  const isList = typeof shape === "object" && "list" in shape;
  return isList && shape.nullable !== true ? [] : null;
}

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const PLAIN: Readonly<
  Record<
    "text" | "guid" | "digits" | "number" | "boolean" | "flag",
    readonly [string, (value: unknown) => boolean]
  >
> = {
  text: ["a text", (value) => typeof value === "string"],
  guid: [
    "a GUID in lower case without braces",
    (value) => typeof value === "string" && GUID.test(value),
  ],
  digits: [
    "a text of decimal digits",
    (value) => typeof value === "string" && /^\d{1,20}$/.test(value),
  ],
  number: ["a number", Number.isFinite],
  boolean: ["true or false", (value) => typeof value === "boolean"],
  flag: ["true or false", (value) => typeof value === "boolean"],
};

function conformList(value: unknown, shape: Shape, field: string): unknown[] {
  if (!Array.isArray(value)) throw new ShapeError(field, "a list");
  return value.map((item, index) => {
    if (item === null) throw new ShapeError(`${field}[${index}]`, "there");
    return conform(item, shape, `${field}[${index}]`);
  });
}

/**
 * Brings an object into its form: missing fields get their empty value, unknown
 * fields are left out.
 *
 * @param value The object
 * @param shape The forms of its fields
 * @param field Its name, for errors; empty for a record itself
 * @returns The object in that form
 * @throws {ShapeError} If it has another form
 */
export function conformObject(
  value: unknown,
  shape: Readonly<Record<string, Shape>>,
  field: string,
): Record<string, unknown> {
  if (!isObject(value)) {
    throw new ShapeError(field || "the record", "an object");
  }
  const result: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(shape)) {
    const path = field === "" ? name : `${field}.${name}`;
    result[name] = conform(value[name], inner, path);
  }
  return result;
}

function conformValue(value: unknown, field: string): unknown {
  if (!isObject(value) || typeof value["type"] !== "string") {
    throw new ShapeError(field, "a typed value");
  }
  const inner = value["value"] ?? null;
  if (!isObject(inner)) {
    if (!["string", "number"].includes(typeof inner) && inner !== null) {
      throw new ShapeError(`${field}.value`, "a number, a text or a range");
    }
    return { type: value["type"], value: inner };
  }
  const ends = ["low", "high"].map((end) => {
    const bound = inner[end];
    // A range has plain ends: one within another is no value of the engine.
    if (isObject(bound) && isObject(bound["value"])) {
      throw new ShapeError(`${field}.value.${end}`, "a plain value");
    }
    return conformValue(bound, `${field}.value.${end}`);
  });
  return { type: value["type"], value: { low: ends[0], high: ends[1] } };
}

/** Whether a value of JSON is an object, not a list. */
export function isObject(
  value: unknown,
): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
