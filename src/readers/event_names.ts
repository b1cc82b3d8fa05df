import { asText } from "./event_columns.ts";

/** What exports wrap events in, one or several. */
export const LISTS: readonly string[] = [
  "events",
  "event",
  "records",
  "value",
  "hits",
  "results",
  "tables",
  "data",
  "messages",
  "documents",
  "resourcelogs",
  "scopelogs",
  "logrecords",
];
/** What exports have the columns of one event in. */
export const HOLDERS: readonly string[] = [
  "fields",
  "properties",
  "result",
  "message",
  "body",
  "structured",
  "document",
  "data",
];
export const ID_KEYS: readonly string[] = [
  "winlog.event_id",
  "event_id",
  "event_id.id",
  "eventid",
  "id",
  "event.code",
  "eventcode",
];
export const PROVIDER_KEYS: readonly string[] = [
  "winlog.provider_name",
  "providerguid",
  "eventsourcename",
  "sourcename",
  "source_name",
  "provider",
  "provider.name",
  "winlog.provider_guid",
];
export const COMPUTER_KEYS: readonly string[] = [
  "winlog.computer_name",
  "computer_name",
  "computername",
  "computer",
  "hostname",
  "machinename",
  "host.name",
  "host",
];
export const RECORD_KEYS: readonly string[] = [
  "winlog.record_id",
  "eventrecordid",
  "record_number",
  "recordnumber",
  "recordid",
  "record_id",
];
export const MESSAGE_KEYS: readonly string[] = [
  "full_message",
  "message",
  "rendereddescription",
  "description",
];
/** Times that are in UTC by what the tools say of themselves, in order of choice. */
export const UTC_TIME_KEYS: readonly string[] = [
  "systemtime",
  "system_time",
  "timegenerated [utc]",
  "timegenerated",
  "time_generated",
  "timecreated",
  "timecreated.value",
  "timecreatedsystemtime",
];
/** Times of a record in a store, which says the event's own time if it has one. */
export const STORE_TIME_KEYS: readonly string[] = ["timestamp", "_time"];
/** Columns of tools whose times are in UTC without saying so; the first is of dumpers. */
export const UTC_SIGNS: readonly string[] = [
  "eventrecordid",
  "payload",
  "timegenerated",
  "timegenerated [utc]",
];
/** Where collectors keep the whole event, as XML or as JSON. */
export const WHOLE_KEYS: readonly string[] = [
  "rawxml",
  "properties.rawxml",
  "_raw",
  "result._raw",
  "xml",
  "event.original",
  "event",
  "body",
  "message",
];
export const DATA_KEYS: readonly string[] = [
  "winlog.event_data",
  "event_data",
  "eventdata",
  "payload",
  "parameterxml",
  "allfieldinfo",
];

/** What stands before the names of fields that are columns. */
const FIELDS = "winlog.event_data.";
/**
 * What collectors put before the names of columns, and what stands for it here: that of
 * Wazuh, of Winlogbeat in Graylog, and of what Graylog makes of dots. The first that
 * fits counts.
 */
const PREFIXES: readonly (readonly [prefix: string, common: string])[] = [
  ["data.win.eventdata.", FIELDS],
  ["win.eventdata.", FIELDS],
  ["data.win.system.", ""],
  ["win.system.", ""],
  ["winlogbeat_winlog_event_data_", FIELDS],
  ["winlogbeat_winlog_", "winlog."],
  ["winlogbeat_event_data_", FIELDS],
  ["winlogbeat_event_code", "event.code"],
  ["winlogbeat_event_original", "event.original"],
  ["winlogbeat_", ""],
  ["winlog_event_data_", FIELDS],
  ["winlog_", "winlog."],
];

/**
 * Adds the common names of columns to those that a collector gave them.
 *
 * @param columns The columns, their names in lower case; those of GELF, which has an
 *   underscore before each that is not its own, are told by `short_message`
 */
export function addCommonNames(columns: Map<string, unknown>): void {
  const prefixes = columns.has("short_message")
    ? [...PREFIXES, ["_", ""] as const]
    : PREFIXES;
  for (const [name, value] of [...columns]) {
    const found = prefixes.find(([prefix]) => name.startsWith(prefix));
    if (found === undefined) continue;
    const common = found[1] + name.slice(found[0].length);
    const isDoubled = common.startsWith(FIELDS) && name.includes("win.");
    if (columns.has(common)) continue;
    columns.set(common, isDoubled ? halveBackslashes(value) : value);
  }
}

/** Wazuh writes each backslash of a field twice. */
function halveBackslashes(value: unknown): unknown {
  const text = asText(value);
  const isSingle = text === null || /(?<!\\)\\(?:\\\\)*(?!\\)/.test(text);
  return isSingle ? value : text.replaceAll("\\\\", "\\");
}

/** The fields that are columns of their own beside those of the event's head. */
export function listFieldColumns(
  columns: ReadonlyMap<string, unknown>,
): Map<string, unknown> {
  return new Map(
    [...columns].filter(([name]) => name.startsWith(FIELDS))
      .map(([name, value]) => [name.slice(FIELDS.length), value]),
  );
}
