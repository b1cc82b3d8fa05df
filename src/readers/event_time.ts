const ISO =
  /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?\s*(Z|UTC|[+-]\d\d:?\d\d)?$/i;
const DOT_NET_JSON = /^\/Date\((-?\d{1,16})(?:[+-]\d{4})?\)\/$/;
/** Seconds since 1970, or milliseconds if there are too many digits for that. */
const EPOCH = /^(?:(\d{9,10})(?:\.(\d{1,9}))?|(\d{12,13}))$/;
const US =
  /^(\d{1,2})\/(\d{1,2})\/(\d{4}),? (\d{1,2}):(\d\d):(\d\d)(?:\.(\d{1,9}))? ([AP]M)$/i;

/**
 * Writes a time in UTC.
 *
 * @param text ISO 8601 with a `T` or a blank, .NET's `/Date(…)/`, seconds or
 *   milliseconds since 1970, or the form of Azure's exports, `6/3/2021, 7:17:46.776 PM`
 * @param assumeOffsetMs What the zone is ahead of UTC if the text names none;
 *   null if that is not known
 * @returns ISO 8601 in UTC with at most seven digits of the second, or null
 */
export function parseEventTime(
  text: string,
  assumeOffsetMs: number | null,
): string | null {
  const trimmed = text.trim();
  const json = DOT_NET_JSON.exec(trimmed);
  if (json !== null) return formatTime(Number(json[1]), "");
  const epoch = EPOCH.exec(trimmed);
  if (epoch !== null) {
    const [, seconds, fraction = "", ms] = epoch;
    return formatTime(Number(ms ?? `${seconds}000`), fraction);
  }
  const iso = ISO.exec(trimmed);
  if (iso !== null) {
    const [, year, month, day, hour, minute, second, fraction, zone] = iso;
    const offset = zone === undefined ? assumeOffsetMs : parseZone(zone);
    if (offset === null) return null;
    const local = toMs([year, month, day, hour, minute, second].map(Number));
    return local === null ? null : formatTime(local - offset, fraction ?? "");
  }
  return parseUsTime(trimmed, assumeOffsetMs);
}

function parseUsTime(text: string, offset: number | null): string | null {
  const match = US.exec(text);
  if (match === null || offset === null) return null;
  const [month, day, year, hour, minute, second] = match.slice(1, 7)
    .map(Number) as [number, number, number, number, number, number];
  const afternoon = match[8]?.toUpperCase() === "PM" ? 12 : 0;
  const local = toMs([
    year,
    month,
    day,
    (hour % 12) + afternoon,
    minute,
    second,
  ]);
  return local === null ? null : formatTime(local - offset, match[7] ?? "");
}

function parseZone(zone: string): number {
  if (/^(Z|UTC)$/i.test(zone)) return 0;
  const digits = zone.replace(":", "");
  const minutes = Number(digits.slice(1, 3)) * 60 + Number(digits.slice(3, 5));
  return (digits.startsWith("-") ? -1 : 1) * minutes * 60_000;
}

function toMs(parts: readonly number[]): number | null {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] =
    parts;
  const ms = Date.UTC(year, month - 1, day, hour, minute, second);
  const date = new Date(ms);
  // Date.UTC takes the 31st of February for a day in March.
  const isReal = date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
  return isReal ? ms : null;
}

function formatTime(ms: number, fraction: string): string | null {
  const date = new Date(ms);
  if (Number.isNaN(date.getTime())) return null;
  const whole = date.toISOString();
  // Windows counts in units of 100 ns; more digits are padding.
  const digits = (fraction === "" ? whole.slice(20, 23) : fraction.slice(0, 7))
    .replace(/0+$/, "");
  return `${whole.slice(0, 19)}${digits === "" ? "" : `.${digits}`}Z`;
}
