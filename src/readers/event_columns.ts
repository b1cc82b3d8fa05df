/** An object of JSON. */
export type Json = Readonly<Record<string, unknown>>;

/** All values by dotted path, in lower case; what has both forms keeps the first. */
export function flatten(
  object: Json,
  prefix = "",
  into = new Map<string, unknown>(),
): Map<string, unknown> {
  for (const [key, value] of Object.entries(object)) {
    const path = prefix + key.toLowerCase();
    if (!into.has(path)) into.set(path, value);
    const inner = onlyItem(value);
    if (isObject(inner) && prefix.split(".").length <= 4) {
      flatten(inner, `${path}.`, into);
    }
    if (prefix === "" && path.startsWith("winlog.event_data.")) {
      const name = path.slice("winlog.event_data.".length);
      if (!into.has(name)) into.set(name, value);
    }
  }
  return into;
}

/** The first of some columns that holds a text. */
export function firstText(
  columns: ReadonlyMap<string, unknown>,
  keys: readonly string[],
): string | null {
  for (const key of keys) {
    const text = asText(columns.get(key));
    if (text !== null && text !== "") return text;
  }
  return null;
}

/** A scalar as text; a list of one, as Elasticsearch gives fields, as its item. */
export function asText(value: unknown): string | null {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") {
    return `${value}`;
  }
  return Array.isArray(value) && value.length === 1 ? asText(value[0]) : null;
}

/** The item of a list of one, as xml2js gives elements; any other value itself. */
export function onlyItem(value: unknown): unknown {
  return Array.isArray(value) && value.length === 1 ? value[0] : value;
}

/** The value itself, or an object without members. */
export function asObject(value: unknown): Json {
  return isObject(value) ? value : {};
}

/** Whether a value is an object with members. */
export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A member by its name in any case. */
export function lookUp(object: Json, name: string): unknown {
  for (const [key, value] of Object.entries(object)) {
    if (key.toLowerCase() === name) return value;
  }
  return undefined;
}
