import { PATTERN_HEIGHT, SUBTREES } from "./xml_patterns.ts";
import { refusal, XmlStop } from "./xml_place.ts";
import { XmlSearch } from "./xml_search.ts";
import { readStartTag } from "./xml_tag.ts";
import { decodeXmlText } from "./xml_text.ts";

/** Elements inside one another; the deepest real file has 20. */
export const MAX_DEPTH = 256;
/** Characters of one text; the longest real one has a few thousand. */
const MAX_TEXT_LENGTH = 4 * 1024 * 1024;

const BANG = 0x21;
const SLASH = 0x2f;
const QUESTION = 0x3f;
const CDATA = "<![CDATA[";

/** How a scanner goes. */
export interface ScannerOptions {
  readonly start?: number;
  readonly usesPatterns?: boolean;
}

/**
 * Walks an XML text forwards, element by element, without building a tree.
 *
 * It takes a sequence of elements where a document has one root, and passes over
 * what stands between them, an end tag without its start too: fragments are cut so.
 * It skips comments, processing instructions and attributes, and refuses a DOCTYPE. Names are compared
 * as written, with their prefix. The caller reads the children of the element that
 * it is in with {@linkcode XmlScanner.child}, and for each of them calls exactly one
 * of {@linkcode XmlScanner.text}, {@linkcode XmlScanner.skip}, or `child` until null.
 *
 * @example Usage
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const xml = new XmlScanner("<a><b>1</b><c/></a>");
 * assertEquals([xml.child(), xml.child(), xml.text()], ["a", "b", "1"]);
 * assertEquals([xml.child(), xml.skip(), xml.child()], ["c", undefined, null]);
 * ```
 */
export class XmlScanner {
  readonly #text: string;
  readonly #open: string[] = [];
  #at = 0;
  /** Whether the element just entered was written `<x/>`, and so has no end tag. */
  #empty = false;
  #usesPatterns: boolean;
  readonly #search: XmlSearch;

  /**
   * Begins a walk.
   *
   * @param text The whole text
   * @param options `start`: where to begin, in UTF-16 units; `usesPatterns`: false to
   *   go the long way everywhere, which reads the same
   */
  constructor(text: string, options: ScannerOptions = {}) {
    this.#text = text;
    this.#search = new XmlSearch(text);
    this.#at = options.start ?? 0;
    this.#usesPatterns = options.usesPatterns ?? true;
  }

  /** Where the scanner stands, in UTF-16 units from the start. */
  get offset(): number {
    return this.#at;
  }

  /** The names of the elements that the scanner is in, the outermost first. */
  get path(): readonly string[] {
    return this.#open;
  }

  /**
   * Enters the next child of the current element.
   *
   * @returns Its name, or null at the end of the current element, which is left, or
   *   at the end of the text, outside all elements
   * @throws {XmlStop} If the text is cut short or not well-formed
   * @throws {InputError} If the text is refused
   */
  child(): string | null {
    if (this.#empty) return this.#leaveEmpty();
    let tag = this.#nextTag();
    while (tag >= 0 && this.#text.charCodeAt(tag + 1) === SLASH) {
      if (this.#open.length > 0) return this.#endTag(tag);
      this.#at = this.#behind(">", tag);
      tag = this.#nextTag();
    }
    return tag < 0 ? this.#endOfText() : this.#startTag(tag);
  }

  /**
   * Reads the text of the element just entered and leaves the element.
   *
   * @param onChild Called in each child, which it must leave; without it they are skipped
   * @returns The element's own text as written, references and CDATA decoded
   * @throws {XmlStop} If the text is cut short or not well-formed
   * @throws {InputError} If the text is refused
   */
  text(onChild: (name: string) => void = () => this.skip()): string {
    if (this.#empty) {
      this.#leaveEmpty();
      return "";
    }
    const start = this.#at;
    const tag = this.#text.indexOf("<", start);
    if (tag >= 0 && this.#text.charCodeAt(tag + 1) === SLASH) {
      this.#endTag(tag);
      return this.#decode(start, tag);
    }
    return this.#mixedText(onChild);
  }

  /**
   * Leaves the element just entered, with all that is in it.
   *
   * @throws {XmlStop} If the text is cut short or not well-formed
   * @throws {InputError} If the text is refused
   */
  skip(): void {
    const depth = this.#open.length;
    while (this.#open.length >= depth) {
      while (this.match(SUBTREES) !== null);
      this.child();
    }
  }

  /**
   * Leaves the element just entered without looking at what is in it, which may then
   * not be well-formed, if its end is certain; else as {@linkcode XmlScanner.skip}.
   */
  pass(): void {
    const name = this.#open[this.#open.length - 1];
    const end = this.#usesPatterns && !this.#empty && name !== undefined
      ? this.#search.certainEnd(name, this.#at)
      : -1;
    if (end < 0) this.skip();
    else this.#endTag(end);
  }

  /**
   * Passes over what a pattern matches at this place.
   *
   * @param pattern A sticky pattern of whole elements, so that the scanner stays in its element
   * @returns The match, or null if there is none: then the scanner stays where it is
   */
  match(pattern: RegExp): RegExpExecArray | null {
    if (this.#empty || !this.#usesPatterns) return null;
    if (this.#open.length > MAX_DEPTH - PATTERN_HEIGHT) return null;
    pattern.lastIndex = this.#at;
    const match = this.#execute(pattern);
    // Only the long way knows what is too long, and says so.
    if (match === null || match[0].length > MAX_TEXT_LENGTH) return null;
    this.#at = pattern.lastIndex;
    return match;
  }

  #execute(pattern: RegExp): RegExpExecArray | null {
    try {
      return pattern.exec(this.#text);
    } catch (error) {
      // The stack of the engine is full: the text is far larger than any real one.
      if (!(error instanceof RangeError)) throw error;
      this.#usesPatterns = false;
      return null;
    }
  }

  /**
   * Returns to a place that the scanner has passed in the same element.
   *
   * @param offset What {@linkcode XmlScanner.offset} was there
   */
  rewind(offset: number): void {
    this.#at = offset;
  }

  #leaveEmpty(): null {
    this.#empty = false;
    this.#open.pop();
    return null;
  }

  #endOfText(): null {
    if (this.#open.length > 0) throw this.#cut(this.#text.length);
    this.#at = this.#text.length;
    return null;
  }

  /** Finds the next start or end tag, over text, CDATA, comments and instructions. */
  #nextTag(): number {
    let tag = this.#text.indexOf("<", this.#at);
    while (tag >= 0) {
      if (!this.#isMarkup(tag)) break;
      this.#at = this.#skipMarkup(tag);
      tag = this.#text.indexOf("<", this.#at);
    }
    return tag;
  }

  #startTag(at: number): string {
    const tag = readStartTag(this.#text, at);
    if (tag === null) throw this.#cut(at);
    if (this.#open.length >= MAX_DEPTH) {
      throw refusal(
        this.#text,
        at,
        `elements are nested deeper than ${MAX_DEPTH}`,
      );
    }
    this.#open.push(tag.name);
    this.#empty = tag.isEmpty;
    this.#at = tag.end;
    return tag.name;
  }

  #endTag(tag: number): null {
    const end = this.#text.indexOf(">", tag);
    if (end < 0) throw this.#cut(tag);
    const name = this.#open[this.#open.length - 1] as string;
    const exact = end - tag - 2 === name.length &&
      this.#text.startsWith(name, tag + 2);
    if (!exact && this.#text.slice(tag + 2, end).trimEnd() !== name) {
      throw new XmlStop(tag, `an end tag does not close <${name}>`);
    }
    this.#open.pop();
    this.#at = end + 1;
    return null;
  }

  /** Skips what begins with `<!` or `<?`; returns the offset behind it. */
  #skipMarkup(tag: number): number {
    const text = this.#text;
    if (text.startsWith("<!--", tag)) return this.#behind("-->", tag + 4);
    if (text.startsWith(CDATA, tag)) return this.#behind("]]>", tag + 9);
    if (text.startsWith("<?", tag)) return this.#behind("?>", tag + 2);
    if (text.startsWith("<!DOCTYPE", tag)) {
      throw refusal(text, tag, "a document type declaration is not accepted");
    }
    if ((CDATA + "<!DOCTYPE<!--").includes(text.slice(tag))) {
      throw this.#cut(tag);
    }
    throw new XmlStop(tag, "a declaration is not well-formed");
  }

  #behind(end: string, from: number): number {
    const at = this.#text.indexOf(end, from);
    if (at < 0) throw this.#cut(from);
    return at + end.length;
  }

  #decode(start: number, end: number): string {
    if (end - start > MAX_TEXT_LENGTH) {
      throw refusal(
        this.#text,
        start,
        `a text is longer than ${MAX_TEXT_LENGTH} characters`,
      );
    }
    return decodeXmlText(this.#text.slice(start, end), start);
  }

  /** Text with CDATA, comments or children in it. */
  #mixedText(onChild: (name: string) => void): string {
    const depth = this.#open.length;
    let result = "";
    while (this.#open.length >= depth) {
      const start = this.#at;
      const tag = this.#text.indexOf("<", start);
      if (tag < 0) throw this.#cut(this.#text.length);
      result += this.#decode(start, tag);
      this.#at = tag;
      if (this.#text.startsWith(CDATA, tag)) {
        this.#at = this.#skipMarkup(tag);
        result += this.#text.slice(tag + CDATA.length, this.#at - 3)
          .replace(/\r\n?/g, "\n");
      } else if (this.#isMarkup(tag)) this.#at = this.#skipMarkup(tag);
      else {
        const name = this.child();
        if (name !== null) onChild(name);
      }
    }
    return result;
  }

  #isMarkup(tag: number): boolean {
    const next = this.#text.charCodeAt(tag + 1);
    return next === BANG || next === QUESTION;
  }

  #cut(offset: number): XmlStop {
    const name = this.#open[this.#open.length - 1];
    const where = name === undefined ? "" : ` inside <${name}>`;
    return new XmlStop(offset, `it ends${where}`, true);
  }
}
