import type { EventFile, EventItem } from "./event_item.ts";
import { toRawEvents } from "./event_shape.ts";
import { damagedAt, type EventText } from "./event_text.ts";
import { parseEventJson } from "./parse_event_json.ts";

const MAX_VALUE_CHARACTERS = 16 * 1024 * 1024;
/** How much is looked at to tell what stands on a line. */
const MAX_FIRST_LINE_CHARACTERS = 1024 * 1024;
const STRUCTURE = /["{}[\]]/g;
const STRING_END = /["\\]/g;

/** A JSON text and the line that it begins on. */
interface JsonText {
  readonly text: string;
  readonly line: number;
}

/**
 * Reads events that a log shipper or an EVTX tool wrote as JSON: a value a line, values
 * over several lines, or an array of them.
 *
 * @param text The file, from its start
 * @param file The file's name
 * @returns Events, and an error for each damaged line or value
 */
export function* readEventJson(
  text: EventText,
  file: EventFile,
): Generator<EventItem> {
  const texts = isLines(text) ? listLines(text) : listValues(text);
  for (const item of texts) yield* readValue(item, file);
}

function* readValue(item: JsonText, file: EventFile): Generator<EventItem> {
  const place = { file: file.file, line: item.line };
  let value: unknown;
  try {
    value = parseEventJson(item.text);
  } catch (cause) {
    const error = damagedAt(place, "the event", jsonReason(item.text, cause));
    yield { kind: "error", error };
    return;
  }
  for (const event of toRawEvents(value)) {
    yield event === null
      ? {
        kind: "error",
        error: damagedAt(place, "the event", "it has no event number"),
      }
      : { kind: "event", event };
  }
}

function jsonReason(text: string, cause: unknown): string {
  if (/^[{[]/.test(text) && !/[}\]]\s*$/.test(text)) return "it is cut short";
  return cause instanceof SyntaxError ? "it is not valid JSON" : String(cause);
}

/** Whether each line is a value of its own, as its first line shows. */
function isLines(text: EventText): boolean {
  // No pattern: one that looks for the end of a line from each place of it is quadratic
  while (!text.isComplete && !text.buffer.trimStart().includes("\n")) {
    if (text.buffer.length > MAX_FIRST_LINE_CHARACTERS) break;
    text.fill();
  }
  const [first = "", second = ""] = text.buffer.trimStart().split("\n", 2);
  if (first.startsWith("[")) return false;
  return /\}\s*$/.test(first) || second.startsWith("{");
}

function* listLines(text: EventText): Generator<JsonText> {
  for (;;) {
    const end = text.buffer.indexOf("\n", text.at);
    const isTooLong = end === -1 &&
      text.buffer.length - text.at > MAX_VALUE_CHARACTERS;
    if (end === -1 && !text.isComplete && !isTooLong) {
      text.fill();
      continue;
    }
    const to = end === -1 ? text.buffer.length : end;
    const line = text.buffer.slice(text.at, to).trim();
    if (line !== "") yield { text: line.replace(HEAD, ""), line: text.line };
    if (end === -1 && text.isComplete) return;
    text.advance(end === -1 ? to : end + 1);
  }
}

/**
 * What syslog puts before a value: a number or a date, then names.
 *
 * @param flags Those of the pattern, such as `m`
 */
export function syslogHead(flags = ""): RegExp {
  const start =
    "<\\d{1,3}>|[A-Z][a-z]{2} +\\d{1,2} \\d\\d:|\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:";
  return new RegExp(`^(?:${start})[^{\\n]{0,2000}(?=\\{\\s*")`, flags);
}

const HEAD = syslogHead();

/**
 * Lists the objects of a file, whatever arrays and commas stand around them; of an array
 * without an end its bracket is the last.
 */
function* listValues(text: EventText): Generator<JsonText> {
  const isArray = text.buffer.trimStart().startsWith("[");
  let isOpen = isArray;
  for (;;) {
    const start = text.buffer.indexOf("{", text.at);
    if (start === -1) {
      if (text.buffer.includes("]", text.at)) isOpen = false;
      text.advance(text.buffer.length);
      if (!text.isComplete) {
        text.fill();
        continue;
      }
      if (isOpen) yield { text: "[", line: text.line };
      return;
    }
    isOpen = isArray;
    text.advance(start);
    const line = text.line;
    const indent = indentBefore(text.buffer, start);
    const end = findValueEnd(text);
    if (end !== null) {
      yield { text: text.buffer.slice(text.at, end), line };
      text.advance(end);
      continue;
    }
    // Its own end is what is missed first.
    isOpen = false;
    const next = text.buffer.indexOf(`\n${indent}{`, text.at);
    const stop = next === -1 ? text.buffer.length : next;
    yield { text: text.buffer.slice(text.at, stop).slice(0, 200), line };
    text.advance(stop);
  }
}

function indentBefore(text: string, at: number): string {
  const line = text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
  return line.trim() === "" ? line : "";
}

/** Finds the end of the object at the cursor; null if it has none. */
function findValueEnd(text: EventText): number | null {
  const state = { at: text.at, depth: 0, inString: false };
  for (;;) {
    if (scanValue(text.buffer, state)) return state.at;
    if (
      text.isComplete || text.buffer.length - text.at > MAX_VALUE_CHARACTERS
    ) return null;
    const done = state.at - text.at;
    text.fill();
    state.at = done;
  }
}

/** Goes on over a value's text; true when `state.at` is behind its end. */
function scanValue(
  text: string,
  state: { at: number; depth: number; inString: boolean },
): boolean {
  for (;;) {
    const pattern = state.inString ? STRING_END : STRUCTURE;
    pattern.lastIndex = state.at;
    const found = pattern.exec(text);
    if (found === null) {
      state.at = text.length;
      return false;
    }
    const mark = found[0];
    if (mark === "\\") {
      // The escaped character may be in the next piece of the file.
      if (found.index + 1 >= text.length) {
        state.at = found.index;
        return false;
      }
      state.at = found.index + 2;
      continue;
    }
    state.at = found.index + 1;
    if (mark === '"') state.inString = !state.inString;
    else if (mark === "{" || mark === "[") state.depth++;
    else if (--state.depth === 0) return true;
  }
}
