import { NIL_GUID } from "../model/guid.ts";
import type { RawEvent } from "../model/raw_event.ts";
import type { Guid } from "../model/record.ts";
import { parseEventMessage } from "./event_message.ts";
import type { EventTemplate } from "./event_template.ts";

const GUID = /^\{?([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\}?$/i;

/** The fields of one event by name, whatever its file gave: names, an order or a text. */
export class EventFields {
  readonly #fields: ReadonlyMap<string, string>;

  constructor(event: RawEvent, template: EventTemplate) {
    this.#fields = chooseFields(event, template);
  }

  /** A field as it is written; null if the event has none. */
  raw(name: string): string | null {
    return this.#fields.get(name) ?? null;
  }

  /** A text; null if there is none, or the `-` that Windows writes for none. */
  text(name: string): string | null {
    const text = this.#fields.get(name)?.trim() ?? "";
    return text === "" || text === "-" ? null : text;
  }

  /** A GUID in canonical form; null also for the GUID of zeros, which is none. */
  guid(name: string): Guid | null {
    const guid = GUID.exec(this.text(name) ?? "")?.[1]?.toLowerCase();
    return guid === undefined || guid === NIL_GUID ? null : guid;
  }

  /** A number of up to 32 bits, decimal or with `0x`. */
  uint32(name: string): number | null {
    const digits = this.uint64(name);
    const value = digits === null ? NaN : Number(digits);
    return value <= 0xffff_ffff ? value : null;
  }

  /** A number of up to 64 bits as decimal digits. */
  uint64(name: string): string | null {
    const text = this.text(name) ?? "";
    if (!/^(?:\d{1,20}|0x[\da-f]{1,16})$/i.test(text)) return null;
    const value = BigInt(text);
    return value < 1n << 64n ? `${value}` : null;
  }
}

function chooseFields(
  { fields, values, message }: RawEvent,
  template: EventTemplate,
): ReadonlyMap<string, string> {
  const order = template.fields.length === values?.length
    ? template.fields
    : template.firstFields;
  // Newer versions put fields between the known ones, so that only the number tells.
  if (values !== null && order.length === values.length) {
    return new Map(order.map((name, i) => [name, values[i] ?? ""]));
  }
  // The columns around an event have names like ProcessId, too; one is no sign.
  const own = template.fields.filter((name) => fields.has(name));
  if (own.length > 1 || message === null) return fields;
  const parsed = parseEventMessage(message, template.message);
  return parsed.size > 0 ? parsed : fields;
}
