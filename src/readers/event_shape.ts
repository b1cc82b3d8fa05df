import type { RawEvent } from "../model/raw_event.ts";
import {
  asObject,
  asText,
  firstText,
  flatten,
  isObject,
  type Json,
  lookUp,
} from "./event_columns.ts";
import { fieldsOfColumns, listProperties, readData } from "./event_data.ts";
import { parseEventTime } from "./event_time.ts";
import { toRawEvent } from "./event_xml.ts";
import { parseXmlElement, XmlDamage } from "./event_xml_element.ts";

const MAX_DEPTH = 8;
/** What exports wrap events in. */
const LISTS = [
  "events",
  "event",
  "records",
  "value",
  "hits",
  "results",
  "tables",
];
/** What exports have the columns of one event in. */
const HOLDERS = ["fields", "properties"];
const ID_KEYS = [
  "winlog.event_id",
  "event_id",
  "eventid",
  "id",
  "event.code",
];
const PROVIDER_KEYS = [
  "winlog.provider_name",
  "providerguid",
  "eventsourcename",
  "sourcename",
  "source_name",
  "provider",
  "winlog.provider_guid",
];
const COMPUTER_KEYS = [
  "winlog.computer_name",
  "computer_name",
  "computer",
  "hostname",
  "machinename",
  "host.name",
];
const RECORD_KEYS = [
  "winlog.record_id",
  "eventrecordid",
  "record_number",
  "recordnumber",
  "recordid",
];
const MESSAGE_KEYS = ["message", "rendereddescription"];
/** Times that are in UTC by what the tools say of themselves, in order of choice. */
const UTC_TIME_KEYS = [
  "systemtime",
  "timegenerated [utc]",
  "timegenerated",
  "timecreated",
  "timecreatedsystemtime",
];
/** Columns of tools whose times are in UTC without saying so; the first is of dumpers. */
const UTC_SIGNS = [
  "eventrecordid",
  "payload",
  "timegenerated",
  "timegenerated [utc]",
];
/** Where collectors keep the whole event as XML. */
const XML_KEYS = [
  "rawxml",
  "properties.rawxml",
  "_raw",
  "result._raw",
  "xml",
  "event.original",
  "event",
];
const DATA_KEYS = [
  "winlog.event_data",
  "event_data",
  "eventdata",
  "payload",
  "parameterxml",
];

/**
 * Makes events of one JSON value in the shape of NXLog, Winlogbeat, Azure Monitor,
 * EvtxECmd, python-evtx, evtx_dump or `Get-WinEvent`.
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
  if (isObject(inner) && isObject(lookUp(inner, "system"))) {
    return [fromSystem(inner)];
  }
  if (isObject(lookUp(value, "system"))) return [fromSystem(value)];
  const source = lookUp(value, "_source");
  if (isObject(source)) return toRawEvents(source, depth + 1);
  const flat = flatten(value);
  const event = fromXml(flat) ?? fromFlat(flat);
  if (event !== null) return [event];
  const rows = listRows(value);
  if (rows !== null) return toRawEvents(rows, depth + 1);
  const wrapped = HOLDERS.map((name) => lookUp(value, name)).find(isObject) ??
    LISTS.map((name) => lookUp(value, name))
      .find((item) => typeof item === "object" && item !== null);
  return wrapped === undefined ? [null] : toRawEvents(wrapped, depth + 1);
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

function fromXml(columns: ReadonlyMap<string, unknown>): RawEvent | null {
  const xml = firstText(columns, XML_KEYS)?.trim();
  if (!xml?.startsWith("<Event")) return null;
  try {
    const parsed = parseXmlElement(xml, 0, "Event");
    return parsed === null ? null : toRawEvent(parsed.element);
  } catch (error) {
    if (error instanceof XmlDamage) return null;
    throw error;
  }
}

/** `{System: …, EventData: …}`, as the dumpers of EVTX files write it. */
function fromSystem(event: Json): RawEvent | null {
  const system = flatten(asObject(lookUp(event, "system")));
  const eventId = ["eventid", "eventid.#text", "eventid.value"]
    .map((key) => parseId(system.get(key))).find((id) => id !== null) ?? null;
  if (eventId === null) return null;
  const attribute = (element: string, name: string): unknown =>
    [".#attributes.", ".@", ".", "_attributes."]
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
    ...readData(lookUp(event, "eventdata")),
    message: asText(lookUp(rendering, "message")),
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
  return {
    eventId,
    provider: readProvider(columns),
    ...readTime(columns),
    computer: firstText(columns, COMPUTER_KEYS),
    recordId: firstText(columns, RECORD_KEYS),
    fields: read.fields.size > 0 || read.values !== null
      ? read.fields
      : fieldsOfColumns(columns),
    values: read.values ?? listProperties(columns.get("properties")) ??
      listProperties(columns.get("stringinserts")),
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
  return {
    time: stamp === null ? null : parseEventTime(stamp, 0),
    hasLocalTime: false,
  };
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
