const LESS = 0x3c;
const GREATER = 0x3e;

/** Finds what stands next in a text, for a reader that only goes forwards. */
export class XmlSearch {
  readonly #text: string;
  readonly #next = new Map<string, number>();

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * Finds the next end tag of a name, if it closes the element that the reader is
   * in: no other element of the name begins before it, and no CDATA or comment,
   * which might hold such a tag.
   *
   * @param name The name of the element
   * @param from Where the reader is, behind the element's start tag
   * @returns Where `</` stands; -1 if it is not there or not certain
   */
  certainEnd(name: string, from: number): number {
    const end = this.#endTag(name, from);
    // A search for the rare `!` takes no time, one for `<!` stops at every tag.
    const isCertain = end < this.#nextOf("![", from) &&
      end < this.#nextOf("!--", from);
    return isCertain ? end : -1;
  }

  /** Where the next tag with a name is, if it is an end tag. */
  #endTag(name: string, from: number): number {
    const text = this.#text;
    let at = text.indexOf(name, from);
    while (at >= 0 && text.charCodeAt(at - 1) !== LESS) {
      const isEnd = text.startsWith("</", at - 2) &&
        text.charCodeAt(at + name.length) === GREATER;
      if (isEnd) return at - 2;
      at = text.indexOf(name, at + name.length);
    }
    return -1;
  }

  /** Where a string stands next, which is found once for all places before it. */
  #nextOf(string: string, from: number): number {
    let next = this.#next.get(string) ?? -1;
    if (next < from) {
      next = this.#text.indexOf(string, from);
      if (next < 0) next = Infinity;
      this.#next.set(string, next);
    }
    return next;
  }
}
