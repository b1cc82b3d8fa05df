import { InputError } from "../model/errors.ts";
import type { RawEvent } from "../model/raw_event.ts";
import type { EventFile, EventItem } from "./event_item.ts";
import { damagedAt, type EventText } from "./event_text.ts";
import { parseEventTime } from "./event_time.ts";
import {
  parseXmlElement,
  XmlDamage,
  type XmlElement,
} from "./event_xml_element.ts";

const MAX_EVENT_CHARACTERS = 1024 * 1024;
const EVENT_START = /<(?:\w+:)?Event(?=[\s>/])/g;
/** A tag of the root element; with a slash one that ends it. */
const ROOT_MARK = /<\/Events|<Events(?:\/|[\s>])/g;
const LOST_EVENT = /<(?:System|EventData|Data)\b|<\/Event>/;
/** As long as what `EVENT_START` or `LOST_EVENT` must see whole. */
const OVERLAP = 64;

/**
 * Reads Event XML: events one behind another, with a root or without, with what
 * Event Viewer's copy puts before tags.
 *
 * @param text The file, from its start
 * @param file The file's name
 * @returns Events, and an error for each damaged place
 */
export function* readEventXml(
  text: EventText,
  file: EventFile,
): Generator<EventItem> {
  let count = 0;
  let isLost = false;
  let sawRoot = false;
  let isRootOpen = false;
  for (;;) {
    EVENT_START.lastIndex = text.at;
    const found = EVENT_START.exec(text.buffer);
    const gapEnd = found?.index ??
      Math.max(text.at, text.buffer.length - (text.isComplete ? 0 : OVERLAP));
    const gap = text.buffer.slice(text.at, gapEnd);
    if (gap.includes("<!DOCTYPE")) {
      yield { kind: "error", error: doctypeError(text, file) };
      return;
    }
    const marks = text.buffer.slice(text.at, gapEnd + 8).match(ROOT_MARK) ?? [];
    for (const mark of marks) isRootOpen = !/[/]/.test(mark);
    sawRoot ||= marks.length > 0;
    const lost = isLost ? -1 : gap.search(LOST_EVENT);
    if (lost !== -1) {
      isLost = true;
      const line = text.lineAt(text.at + lost);
      yield damaged({ line }, file, "its start tag is missing");
    }
    text.advance(gapEnd);
    if (found === null) {
      if (text.isComplete) break;
      text.fill();
      continue;
    }
    count++;
    isLost = yield* readOne(text, file);
  }
  if (count === 0 && !sawRoot && !isLost) {
    yield { kind: "error", error: noEventsError(file) };
  } else if (isRootOpen && !isLost) {
    const place = { file: file.file, line: text.line };
    const error = damagedAt(place, "the events", "they are cut short");
    yield { kind: "error", error };
  }
}

/** Reads the event at the cursor; returns whether its end was lost. */
function* readOne(
  text: EventText,
  file: EventFile,
): Generator<EventItem, boolean> {
  const line = text.line;
  try {
    const parsed = parseAtCursor(text);
    text.advance(parsed.end);
    const event = toRawEvent(parsed.element);
    yield event === null
      ? damaged({ line }, file, "it has no event number")
      : { kind: "event", event };
    return false;
  } catch (error) {
    if (!(error instanceof XmlDamage)) throw error;
    yield damaged({ line }, file, error.message);
    skipRest(text, Math.max(error.index, text.at + 1));
    return true;
  }
}

function parseAtCursor(
  text: EventText,
): { readonly element: XmlElement; readonly end: number } {
  for (;;) {
    const parsed = parseXmlElement(text.buffer, text.at, "Event");
    if (parsed !== null) return parsed;
    if (text.isComplete) throw new XmlDamage("it is cut short", text.at);
    if (text.buffer.length - text.at > MAX_EVENT_CHARACTERS) {
      throw new XmlDamage("it has no end within 1,048,576 characters", text.at);
    }
    text.fill();
  }
}

/** Goes behind the end of a damaged event, or to where the next one can begin. */
function skipRest(text: EventText, from: number): void {
  EVENT_START.lastIndex = from;
  const next = EVENT_START.exec(text.buffer)?.index ??
    Math.max(from, text.buffer.length - OVERLAP);
  const end = text.buffer.indexOf("</Event>", from);
  text.advance(end === -1 || end > next ? next : end + "</Event>".length);
}

/**
 * Makes an event of its element.
 *
 * @param event The `<Event>` element
 * @returns The event, or null if it has no number
 */
export function toRawEvent(event: XmlElement): RawEvent | null {
  const system = child(event, "System");
  const provider = child(system, "Provider")?.attributes;
  const time = child(system, "TimeCreated")?.attributes.get("SystemTime");
  const idText = child(system, "EventID")?.text.trim() ?? "";
  if (!/^\d{1,9}$/.test(idText)) return null;
  const message = child(child(event, "RenderingInfo"), "Message")?.text ?? null;
  return {
    eventId: Number(idText),
    provider: provider?.get("Name") ?? provider?.get("Guid") ?? null,
    time: time === undefined ? null : parseEventTime(time, 0),
    hasLocalTime: false,
    computer: textOf(child(system, "Computer")),
    recordId: textOf(child(system, "EventRecordID")),
    ...readEventData(child(event, "EventData")),
    message,
  };
}

/**
 * Reads the fields of an `<EventData>` element.
 *
 * @param data The element; undefined if the event has none
 * @returns The named fields, and all values in order
 */
export function readEventData(
  data: XmlElement | undefined,
): Pick<RawEvent, "fields" | "values"> {
  const fields = new Map<string, string>();
  const values: string[] = [];
  for (const item of data?.children ?? []) {
    const name = item.attributes.get("Name") ?? "";
    if (name === "") values.push(item.text);
    else fields.set(name.toLowerCase(), item.text);
  }
  return { fields, values: values.length > 0 ? values : null };
}

function child(
  element: XmlElement | undefined,
  name: string,
): XmlElement | undefined {
  return element?.children.find((item) => item.name === name);
}

function textOf(element: XmlElement | undefined): string | null {
  const text = element?.text.trim() ?? "";
  return text === "" ? null : text;
}

function damaged(
  place: { readonly line: number },
  file: EventFile,
  reason: string,
): EventItem {
  const at = { file: file.file, line: place.line };
  return { kind: "error", error: damagedAt(at, "the event", reason) };
}

function doctypeError(text: EventText, file: EventFile): InputError {
  return new InputError(
    "doctype",
    `Cannot read "${file.file}": it has a DOCTYPE, which Event XML never has`,
    { place: { file: file.file, line: text.line } },
  );
}

function noEventsError(file: EventFile): InputError {
  return new InputError(
    "notEvents",
    `Cannot read events from "${file.file}": it is XML, but not Event XML`,
    {
      place: { file: file.file },
      hint: "use --from for a file that netsh wrote",
    },
  );
}
