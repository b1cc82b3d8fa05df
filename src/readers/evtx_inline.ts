import type { XmlElement } from "./event_xml_element.ts";

/** Tokens of binary XML; a flag in the high half says that more of a kind follow. */
const TOKEN = {
  element: 0x01,
  endOfTag: 0x02,
  endOfEmptyTag: 0x03,
  endOfElement: 0x04,
  text: 0x05,
  attribute: 0x06,
  cdata: 0x07,
  character: 0x08,
  entity: 0x09,
} as const;
const KIND = 0x0f;
const HAS_ATTRIBUTES = 0x40;
const STRING = 0x01;
/** As deep as other forms of events may be. */
const MAX_DEPTH = 64;
/** Longer than any name of Windows. One name may stand for thousands of elements. */
const MAX_NAME_UNITS = 256;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

/**
 * Whether binary XML begins with an element instead of a template and its values: so
 * Windows writes what another machine forwarded.
 *
 * @param token Its first token
 */
export function isInlineElement(token: number): boolean {
  return (token & KIND) === TOKEN.element;
}

/**
 * Reads an element that is written out, with its names and texts in their places.
 *
 * @param chunk The chunk, from its start, to which offsets of names refer
 * @param at Where the element's token is
 * @returns The element
 * @throws {RangeError} If it goes beyond the chunk, or is none
 */
export function readInlineElement(
  chunk: Uint8Array<ArrayBuffer>,
  at: number,
): XmlElement {
  return new InlineReader(chunk, at).element();
}

interface OpenElement extends XmlElement {
  readonly attributes: Map<string, string>;
  readonly children: XmlElement[];
  text: string;
}

class InlineReader {
  readonly #view: DataView<ArrayBuffer>;
  #at: number;
  #depth = 0;

  constructor(chunk: Uint8Array<ArrayBuffer>, at: number) {
    this.#view = new DataView(chunk.buffer);
    this.#at = at;
  }

  element(): XmlElement {
    const token = this.#byte();
    if (!isInlineElement(token)) throw new RangeError("No element");
    if (++this.#depth > MAX_DEPTH) throw new RangeError("Too deep");
    this.#at += 4;
    const name = this.#name();
    const element = { name, attributes: new Map(), children: [], text: "" };
    if ((token & HAS_ATTRIBUTES) !== 0) this.#at += 4;
    this.#attributes(element);
    if (this.#byte() === TOKEN.endOfTag) this.#content(element);
    this.#depth--;
    return element;
  }

  #attributes(element: OpenElement): void {
    while ((this.#peek() & KIND) === TOKEN.attribute) {
      this.#at++;
      const name = this.#name();
      element.attributes.set(name, this.#text() ?? "");
    }
    const end = this.#peek();
    if (end !== TOKEN.endOfTag && end !== TOKEN.endOfEmptyTag) {
      throw new RangeError("No end of a tag");
    }
  }

  #content(element: OpenElement): void {
    for (;;) {
      const text = this.#text();
      if (text !== null) element.text += text;
      else if (isInlineElement(this.#peek())) {
        element.children.push(this.element());
      } else if (this.#byte() === TOKEN.endOfElement) return;
      else throw new RangeError("No content of an element");
    }
  }

  /** The text at this place, or null if something else is there. */
  #text(): string | null {
    let text: string | null = null;
    for (;;) {
      const part = this.#textPart(this.#peek() & KIND);
      if (part === null) return text;
      text = (text ?? "") + part;
    }
  }

  #textPart(kind: number): string | null {
    const start = this.#at++;
    switch (kind) {
      case TOKEN.text:
        if (this.#byte() !== STRING) throw new RangeError("No string");
        return this.#string(this.#short());
      case TOKEN.cdata:
        return this.#string(this.#short());
      case TOKEN.character:
        return String.fromCharCode(this.#short());
      case TOKEN.entity:
        return ENTITIES[this.#name()] ?? "";
    }
    this.#at = start;
    return null;
  }

  /** A name, which stands here where it is used for the first time. */
  #name(): string {
    const offset = this.#view.getUint32(this.#at, true);
    this.#at += 4;
    const behind = this.#at;
    // Before a name are the offset of another one and its hash
    this.#at = offset + 6;
    const length = this.#short();
    if (length > MAX_NAME_UNITS) throw new RangeError("Too long a name");
    const name = this.#string(length);
    this.#at = offset === behind ? this.#at + 2 : behind;
    return name;
  }

  #string(length: number): string {
    const units = Array.from({ length }, () => this.#short());
    return units.map((unit) => String.fromCharCode(unit)).join("");
  }

  #peek(): number {
    return this.#view.getUint8(this.#at);
  }

  #byte(): number {
    return this.#view.getUint8(this.#at++);
  }

  #short(): number {
    this.#at += 2;
    return this.#view.getUint16(this.#at - 2, true);
  }
}
