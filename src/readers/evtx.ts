/**
 * Reads EVTX, the binary form of Windows' event logs, a chunk of 64 KB at a time.
 *
 * The library is used below its own entry, which opens files by itself and gives times in
 * milliseconds and texts with the white space changed.
 *
 * @module
 */

import { BinaryReader } from "@ts-evtx/core/dist/src/binary/BinaryReader.js";
import { ChunkHeader } from "@ts-evtx/core/dist/src/evtx/ChunkHeader.js";
import * as nodeTypes from "@ts-evtx/core/dist/src/evtx/node-specialisations.js";
import { Record as EvtxRecord } from "@ts-evtx/core/dist/src/evtx/Record.js";
import { InputError } from "../model/errors.ts";
import type {
  ByteInput,
  EventFile,
  EventItem,
  RawEvent,
} from "./event_item.ts";
import { toRawEvent } from "./event_xml.ts";
import { parseXmlElement } from "./event_xml_element.ts";

const CHUNK_BYTES = 0x10000;
const FIRST_RECORD = 0x200;
const RECORD_HEADER_BYTES = 0x18;
const RECORD_SIGNATURE = 0x00002a2a;
const DIRTY = 1;
/** 1601 to 1970 in units of 100 ns. */
const FILETIME_EPOCH = 116_444_736_000_000_000n;

// The library asks nodes for the names of their classes, which a minified bundle changes.
for (const [name, type] of Object.entries(nodeTypes)) {
  if (typeof type === "function") {
    Object.defineProperty(type, "name", { value: name });
  }
}

/** What the library's own types leave out. */
interface EvtxRoot {
  readonly substitutions: readonly unknown[];
  templateInstance(): EvtxTemplateInstance | null;
}

interface EvtxTemplateInstance {
  readonly "template_offset": number;
  renderXml(substitutions: readonly unknown[]): string;
}

interface EvtxField {
  readonly name?: string | null;
  readonly parts: readonly (
    | { readonly kind: "lit"; readonly text: string }
    | { readonly kind: "sub"; readonly index: number }
  )[];
}

/**
 * Reads a log.
 *
 * @param input The file behind `head`
 * @param head The file's first 4,096 bytes, or all of it if it is shorter
 * @param file The file's name
 * @returns Events, and an error for each damaged chunk or record
 */
export function* readEvtx(
  input: ByteInput,
  head: Uint8Array,
  file: EventFile,
): Generator<EventItem> {
  if (head.length < 4096) {
    yield damaged(file, head.length, "the log", "it is cut short");
    return;
  }
  const isDirty = ((head[0x78] ?? 0) & DIRTY) !== 0;
  const bytes = new Uint8Array(CHUNK_BYTES);
  for (let offset = head.length;; offset += CHUNK_BYTES) {
    const length = readFully(input, bytes);
    if (length === 0) return;
    bytes.fill(0, length);
    yield* readChunk(bytes, { file, offset, isDirty });
    if (length < CHUNK_BYTES) {
      yield damaged(file, offset + length, "the log", "it is cut short");
      return;
    }
  }
}

interface ChunkPlace {
  readonly file: EventFile;
  readonly offset: number;
  readonly isDirty: boolean;
}

function* readChunk(
  bytes: Uint8Array<ArrayBuffer>,
  place: ChunkPlace,
): Generator<EventItem> {
  const { file, offset } = place;
  const chunk = new ChunkHeader(new BinaryReader(bytes), 0);
  if (!chunk.checkMagic()) {
    // Windows makes a log longer by chunks of zeros before it fills them.
    if (bytes.some((byte) => byte !== 0)) {
      yield damaged(file, offset, "the chunk", "it has no signature");
    }
    return;
  }
  if (!isIntact(chunk)) {
    yield place.isDirty
      ? {
        kind: "warning",
        message:
          `"${file.file}" was copied while Windows wrote to it; its newest events may be missing`,
      }
      : damaged(file, offset, "the chunk", "its checksum does not match");
  }
  yield* readRecords(chunk, new DataView(bytes.buffer), place);
}

function isIntact(chunk: ChunkHeader): boolean {
  try {
    return chunk.verify();
  } catch {
    return false;
  }
}

function* readRecords(
  chunk: ChunkHeader,
  view: DataView<ArrayBuffer>,
  place: ChunkPlace,
): Generator<EventItem> {
  const end = Math.min(chunk.nextRecordOffset(), CHUNK_BYTES);
  let isLost = false;
  for (let at = FIRST_RECORD; at + RECORD_HEADER_BYTES <= end;) {
    const size = recordSize(view, at, end);
    if (size === null) {
      if (!isLost) {
        const where = place.offset + at;
        yield damaged(place.file, where, "the record", "it has no valid head");
      }
      isLost = true;
      at++;
      continue;
    }
    isLost = false;
    yield readRecord(chunk, view, { ...place, at });
    at += size;
  }
}

/** The size of the record at a place, or null if none begins there. */
function recordSize(view: DataView, at: number, end: number): number | null {
  if (view.getUint32(at, true) !== RECORD_SIGNATURE) return null;
  const size = view.getUint32(at + 4, true);
  if (size < RECORD_HEADER_BYTES + 4 || at + size > end) return null;
  return view.getUint32(at + size - 4, true) === size ? size : null;
}

function readRecord(
  chunk: ChunkHeader,
  view: DataView<ArrayBuffer>,
  place: ChunkPlace & { readonly at: number },
): EventItem {
  let event: RawEvent | null = null;
  try {
    event = decodeRecord(chunk, view, place.at);
  } catch {
    // What the library throws says nothing to a user; the place does.
  }
  const where = place.offset + place.at;
  return event === null
    ? damaged(place.file, where, "the record", "it holds no event")
    : { kind: "event", event };
}

function decodeRecord(
  chunk: ChunkHeader,
  view: DataView<ArrayBuffer>,
  at: number,
): RawEvent | null {
  const bytes = new Uint8Array(view.buffer, view.byteOffset, CHUNK_BYTES);
  const record = new EvtxRecord(new BinaryReader(bytes), at, chunk);
  const root = record.root() as unknown as EvtxRoot;
  const instance = root.templateInstance();
  if (instance === null) return null;
  // Without its embedded part the event is its <System>, which has no long texts.
  const bare = root.substitutions.map((value) =>
    isEmbedded(value) ? "" : value
  );
  const xml = parseXmlElement(instance.renderXml(bare), 0, "Event");
  const system = xml === null ? null : toRawEvent(xml.element);
  if (system === null) return null;
  const template = chunk.getActualTemplate(instance["template_offset"]);
  const layout = template?.getEventDataLayout([...root.substitutions]) ?? [];
  const end = at + record.size() - 8;
  return {
    ...system,
    time: exactTime(system.time, { view, at, end }),
    ...readFields(layout, root.substitutions),
  };
}

/** Finds in a record the 100 ns of a time that the library cut to 1 ms. */
function exactTime(
  time: string | null,
  record: {
    readonly view: DataView;
    readonly at: number;
    readonly end: number;
  },
): string | null {
  if (time === null) return null;
  const ms = BigInt(Date.parse(time));
  const first = ms * 10_000n + FILETIME_EPOCH;
  const high = Number(first >> 32n);
  for (let at = record.at + RECORD_HEADER_BYTES; at <= record.end; at++) {
    const word = record.view.getUint32(at + 4, true);
    // The high word may go up by one within the millisecond.
    if (word !== high && word !== high + 1) continue;
    const units = record.view.getBigUint64(at, true) - FILETIME_EPOCH;
    if (units / 10_000n === ms) return formatUnits(time, units);
  }
  return time;
}

function formatUnits(time: string, units: bigint): string {
  const digits = String(units % 10_000_000n).padStart(7, "0")
    .replace(/0+$/, "");
  return `${time.slice(0, 19)}${digits === "" ? "" : `.${digits}`}Z`;
}

function readFields(
  layout: readonly EvtxField[],
  substitutions: readonly unknown[],
): Pick<RawEvent, "fields" | "values"> {
  const fields = new Map<string, string>();
  for (const { name, parts } of layout) {
    const own = parts.filter((part) => part.kind === "sub");
    const text = (own.length > 0 ? own : parts).map((part) =>
      part.kind === "lit" ? part.text : formatValue(substitutions[part.index])
    ).join("");
    if (name) fields.set(name.toLowerCase(), text);
  }
  return { fields, values: null };
}

function formatValue(value: unknown): string {
  return value === null || value === undefined ? "" : String(value);
}

function isEmbedded(value: unknown): boolean {
  return typeof value === "object" && value !== null && "bxmlData" in value;
}

function readFully(input: ByteInput, bytes: Uint8Array): number {
  let length = 0;
  while (length < bytes.length) {
    const count = input.readSync(bytes.subarray(length));
    if (count === null) break;
    length += count;
  }
  return length;
}

function damaged(
  file: EventFile,
  offsetBytes: number,
  what: string,
  reason: string,
): EventItem {
  const error = new InputError(
    "damagedEvent",
    `Cannot read ${what} at byte ${offsetBytes} of "${file.file}": ${reason}`,
    { place: { file: file.file, offsetBytes } },
  );
  return { kind: "error", error };
}
