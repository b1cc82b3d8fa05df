import type { RawEvent } from "../model/raw_event.ts";
import {
  asText,
  firstText,
  flatten,
  isObject,
  lookUp,
} from "./event_columns.ts";
import { readEventData } from "./event_xml.ts";
import { parseXmlElement } from "./event_xml_element.ts";
import { parseEventJson } from "./parse_event_json.ts";

/** Reads the fields, whatever the tool made of `<EventData>`. */
export function readData(data: unknown): Pick<RawEvent, "fields" | "values"> {
  if (typeof data === "string") return readDataText(data);
  if (Array.isArray(data)) return readDataItems(data);
  if (!isObject(data)) return { fields: new Map(), values: null };
  const inner = lookUp(data, "eventdata");
  if (isObject(inner)) return readData(inner);
  const items = lookUp(data, "data");
  if (items !== undefined) return readDataItems(items);
  const fields = new Map<string, string>();
  for (const [key, value] of Object.entries(data)) {
    const text = asText(value);
    if (text !== null && !/^[@#]/.test(key)) {
      fields.set(key.toLowerCase(), text);
    }
  }
  return { fields, values: null };
}

function readDataText(text: string): Pick<RawEvent, "fields" | "values"> {
  const none = { fields: new Map<string, string>(), values: null };
  try {
    if (/^\s*\{/.test(text)) return readData(parseEventJson(text));
    if (!/^\s*</.test(text)) return none;
    // A root of ours, since ParameterXml has none.
    const parsed = parseXmlElement(`<Root>${text}</Root>`, 0, "Root");
    const roots = parsed?.element.children ?? [];
    if (roots[0]?.name === "Data") return readEventData(parsed?.element);
    if (roots[0]?.name === "Param") {
      return { fields: new Map(), values: roots.map((item) => item.text) };
    }
    const root = roots.find((item) => item.name !== "xml");
    const data = root?.name === "EventData"
      ? root
      : root?.children.find((item) => item.name === "EventData");
    return readEventData(data);
  } catch {
    return none;
  }
}

/** Where a tool puts the name of a field. */
const NAME_KEYS = ["@name", "#attributes.name", "$.name", "name"];

/** `{FilterRTID: "7"}`, as OpenTelemetry writes a field of a list. */
function onlyPair(
  item: ReadonlyMap<string, unknown>,
): readonly [name: string, text: string] | null {
  const [entry] = item;
  if (
    entry === undefined || item.size > 1 ||
    /^(?:\W|value$|text$|_$)/.test(entry[0])
  ) {
    return null;
  }
  const text = asText(entry[1]);
  return text === null ? null : [entry[0], text];
}

/** `Data: […]`, its items texts or objects with a name and a text. */
function readDataItems(items: unknown): Pick<RawEvent, "fields" | "values"> {
  const fields = new Map<string, string>();
  const values: string[] = [];
  for (const item of Array.isArray(items) ? items : [items]) {
    const flat = isObject(item) ? flatten(item) : new Map<string, unknown>();
    const name = firstText(flat, NAME_KEYS);
    const text = isObject(item)
      ? firstText(flat, ["#text", "value", "text", "_"]) ?? ""
      : asText(item) ?? "";
    const pair = name === null ? onlyPair(flat) : null;
    if (pair !== null) fields.set(...pair);
    else if (name === null) values.push(text);
    else fields.set(name.toLowerCase(), text);
  }
  return { fields, values: values.length > 0 ? values : null };
}

/** Fields of every event of the platform: without either, columns hold none. */
const SURE_FIELDS = ["providerkey", "filterrtid"];
/** Names of fields that columns around an event have, too. */
const HEADER_COLUMNS: ReadonlySet<string> = new Set([
  "processid",
  "providername",
]);

/** The columns themselves, and EvtxECmd's `PayloadData1: "Name: value"`. */
export function fieldsOfColumns(
  columns: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, string> {
  const hasFields = SURE_FIELDS.some((name) => columns.has(name));
  const fields = new Map<string, string>();
  for (const [key, value] of columns) {
    const text = asText(value);
    if (text === null || (!hasFields && HEADER_COLUMNS.has(key))) continue;
    fields.set(key, text);
    const pair = /^payloaddata\d$/.test(key)
      ? /^(\w+): (.*)$/s.exec(text)
      : null;
    if (pair !== null) fields.set((pair[1] ?? "").toLowerCase(), pair[2] ?? "");
  }
  return fields;
}

/** What `ConvertTo-Json` writes for a value that is deeper than it goes. */
const TYPE_NAME = "System.Diagnostics.Eventing.Reader.EventProperty";

/** `Properties: [{Value: …}]` of `Get-WinEvent | ConvertTo-Json`; null if it lost them. */
export function listProperties(properties: unknown): readonly string[] | null {
  if (!Array.isArray(properties) || properties.includes(TYPE_NAME)) return null;
  return properties.map((item) => {
    const value = isObject(item) ? lookUp(item, "value") : item;
    return asText(isObject(value) ? lookUp(value, "value") : value) ?? "";
  });
}
