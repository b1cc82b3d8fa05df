import { parseFieldType, type RecordFields } from "../model/fields.ts";
import { CATALOG_KINDS } from "../model/kinds.ts";

/** The records that have a schema of their own: what commands print. */
export const SCHEMA_NAMES: readonly string[] = [
  ...CATALOG_KINDS,
  "filter",
  "resolution",
  "verdict",
  "finding",
  "difference",
  "event",
  "snapshot",
];

/** What a schema is made from. */
export interface JsonSchemaOptions {
  readonly records: Readonly<Record<string, RecordFields>>;
  readonly version: number;
}

type Schema = Record<string, unknown>;

const GUID_PATTERN =
  "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$";

const PRIMITIVES: Readonly<Record<string, Schema>> = {
  string: { type: "string" },
  guid: { type: "string", pattern: GUID_PATTERN },
  boolean: { type: "boolean" },
  uint32: { type: "integer", minimum: 0, maximum: 4294967295 },
  uint64: { type: "string", pattern: "^[0-9]{1,20}$" },
  time: { type: "string", format: "date-time" },
  any: {},
};

const KINDS = ["callout", "layer", "sublayer", "provider", "named", "filter"];

/**
 * Makes the JSON Schema of a record from its rows. Every field is required and
 * no other one is allowed.
 *
 * @param name One of {@linkcode SCHEMA_NAMES}
 * @param options All records, and the version that goes into the schema's `$id`
 * @returns A schema of draft 2020-12 that refers to nothing outside itself
 */
export function makeJsonSchema(
  name: string,
  { records, version }: JsonSchemaOptions,
): Schema {
  const nested = new Set<string>();
  const root = makeObject(name, records, nested);
  const definitions: Schema = {};
  for (const each of nested) {
    definitions[each] = makeDefinition(each, records, nested);
  }
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: `urn:wfpcallout:schema:${version}:${name}`,
    ...root,
    ...(nested.size > 0 ? { $defs: definitions } : {}),
  };
}

/** Names that stand for more than one record. */
function makeDefinition(
  name: string,
  records: JsonSchemaOptions["records"],
  nested: Set<string>,
): Schema {
  if (name === "record") {
    return { oneOf: KINDS.map((kind) => makeObject(kind, records, nested)) };
  }
  if (name !== "match") return makeObject(name, records, nested);
  return {
    oneOf: KINDS.map((kind) => {
      const schema = makeObject(kind, records, nested) as {
        properties: Schema;
        required: string[];
      };
      return {
        ...schema,
        properties: { ...schema.properties, reading: { type: "string" } },
        required: [...schema.required, "reading"],
      };
    }),
  };
}

function makeObject(
  name: string,
  records: JsonSchemaOptions["records"],
  nested: Set<string>,
): Schema {
  const record = records[name] ?? records["named"];
  const fields = record?.fields ?? [];
  return {
    title: record?.title ?? name,
    type: "object",
    properties: Object.fromEntries(
      fields.map(({ name: field, type, meaning }) => [
        field,
        { description: meaning, ...makeType(type, nested) },
      ]),
    ),
    required: fields.map((field) => field.name),
    additionalProperties: false,
  };
}

function makeType(type: string, nested: Set<string>): Schema {
  const { base, isList, isNullable } = parseFieldType(type);
  const item = makeBase(base, nested);
  const schema = isList ? { type: "array", items: item } : item;
  return isNullable ? { anyOf: [schema, { type: "null" }] } : schema;
}

function makeBase(base: string, nested: Set<string>): Schema {
  if (base.startsWith("'")) {
    return { enum: base.split("|").map((word) => word.slice(1, -1)) };
  }
  const primitive = PRIMITIVES[base];
  if (primitive !== undefined) return primitive;
  nested.add(base);
  return { $ref: `#/$defs/${base}` };
}
