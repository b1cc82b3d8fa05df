import type { RawEvent } from "../model/raw_event.ts";
import {
  asObject,
  asText,
  firstText,
  flatten,
  isObject,
  type Json,
  lookUp,
  onlyItem,
} from "./event_columns.ts";
import { fieldsOfColumns, listProperties, readData } from "./event_data.ts";
import {
  addCommonNames,
  COMPUTER_KEYS,
  DATA_KEYS,
  HOLDERS,
  ID_KEYS,
  listFieldColumns,
  LISTS,
  MESSAGE_KEYS,
  PROVIDER_KEYS,
  RECORD_KEYS,
  STORE_TIME_KEYS,
  UTC_SIGNS,
  UTC_TIME_KEYS,
  WHOLE_KEYS,
} from "./event_names.ts";
import { unwrapAnyValue } from "./event_otlp.ts";
import { parseEventTime } from "./event_time.ts";
import { toRawEvent } from "./event_xml.ts";
import { parseXmlElement, XmlDamage } from "./event_xml_element.ts";
import { parseEventJson } from "./parse_event_json.ts";

const MAX_DEPTH = 8;

/**
 * Makes events of one JSON value in the shape of NXLog, Winlogbeat, Azure Monitor,
 * EvtxECmd, python-evtx, evtx_dump, `Get-WinEvent`, Wazuh, OpenTelemetry or Graylog.
 *
 * @param value The value; arrays and the wrappers of exports are gone into
 * @returns The events in order; null stands for an object without an event number
 */
export function toRawEvents(value: unknown, depth = 0): (RawEvent | null)[] {
  if (depth > MAX_DEPTH) return [null];
  if (Array.isArray(value)) {
    return value.flatMap((item) => toRawEvents(item, depth + 1));
  }
  if (!isObject(value)) return [null];
  const inner = lookUp(value, "event");
  for (const event of [inner, value]) {
    if (!isObject(event)) continue;
    const system = onlyItem(lookUp(event, "system"));
    if (isObject(system)) return [fromSystem(event, system)];
  }
  const source = lookUp(value, "_source");
  if (isObject(source)) return toRawEvents(source, depth + 1);
  const flat = flatten(value);
  addCommonNames(flat);
  const event = fromWhole(flat, depth) ?? fromFlat(flat);
  if (event !== null) return [event];
  const rows = listRows(value);
  if (rows !== null) return toRawEvents(rows, depth + 1);
  return fromWrapper(value, depth);
}

/** Goes into what is wrapped round events, until some are found. */
function fromWrapper(value: Json, depth: number): (RawEvent | null)[] {
  for (const name of HOLDERS) {
    const held = unwrapAnyValue(lookUp(value, name));
    const events = typeof held === "string"
      ? [readWhole(held, depth)]
      : isObject(held)
      ? toRawEvents(held, depth + 1)
      : [null];
    if (events.some((event) => event !== null)) return events;
  }
  if (isOfOtherSystem(value)) return [];
  // What is no list and was gone into above is not gone into again
  const wrapped = LISTS.map((name) => [name, lookUp(value, name)] as const)
    .find(([name, item]) =>
      Array.isArray(item) || (isObject(item) && !HOLDERS.includes(name))
    )?.[1];
  return wrapped === undefined ? [null] : toRawEvents(wrapped, depth + 1);
}

/** Whether Wazuh took an entry from something else than an event log of Windows. */
function isOfOtherSystem(value: Json): boolean {
  return isObject(lookUp(value, "agent")) &&
    isObject(lookUp(value, "decoder")) &&
    !isObject(lookUp(asObject(lookUp(value, "data")), "win"));
}

/** The rows of a table as Azure Monitor answers: `{columns: [{name}], rows: [[…]]}`. */
function listRows(table: Json): Json[] | null {
  const [columns, rows] = ["columns", "rows"].map((name) =>
    lookUp(table, name)
  );
  if (!Array.isArray(columns) || !Array.isArray(rows)) return null;
  const names = columns.map((column) =>
    asText(lookUp(asObject(column), "name")) ?? ""
  );
  return rows.filter(Array.isArray).map((cells: readonly unknown[]) =>
    Object.fromEntries(names.map((name, i) => [name, cells[i]]))
  );
}

/** The event that a collector kept as it was, beside what it made of it. */
function fromWhole(
  columns: ReadonlyMap<string, unknown>,
  depth: number,
): RawEvent | null {
  for (const name of WHOLE_KEYS) {
    const text = asText(columns.get(name));
    const event = text === null ? null : readWhole(text, depth);
    if (event !== null) return event;
  }
  return null;
}

/** Reads an event that is a text, XML or JSON; null if it is neither. */
function readWhole(text: string, depth: number): RawEvent | null {
  const whole = text.trimStart();
  try {
    if (whole.startsWith("{")) {
      const [event, ...more] = toRawEvents(parseEventJson(whole), depth + 1);
      return more.length === 0 ? event ?? null : null;
    }
    const start = /^(?:<\?xml[^>]*>\s*)?(?=<Event[\s>])/.exec(whole);
    if (start === null) return null;
    const parsed = parseXmlElement(whole, start[0].length, "Event");
    return parsed === null ? null : toRawEvent(parsed.element);
  } catch (error) {
    if (error instanceof XmlDamage || error instanceof SyntaxError) return null;
    throw error;
  }
}

/** `{System: …, EventData: …}`, as the dumpers of EVTX files write it. */
function fromSystem(event: Json, head: Json): RawEvent | null {
  const system = flatten(head);
  const eventId = ["eventid", "eventid.#text", "eventid.value", "eventid._"]
    .map((key) => parseId(system.get(key))).find((id) => id !== null) ?? null;
  if (eventId === null) return null;
  const attribute = (element: string, name: string): unknown =>
    [".#attributes.", ".@", ".$.", ".", "_attributes."]
      .map((mark) => system.get(`${element}${mark}${name}`))
      .find((item) => item !== undefined);
  const time = asText(attribute("timecreated", "systemtime"));
  const rendering = asObject(lookUp(event, "renderinginfo"));
  return {
    eventId,
    provider: asText(attribute("provider", "name")) ??
      asText(attribute("provider", "guid")),
    time: time === null ? null : parseEventTime(time, 0),
    hasLocalTime: false,
    computer: asText(system.get("computer")),
    recordId: asText(system.get("eventrecordid")),
    ...readData(onlyItem(lookUp(event, "eventdata"))),
    message: asText(lookUp(rendering, "message")) ??
      asText(lookUp(event, "message")),
  };
}

/** One level of columns, whether or not the fields are in an object of their own. */
function fromFlat(columns: ReadonlyMap<string, unknown>): RawEvent | null {
  const eventId = ID_KEYS.map((key) => parseId(columns.get(key)))
    .find((id) => id !== null) ?? null;
  if (eventId === null) return null;
  const data = DATA_KEYS.map((key) => columns.get(key))
    .find((item) => item !== undefined && item !== null && item !== "");
  const read = readData(data);
  const own = listFieldColumns(columns);
  return {
    eventId,
    provider: readProvider(columns),
    ...readTime(columns),
    computer: firstText(columns, COMPUTER_KEYS),
    recordId: firstText(columns, RECORD_KEYS),
    fields: read.fields.size > 0 || read.values !== null
      ? read.fields
      : own.size > 0
      ? readData(Object.fromEntries(own)).fields
      : fieldsOfColumns(columns),
    values: read.values ?? listProperties(columns.get("properties")) ??
      listProperties(columns.get("stringinserts")) ??
      listProperties(columns.get("string_inserts")) ??
      listProperties(columns.get("replacementstrings")),
    message: firstText(columns, MESSAGE_KEYS),
  };
}

function readProvider(columns: ReadonlyMap<string, unknown>): string | null {
  const provider = firstText(columns, PROVIDER_KEYS);
  // Beside a key it is the name of an object of the platform.
  return provider !== null || columns.has("providerkey")
    ? provider
    : firstText(columns, ["providername"]);
}

function readTime(
  columns: ReadonlyMap<string, unknown>,
): Pick<RawEvent, "time" | "hasLocalTime"> {
  const isUtc = UTC_SIGNS.some((name) => columns.has(name));
  const utc = firstText(columns, UTC_TIME_KEYS);
  const local = firstText(columns, ["eventtime"]);
  const own = utc ?? local;
  if (own !== null) {
    const offset = utc !== null && isUtc ? 0 : shipperOffset(columns);
    const time = parseEventTime(own, offset);
    return { time, hasLocalTime: time === null };
  }
  const stamp = firstText(columns, ["@timestamp"]);
  if (stamp !== null) {
    return { time: parseEventTime(stamp, 0), hasLocalTime: false };
  }
  const stored = firstText(columns, STORE_TIME_KEYS);
  const time = stored === null ? null : parseEventTime(stored, null);
  return { time, hasLocalTime: false };
}

/**
 * Tells how far NXLog's local times are ahead of UTC where Logstash put its own time in
 * UTC beside them: both say when the event was received, a moment apart.
 */
function shipperOffset(columns: ReadonlyMap<string, unknown>): number | null {
  const received = firstText(columns, ["eventreceivedtime"]);
  const stamped = firstText(columns, ["@timestamp"]);
  if (received === null || stamped === null) return null;
  const local = parseEventTime(received, 0);
  const utc = parseEventTime(stamped, null);
  if (local === null || utc === null) return null;
  const quarterMs = 15 * 60_000;
  const ahead = Date.parse(local) - Date.parse(utc);
  const offset = Math.round(ahead / quarterMs) * quarterMs;
  const isZone = Math.abs(offset) <= 14 * 3_600_000;
  return isZone && Math.abs(ahead - offset) <= 60_000 ? offset : null;
}

function parseId(value: unknown): number | null {
  const text = asText(value)?.trim() ?? "";
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}
