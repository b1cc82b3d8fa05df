/** What is left of a text when what stands round a GUID is taken off. */
export interface GuidCore {
  readonly text: string;
  /** How many characters stand before it. */
  readonly offset: number;
  /** What would close the bracket or quote that was opened round it and not closed, if any. */
  readonly unclosed: string | null;
  /** The same with its brackets, which may be those of a list. */
  readonly whole: string;
  /** How many characters stand before `whole`. */
  readonly wholeOffset: number;
}

const PAIRS: Readonly<Record<string, string>> = {
  "{": "}",
  "(": ")",
  '"': '"',
  "'": "'",
  "`": "`",
  "[": "]",
  "\u201c": "\u201d",
  "\u2018": "\u2019",
  "\u201e": "\u201c",
  "\u00ab": "\u00bb",
};

/** White space, and what has no width: direction marks and joiners that come with a copy. */
const BLANK_REGEXP = /[\s\u200b-\u200f\u202a-\u202e\u2060-\u2064]/;

/**
 * Takes off blanks, quotes, brackets, `urn:uuid:` and the comma or semicolon of
 * a list, from outside in.
 */
export function findGuidCore(text: string): GuidCore {
  let start = 0;
  let end = text.length;
  let unclosed: string | null = null;
  const trim = (): void => {
    while (start < end && isBlank(text, start)) start++;
    while (end > start && isBlank(text, end - 1)) end--;
  };
  trim();
  if (end - start > 1 && /[,;]/.test(text.charAt(end - 1))) end--;
  trim();
  let whole: readonly [number, number] | null = null;
  while (end > start) {
    const close = PAIRS[text.charAt(start)];
    if (close === undefined) break;
    if (/[)\]}]/.test(close)) whole ??= [start, end];
    if (end - start > 1 && text[end - 1] === close) end--;
    else unclosed = close;
    start++;
    trim();
    if (unclosed !== null) break;
  }
  const prefix = /^(?:urn:)?uuid:\s*/i.exec(text.slice(start, end));
  if (prefix !== null) {
    const inner = findGuidCore(text.slice(start + prefix[0].length, end));
    const before = start + prefix[0].length;
    return {
      ...inner,
      offset: inner.offset + before,
      wholeOffset: inner.wholeOffset + before,
    };
  }
  const [wholeOffset, wholeEnd] = whole ?? [start, end];
  return {
    text: text.slice(start, end),
    offset: start,
    unclosed,
    whole: text.slice(wholeOffset, wholeEnd),
    wholeOffset,
  };
}

function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code <= 0x20 || (code > 0x7e && BLANK_REGEXP.test(text.charAt(at)));
}
