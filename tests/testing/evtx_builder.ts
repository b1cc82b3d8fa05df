import { type EventSample, SAMPLE_HEAD } from "./event_samples.ts";

const CHUNK_BYTES = 0x10000;
const NAME = "Microsoft-Windows-Security-Auditing";
const GUID = "{54849625-5478-4994-A5BA-3E3B0328C30D}";

const STRING = 1;
const UINT8 = 4;
const UINT16 = 6;
const UINT32 = 8;
const UINT64 = 10;
const GUID_TYPE = 15;
const FILETIME = 17;
const SID = 19;
const FRAGMENT = 33;

/** Bytes in the making; all numbers are little-endian. */
class Bytes {
  readonly #view: DataView<ArrayBuffer>;
  at = 0;

  constructor(size: number) {
    this.#view = new DataView(new ArrayBuffer(size));
  }

  all(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#view.buffer);
  }

  u8(value: number): void {
    this.#view.setUint8(this.at++, value);
  }

  u16(value: number): void {
    this.#view.setUint16(this.at, value, true);
    this.at += 2;
  }

  u32(value: number, at = this.#skip(4)): void {
    this.#view.setUint32(at, value, true);
  }

  u64(value: bigint): void {
    this.#view.setBigUint64(this.at, value, true);
    this.at += 8;
  }

  text(value: string): void {
    for (let i = 0; i < value.length; i++) this.u16(value.charCodeAt(i));
  }

  #skip(size: number): number {
    this.at += size;
    return this.at - size;
  }
}

/** A value of a template: literal text, or the number of what is put in. */
type Part = string | { readonly sub: number; readonly type: number };

interface Element {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, Part>>;
  readonly content?: readonly (Element | Part)[];
}

interface Value {
  readonly type: number;
  readonly write: (out: Bytes) => void;
}

/** How the events of a log are written. */
export interface EvtxOptions {
  /** As those of another machine: each element and text in its place, no templates. */
  readonly isForwarded?: boolean;
}

/**
 * Makes a log of one chunk that holds samples, with a template for each number of fields
 * as Windows writes them.
 */
export function buildEvtx(
  samples: readonly EventSample[],
  { isForwarded = false }: EvtxOptions = {},
): Uint8Array<ArrayBuffer> {
  const file = new Bytes(0x1000 + CHUNK_BYTES);
  const bytes = file.all();
  const chunk = new ChunkBuilder();
  samples.forEach((sample, i) => {
    chunk.addRecord(
      i + 1,
      (it) => isForwarded ? it.writeForwarded(sample) : it.writeEvent(sample),
    );
  });
  bytes.set(chunk.finish(), 0x1000);
  writeAscii(bytes, 0, "ElfFile\0");
  file.at = 0x18;
  file.u64(BigInt(samples.length + 1));
  file.u32(128);
  file.u16(1);
  file.u16(3);
  file.u16(0x1000);
  file.u16(1);
  file.u32(crc32(bytes.subarray(0, 0x78)), 0x7c);
  return bytes;
}

class ChunkBuilder {
  readonly #out = new Bytes(CHUNK_BYTES);
  readonly #names = new Map<string, number>();
  #lastRecord = 0x200;

  constructor() {
    this.#out.at = 0x200;
  }

  addRecord(id: number, write: (chunk: ChunkBuilder) => void): void {
    const out = this.#out;
    const start = this.#lastRecord = out.at;
    out.u32(0x2a2a);
    out.u32(0);
    out.u64(BigInt(id));
    out.u64(0n);
    write(this);
    const size = out.at + 4 - start;
    out.u32(size, start + 4);
    out.u32(size);
  }

  writeForwarded(sample: EventSample): void {
    for (const byte of [0x0f, 1, 1, 0]) this.#out.u8(byte);
    this.#writeElement(toElement(sample), true);
    this.#out.u8(0);
  }

  writeEvent(sample: EventSample): void {
    this.#writeFragment(EVENT, [
      { type: STRING, write: (o) => o.text(NAME) },
      { type: GUID_TYPE, write: (o) => writeGuid(o, GUID) },
      { type: UINT16, write: (o) => o.u16(sample.eventId) },
      { type: FILETIME, write: (o) => o.u64(toFiletime(SAMPLE_HEAD.time)) },
      { type: UINT64, write: (o) => o.u64(BigInt(SAMPLE_HEAD.recordId)) },
      { type: UINT8, write: (o) => o.u8(0) },
      { type: FRAGMENT, write: () => this.#writeData(sample) },
    ]);
  }

  finish(): Uint8Array<ArrayBuffer> {
    const out = this.#out;
    const bytes = out.all();
    const free = out.at;
    writeAscii(bytes, 0, "ElfChnk\0");
    out.u32(128, 0x28);
    out.u32(this.#lastRecord, 0x2c);
    out.u32(free, 0x30);
    out.u32(crc32(bytes.subarray(0x200, free)), 0x34);
    const head = new Uint8Array(0x78 + 0x180);
    head.set(bytes.subarray(0, 0x78));
    head.set(bytes.subarray(0x80, 0x200), 0x78);
    out.u32(crc32(head), 0x7c);
    return bytes;
  }

  #writeData({ fields }: EventSample): void {
    const names = Object.keys(fields);
    const template: Element = {
      name: "EventData",
      content: names.map((name, sub) => ({
        name: "Data",
        attributes: { Name: name },
        content: [{ sub, type: STRING }],
      })),
    };
    this.#writeFragment(template, Object.values(fields).map(toValue));
  }

  #writeFragment(template: Element, values: readonly Value[]): void {
    const out = this.#out;
    for (const byte of [0x0f, 1, 1, 0, 0x0c, 1]) out.u8(byte);
    out.u32(0x1234);
    out.u32(out.at + 4);
    const start = out.at;
    out.at += 24;
    for (const byte of [0x0f, 1, 1, 0]) out.u8(byte);
    this.#writeElement(template);
    out.u8(0);
    out.u32(out.at - start - 24, start + 20);
    out.u32(values.length);
    const kinds = out.at;
    out.at += values.length * 4;
    values.forEach(({ type, write }, i) => {
      const from = out.at;
      write(out);
      const size = out.at - from;
      out.u32(size | type << 16, kinds + i * 4);
    });
  }

  #writeElement(
    { name, attributes = {}, content = [] }: Element,
    isInline = false,
  ): void {
    const out = this.#out;
    const list = Object.entries(attributes);
    out.u8(list.length > 0 ? 0x41 : 0x01);
    if (!isInline) out.u16(0xffff);
    const sizeAt = out.at;
    out.at += 4;
    this.#writeName(name);
    if (list.length > 0) out.at += 4;
    const start = out.at;
    list.forEach(([key, part], i) => {
      out.u8(i < list.length - 1 ? 0x46 : 0x06);
      this.#writeName(key);
      this.#writePart(part, isInline);
    });
    out.u8(content.length > 0 ? 0x02 : 0x03);
    for (const item of content) {
      if (typeof item === "object" && "name" in item) {
        this.#writeElement(item, isInline);
      } else this.#writePart(item, isInline);
    }
    if (content.length > 0) out.u8(0x04);
    out.u32(out.at - start, sizeAt);
  }

  /** In its place each mark of XML is a reference of its own, as Windows writes it. */
  #writePart(part: Part, isInline: boolean): void {
    if (!isInline || typeof part !== "string") {
      return writePart(this.#out, part);
    }
    for (const piece of part.split(/([&<>"])/)) {
      const entity = ENTITIES[piece];
      if (entity === undefined) {
        if (piece !== "") writePart(this.#out, piece);
        continue;
      }
      this.#out.u8(0x09);
      this.#writeName(entity);
    }
  }

  #writeName(name: string): void {
    const out = this.#out;
    const known = this.#names.get(name);
    if (known !== undefined) return out.u32(known);
    out.u32(out.at + 4);
    this.#names.set(name, out.at);
    const hash = hashName(name);
    const bucket = 0x80 + (hash % 64) * 4;
    const view = new DataView(out.all().buffer);
    out.u32(view.getUint32(bucket, true));
    view.setUint32(bucket, out.at - 4, true);
    out.u16(hash);
    out.u16(name.length);
    out.text(name);
    out.u16(0);
  }
}

const EVENT: Element = {
  name: "Event",
  content: [
    {
      name: "System",
      content: [
        {
          name: "Provider",
          attributes: {
            Name: { sub: 0, type: STRING },
            Guid: { sub: 1, type: GUID_TYPE },
          },
        },
        { name: "EventID", content: [{ sub: 2, type: UINT16 }] },
        {
          name: "TimeCreated",
          attributes: { SystemTime: { sub: 3, type: FILETIME } },
        },
        { name: "EventRecordID", content: [{ sub: 4, type: UINT64 }] },
        { name: "Computer", content: [SAMPLE_HEAD.computer] },
      ],
    },
    { sub: 6, type: FRAGMENT },
  ],
};

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "amp",
  "<": "lt",
  ">": "gt",
  '"': "quot",
};

/** The whole event, with what its machine made of it in words. */
function toElement({ eventId, fields }: EventSample): Element {
  const { time, recordId, computer } = SAMPLE_HEAD;
  return {
    name: "Event",
    attributes: {
      xmlns: "http://schemas.microsoft.com/win/2004/08/events/event",
    },
    content: [
      {
        name: "System",
        content: [
          { name: "Provider", attributes: { Name: NAME, Guid: GUID } },
          { name: "EventID", content: [String(eventId)] },
          { name: "TimeCreated", attributes: { SystemTime: time } },
          { name: "EventRecordID", content: [recordId] },
          { name: "Correlation" },
          { name: "Computer", content: [computer] },
        ],
      },
      {
        name: "EventData",
        content: Object.entries(fields).map(([Name, text]) => ({
          name: "Data",
          attributes: { Name },
          content: text === "" ? [] : [text],
        })),
      },
      {
        name: "RenderingInfo",
        attributes: { Culture: "de-DE" },
        content: [{ name: "Message", content: ["Text"] }],
      },
    ],
  };
}

function writePart(out: Bytes, part: Part): void {
  if (typeof part !== "string") {
    out.u8(0x0e);
    out.u16(part.sub);
    out.u8(part.type);
    return;
  }
  out.u8(0x05);
  out.u8(STRING);
  out.u16(part.length);
  out.text(part);
}

function toValue(text: string): Value {
  if (/^\{.*\}$/.test(text)) {
    return { type: GUID_TYPE, write: (out) => writeGuid(out, text) };
  }
  if (/^S-1-5-\d+$/.test(text)) {
    return { type: SID, write: (out) => writeSid(out, text) };
  }
  if (/^\d{1,5}$/.test(text)) {
    return { type: UINT32, write: (out) => out.u32(Number(text)) };
  }
  return /^\d+$/.test(text)
    ? { type: UINT64, write: (out) => out.u64(BigInt(text)) }
    : { type: STRING, write: (out) => out.text(text) };
}

function writeSid(out: Bytes, text: string): void {
  for (const byte of [1, 1, 0, 0, 0, 0, 0, 5]) out.u8(byte);
  out.u32(Number(text.slice("S-1-5-".length)));
}

function writeGuid(out: Bytes, text: string): void {
  const [a = "", b = "", c = "", ...rest] = text.slice(1, -1).split("-");
  out.u32(parseInt(a, 16));
  out.u16(parseInt(b, 16));
  out.u16(parseInt(c, 16));
  for (const [byte] of rest.join("").matchAll(/../g)) {
    out.u8(parseInt(byte, 16));
  }
}

function toFiletime(time: string): bigint {
  const ms = BigInt(Date.parse(`${time.slice(0, 19)}Z`));
  return (ms + 11_644_473_600_000n) * 10_000n + BigInt(time.slice(20, 27));
}

function writeAscii(bytes: Uint8Array, at: number, text: string): void {
  bytes.set(new TextEncoder().encode(text), at);
}

function hashName(name: string): number {
  let hash = 0;
  for (let i = 0; i < name.length; i++) {
    hash = (Math.imul(hash, 65599) + name.charCodeAt(i)) >>> 0;
  }
  return hash & 0xffff;
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffff_ffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) {
      crc = (crc >>> 1) ^ ((crc & 1) === 0 ? 0 : 0xedb8_8320);
    }
  }
  return (crc ^ 0xffff_ffff) >>> 0;
}
