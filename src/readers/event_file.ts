import { InputError } from "../model/errors.ts";
import { type ByteInput, readFully } from "./byte_input.ts";
import type { EventFile, EventItem } from "./event_item.ts";
import { readEventJson, syslogHead } from "./event_json.ts";
import { EventText } from "./event_text.ts";
import { readEventXml } from "./event_xml.ts";
import { findPacked } from "./recognize_input.ts";

/** Enough to tell what a file is; a log of Windows has a head of this size. */
const HEAD_BYTES = 4096;
const SAMPLE_CHARACTERS = 64 * 1024;
const EVTX_SIGNATURE = "ElfFile\0";

/**
 * Reads a file of events in any of the forms that are known, told by its content.
 * What is held in memory does not grow with the file.
 *
 * @param input The file, from its start
 * @param file Its name, and its encoding if the user gave one
 * @returns Events, and an error for each damaged place, in the file's order
 */
export async function readEvents(
  input: ByteInput,
  file: EventFile,
): Promise<Iterable<EventItem>> {
  const start = new Uint8Array(HEAD_BYTES);
  const head = start.subarray(0, readFully(input, start));
  if (String.fromCharCode(...head.subarray(0, 8)) === EVTX_SIGNATURE) {
    const { readEvtx } = await import("./evtx.ts");
    return readEvtx(input, head, file);
  }
  const packed = findPacked(head);
  if (packed !== undefined) {
    return [{ kind: "error", error: notEvents(file, packed) }];
  }
  return readTextEvents(new EventText(input, head, file), file);
}

function* readTextEvents(
  text: EventText,
  file: EventFile,
): Generator<EventItem> {
  while (!text.isComplete && text.buffer.length < SAMPLE_CHARACTERS) {
    text.fill();
    // However many blanks there are, they tell nothing
    if (text.buffer.trim() === "") text.advance(text.buffer.length);
  }
  yield* readByForm(text, file);
  if (text.hasInvalid) {
    yield {
      kind: "warning",
      message:
        `"${file.file}" holds bytes that are not valid in its encoding: letters are lost there; name another with --encoding`,
    };
  }
}

function readByForm(text: EventText, file: EventFile): Iterable<EventItem> {
  const sample = text.buffer.slice(0, SAMPLE_CHARACTERS);
  const first = /[^\s]/.exec(sample)?.[0];
  if (first === undefined) return [];
  if (first === "{" || first === "[") return readEventJson(text, file);
  const isXml = first === "<" && !SYSLOG.test(sample);
  if (isXml || /<Events?[\s>]/.test(sample)) return readEventXml(text, file);
  if (/^\s*[{[]/m.test(sample) || syslogHead("m").test(sample)) {
    return readEventJson(text, file);
  }
  const error = notEvents(
    file,
    /&lt;Events?[\s&]/.test(sample) ? ESCAPED : OTHER,
  );
  return [{ kind: "error", error }];
}

/** The number that a line of syslog begins with. */
const SYSLOG = /^\s*<\d{1,3}>/;

const ESCAPED = {
  what: "Event XML written as HTML: its tags begin with &lt;",
  hint: "copy the XML as a browser displays the page",
};
const OTHER = {
  what: "neither Event XML nor JSON nor EVTX",
  hint: "wevtutil qe Security /f:xml writes events as XML",
};

function notEvents(
  { file }: EventFile,
  { what, hint }: { readonly what: string; readonly hint: string },
): InputError {
  return new InputError(
    "notEvents",
    `Cannot read events from "${file}": it is ${what}`,
    { place: { file }, hint },
  );
}
