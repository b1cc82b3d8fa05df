/** An element of Event XML: names are without their prefix. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** All text directly inside, with references decoded. */
  readonly text: string;
}

/** Why a text is no element, and where. */
export class XmlDamage extends Error {
  readonly index: number;

  constructor(message: string, index: number) {
    super(message);
    this.index = index;
  }
}

interface OpenElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: OpenElement[];
  text: string;
}

const MAX_DEPTH = 64;
const NAME = /[^\s/>="'<&]+/y;
const SPACE = /\s*/y;
const REFERENCE = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi;
const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

/**
 * Parses one element.
 *
 * @param text What holds the element, and maybe more behind it
 * @param start Where its first `<` is
 * @param never The name of elements that cannot be inside, such as `Event`: one of
 *   them means that the element was not ended
 * @returns The element and where it ends, or null if the text is too short
 * @throws {XmlDamage} If the text is no element
 */
export function parseXmlElement(
  text: string,
  start: number,
  never: string,
): { readonly element: XmlElement; readonly end: number } | null {
  const stack: OpenElement[] = [];
  let at = start;
  for (;;) {
    const open = text.indexOf("<", at);
    if (open === -1) return null;
    const mark = readMark(text, open);
    if (mark === null) return null;
    const inner = stack.at(-1);
    if (inner !== undefined) inner.text += decodeText(text.slice(at, open));
    at = mark.end;
    if (mark.kind === "text") {
      if (inner !== undefined) inner.text += mark.text;
      continue;
    }
    if (
      mark.kind === "open" && stack.length > 0 && mark.element.name === never
    ) {
      throw new XmlDamage(`<${never}> begins before the last one ends`, open);
    }
    const element = mark.kind === "open"
      ? openElement(mark, stack, open)
      : closeElement(mark.name, stack, open);
    if (stack.length === 0) return { element, end: at };
  }
}

function openElement(
  { element, isEmpty }: { element: OpenElement; isEmpty: boolean },
  stack: OpenElement[],
  at: number,
): OpenElement {
  stack.at(-1)?.children.push(element);
  if (!isEmpty && stack.push(element) > MAX_DEPTH) {
    throw new XmlDamage("its elements are nested too deeply", at);
  }
  return element;
}

function closeElement(
  name: string,
  stack: OpenElement[],
  at: number,
): OpenElement {
  const element = stack.pop();
  if (element?.name === name) return element;
  const ended = element === undefined ? "no element" : `<${element.name}>`;
  throw new XmlDamage(`</${name}> ends ${ended}`, at);
}

type Mark =
  | { readonly kind: "text"; readonly text: string; readonly end: number }
  | { readonly kind: "close"; readonly name: string; readonly end: number }
  | {
    readonly kind: "open";
    readonly element: OpenElement;
    readonly isEmpty: boolean;
    readonly end: number;
  };

function readMark(text: string, open: number): Mark | null {
  const second = text[open + 1];
  if (second === undefined) return null;
  if (second === "!") return readBang(text, open);
  if (second === "?") {
    const end = text.indexOf("?>", open);
    return end === -1 ? null : { kind: "text", text: "", end: end + 2 };
  }
  if (second === "/") {
    const end = text.indexOf(">", open);
    if (end === -1) return null;
    const name = localName(text.slice(open + 2, end).trim());
    return { kind: "close", name, end: end + 1 };
  }
  return readOpenTag(text, open);
}

function readBang(text: string, open: number): Mark | null {
  const start = text.slice(open, open + 9);
  if ("<![CDATA[".startsWith(start)) {
    const end = text.indexOf("]]>", open + 9);
    if (end === -1) return null;
    return { kind: "text", text: text.slice(open + 9, end), end: end + 3 };
  }
  if (start.startsWith("<!--") || "<!--".startsWith(start)) {
    const end = text.indexOf("-->", open + 4);
    return end === -1 ? null : { kind: "text", text: "", end: end + 3 };
  }
  throw new XmlDamage("a declaration that begins with <! is not allowed", open);
}

function readOpenTag(text: string, open: number): Mark | null {
  const name = match(NAME, text, open + 1);
  if (name === null) {
    if (text.length === open + 1) return null;
    throw new XmlDamage("a < begins no element", open);
  }
  const attributes = new Map<string, string>();
  let at = skipSpace(text, open + 1 + name.length);
  while (at < text.length && text[at] !== ">" && text[at] !== "/") {
    const key = match(NAME, text, at);
    if (key === null) throw new XmlDamage(`<${name}> is not well formed`, open);
    const equals = skipSpace(text, at + key.length);
    const from = skipSpace(text, equals + 1);
    if (from >= text.length) return null;
    const quote = text[from];
    if (text[equals] !== "=" || (quote !== '"' && quote !== "'")) {
      throw new XmlDamage(`<${name}> is not well formed`, open);
    }
    const to = text.indexOf(quote, from + 1);
    if (to === -1) return null;
    attributes.set(localName(key), decodeText(text.slice(from + 1, to)));
    at = skipSpace(text, to + 1);
  }
  const isEmpty = text[at] === "/";
  if (isEmpty) at++;
  if (at >= text.length) return null;
  if (text[at] !== ">") {
    throw new XmlDamage(`<${name}> is not well formed`, open);
  }
  const element = { name: localName(name), attributes, children: [], text: "" };
  return { kind: "open", element, isEmpty, end: at + 1 };
}

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

function skipSpace(text: string, at: number): number {
  return at + (match(SPACE, text, at)?.length ?? 0);
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function decodeText(raw: string): string {
  const text = raw.includes("\r") ? raw.replace(/\r\n?/g, "\n") : raw;
  if (!text.includes("&")) return text;
  return text.replace(
    REFERENCE,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
      const code = decimal === undefined
        ? parseInt(hex ?? "", 16)
        : Number(decimal);
      return code > 0x10ffff ? whole : String.fromCodePoint(code);
    },
  );
}
