import { asObject, isObject, type Json, lookUp } from "./event_columns.ts";

const SCALARS: ReadonlySet<string> = new Set([
  "stringvalue",
  "intvalue",
  "doublevalue",
  "boolvalue",
]);
const MAX_DEPTH = 8;

/**
 * Takes a value out of what OpenTelemetry's exporters wrap each in:
 * `{stringValue: "x"}`, `{kvlistValue: {values: [{key, value}]}}`.
 *
 * @param value A value of any kind
 * @returns What is in it; the value itself if it is not wrapped
 *
 * @example Usage
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(unwrapAnyValue({ intValue: "7" }), "7");
 * ```
 */
export function unwrapAnyValue(value: unknown, depth = 0): unknown {
  const [name, inner] = onlyMember(value);
  if (SCALARS.has(name)) return inner;
  if (depth === MAX_DEPTH) return value;
  const values = lookUp(asObject(inner), "values");
  if (name === "arrayvalue") {
    return listItems(values).map((item) => unwrapAnyValue(item, depth + 1));
  }
  if (name !== "kvlistvalue") return value;
  return Object.fromEntries(
    listItems(values).filter(isObject).map((
      member,
    ) => [
      String(lookUp(member, "key")),
      unwrapAnyValue(lookUp(member, "value"), depth + 1),
    ]),
  );
}

function onlyMember(value: unknown): readonly [name: string, inner: unknown] {
  const members = isObject(value) ? Object.entries(value as Json) : [];
  const [name, inner] = members.length === 1 ? members[0] ?? [] : [];
  return [name?.toLowerCase() ?? "", inner];
}

function listItems(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
