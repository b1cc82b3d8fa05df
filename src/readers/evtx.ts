/**
 * Reads EVTX, the binary form of Windows' event logs, a chunk of 64 KB at a time.
 *
 * The library is used below its own entry, which opens files by itself, gives times in
 * milliseconds, changes white space in texts and keeps quiet about damage.
 *
 * @module
 */

import { BinaryReader } from "@ts-evtx/core/dist/src/binary/BinaryReader.js";
import type { ActualTemplateNode } from "@ts-evtx/core/dist/src/evtx/ActualTemplateNode.js";
import { ChunkHeader } from "@ts-evtx/core/dist/src/evtx/ChunkHeader.js";
import { VariantValueParser } from "@ts-evtx/core/dist/src/evtx/VariantValueParser.js";
import { VariantType } from "@ts-evtx/core/dist/src/evtx/enums.js";
import * as nodeTypes from "@ts-evtx/core/dist/src/evtx/node-specialisations.js";
import { InputError } from "../model/errors.ts";
import type { RawEvent } from "../model/raw_event.ts";
import { type ByteInput, readFully } from "./byte_input.ts";
import type { EventFile, EventItem } from "./event_item.ts";
import { readEventData, toRawEvent } from "./event_xml.ts";
import { parseXmlElement } from "./event_xml_element.ts";
import { isInlineElement, readInlineElement } from "./evtx_inline.ts";

const CHUNK_BYTES = 0x10000;
const FIRST_RECORD = 0x200;
const RECORD_HEADER_BYTES = 0x18;
const RECORD_SIGNATURE = 0x00002a2a;
const CHUNK_COUNT = 0x2a;
const DIRTY = 1;
const FRAGMENT_HEADER = 0x0f;
const TEMPLATE_INSTANCE = 0x0c;
const MAX_VALUES = 4096;
/** 1601 to 1970 in units of 100 ns. */
const FILETIME_EPOCH = 116_444_736_000_000_000n;

// The library asks nodes for the names of their classes, which a minified bundle changes.
for (const [name, type] of Object.entries(nodeTypes)) {
  if (typeof type === "function") {
    Object.defineProperty(type, "name", { value: name });
  }
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
  const chunks = (head[CHUNK_COUNT] ?? 0) | (head[CHUNK_COUNT + 1] ?? 0) << 8;
  const announced = head.length + chunks * CHUNK_BYTES;
  const bytes = new Uint8Array(CHUNK_BYTES);
  for (let offset = head.length;; offset += CHUNK_BYTES) {
    const length = readFully(input, bytes);
    if (length === 0 && offset >= announced) return;
    bytes.fill(0, length);
    if (length > 0) yield* readChunk(bytes, { file, offset, isDirty });
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

interface OpenChunk {
  readonly header: ChunkHeader;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

function* readChunk(
  bytes: Uint8Array<ArrayBuffer>,
  place: ChunkPlace,
): Generator<EventItem> {
  const { file, offset } = place;
  const header = new ChunkHeader(new BinaryReader(bytes), 0);
  if (!header.checkMagic()) {
    // Windows makes a log longer by chunks of zeros before it fills them.
    if (bytes.some((byte) => byte !== 0)) {
      yield damaged(file, offset, "the chunk", "it has no signature");
    }
    return;
  }
  if (!isIntact(header)) {
    yield place.isDirty
      ? {
        kind: "warning",
        message:
          `"${file.file}" was copied while Windows wrote to it: its newest events may be missing`,
      }
      : damaged(file, offset, "the chunk", "its checksum does not match");
  }
  yield* readRecords({ header, bytes }, place);
}

function isIntact(header: ChunkHeader): boolean {
  try {
    return header.verify();
  } catch {
    return false;
  }
}

function* readRecords(
  chunk: OpenChunk,
  place: ChunkPlace,
): Generator<EventItem> {
  const view = new DataView(chunk.bytes.buffer);
  const end = Math.min(chunk.header.nextRecordOffset(), CHUNK_BYTES);
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
    yield readRecord(chunk, at, place);
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
  chunk: OpenChunk,
  at: number,
  place: ChunkPlace,
): EventItem {
  let event: RawEvent | null = null;
  try {
    event = decodeRecord(chunk, at);
  } catch {
    // What the library throws says nothing to a user; the place does.
  }
  const where = place.offset + at;
  return event === null
    ? damaged(place.file, where, "the record", "it holds no event")
    : { kind: "event", event };
}

function decodeRecord(chunk: OpenChunk, at: number): RawEvent | null {
  const root = startOfFragment(chunk, at + RECORD_HEADER_BYTES);
  if (isInlineElement(chunk.bytes[root] ?? 0)) {
    return toRawEvent(readInlineElement(chunk.bytes, root));
  }
  const event = readFragment(chunk, at + RECORD_HEADER_BYTES);
  if (event === null) return null;
  // Without its embedded part the event is its <System>, which has no long texts.
  const bare = event.values.map((value) => isEmbedded(value) ? "" : value);
  const xml = parseXmlElement(event.template.renderXml(bare), 0, "Event");
  const system = xml === null ? null : toRawEvent(xml.element);
  const data = readEmbedded(chunk, event);
  return system === null || data === null ? null : { ...system, ...data };
}

/** Reads the fields, which are in a fragment of their own unless the event has none. */
function readEmbedded(
  chunk: OpenChunk,
  event: Fragment,
): Pick<RawEvent, "fields" | "values"> | null {
  const embedded = event.values.find(isEmbedded);
  if (embedded === undefined) {
    return { fields: readFields(event), values: null };
  }
  const root = startOfFragment(chunk, embedded.embeddedAt);
  if (isInlineElement(chunk.bytes[root] ?? 0)) {
    return readEventData(readInlineElement(chunk.bytes, root));
  }
  const data = readFragment(chunk, embedded.embeddedAt);
  return data === null ? null : { fields: readFields(data), values: null };
}

/** A template and the values that are put into it. */
interface Fragment {
  readonly template: ActualTemplateNode;
  readonly values: readonly unknown[];
}

/** A value that is a fragment itself. */
interface EmbeddedFragment {
  readonly embeddedAt: number;
}

function startOfFragment({ bytes }: OpenChunk, at: number): number {
  return bytes[at] === FRAGMENT_HEADER ? at + 4 : at;
}

/** Reads binary XML that is one template and its values, as this machine's events are. */
function readFragment(chunk: OpenChunk, at: number): Fragment | null {
  const reader = new BinaryReader(chunk.bytes);
  reader.seek(startOfFragment(chunk, at));
  const token = reader.u8();
  if ((token & 0x0f) !== TEMPLATE_INSTANCE) return null;
  const { template_offset: offset } = new nodeTypes.TemplateInstanceNode(
    reader,
    chunk.header,
    null,
    token,
  );
  const template = chunk.header.getActualTemplate(offset);
  if (template === null || template.rootElement === null) return null;
  return { template, values: readValues(reader) };
}

/** Reads the values behind a template: their number, their sizes and types, themselves. */
function readValues(reader: BinaryReader): unknown[] {
  const count = reader.u32le();
  if (count > MAX_VALUES) throw new RangeError("Too many values");
  const kinds = Array.from({ length: count }, () => {
    const size = reader.u16le();
    const type = reader.u8();
    reader.u8();
    return { size, type };
  });
  return kinds.map(({ size, type }) => {
    const at = reader.tell();
    const value = readValue(reader, type, size);
    // What the library makes of a type may be shorter than the value.
    reader.seek(at + size);
    return value;
  });
}

function readValue(
  reader: BinaryReader,
  type: VariantType,
  size: number,
): unknown {
  const at = reader.tell();
  if (type === VariantType.BXml) return { embeddedAt: at };
  if (type === VariantType.FileTime) return formatFileTime(reader.u64leAt(at));
  return new VariantValueParser(reader).parse(type, size).value;
}

function formatFileTime(filetime: bigint): string {
  const units = filetime - FILETIME_EPOCH;
  const seconds = new Date(Number(units / 10_000n)).toISOString().slice(0, 19);
  const fraction = String(units % 10_000_000n).padStart(7, "0");
  return `${seconds}.${fraction}Z`;
}

function isEmbedded(value: unknown): value is EmbeddedFragment {
  return typeof value === "object" && value !== null && "embeddedAt" in value;
}

function readFields({ template, values }: Fragment): Map<string, string> {
  const fields = new Map<string, string>();
  for (const { name, parts } of template.getEventDataLayout([])) {
    // The library counts the name among the parts of the text.
    const own = parts.filter((part) => part.kind === "sub");
    const text = own.map(({ index }) => formatValue(values[index])).join("");
    if (name) fields.set(name.toLowerCase(), text);
  }
  return fields;
}

function formatValue(value: unknown): string {
  return value === null || value === undefined ? "" : String(value);
}

function damaged(
  file: EventFile,
  offsetBytes: number,
  what: string,
  reason: string,
): EventItem {
  const message =
    `Cannot read ${what} at byte ${offsetBytes} of "${file.file}": ${reason}`;
  const place = { file: file.file, offsetBytes };
  const error = new InputError("damagedEvent", message, { place });
  return { kind: "error", error };
}
