/** A piece of a source text that spells a GUID. */
export interface ScannedGuid {
  /** As written. */
  readonly text: string;
  /** Counted from 1. */
  readonly line: number;
  /** In characters, counted from 1. */
  readonly column: number;
}

/** Blanks, line joins and comments between the parts; bounded, so that no input makes it slow. */
const SPACE = String
  .raw`(?:[\s\\]|/\*[^*]{0,200}\*/|//[^\n]{0,200}\n){0,80}`;
const COMMA = `${SPACE},${SPACE}`;
const HEX = String.raw`0x[0-9a-f]+(?:u?l{0,2}|ui64)`;
/** With the casts that C and C# need. */
const NUMBER = String
  .raw`(?:unchecked\(\(\w{1,9}\)${HEX}\)|(?:\(\w{1,20}\)\s?)?${HEX})`;
/** The name of a field of a structure in C, Go or Rust. */
const FIELD = String.raw`(?:\.?\w{1,20}\s{0,9}[:=]\s{0,9})?`;
const LABELLED = `${FIELD}${NUMBER}${COMMA}`;
/** The last eight bytes in brackets of their own, as an array of Go or C# too. */
const BYTES = String
  .raw`(?:\[8\]\w{1,9}|new\s{1,9}byte\s?\[\s?8?\s?\]\s?)?[{[]${SPACE}` +
  `${NUMBER}(?:${COMMA}${NUMBER}){7}(?:${SPACE},)?${SPACE}[}\\]]`;
const NESTED = `${LABELLED}${LABELLED}${LABELLED}${FIELD}${BYTES}`;
const NESTED_END = `(?:${SPACE},)?${SPACE}`;
/** A byte as dumps and debuggers print it. */
const PAIR = "(?:0x)?[0-9a-f]{2}";
const GAP = "(?:[ :,-]|, )";
/** Half a line of hexdump, which leaves two blanks in the middle. */
const EIGHT = "[0-9a-f]{2}(?: [0-9a-f]{2}){7}";
/** A number as assemblers write it. */
const ASSEMBLY = "\\d[0-9a-f]*h?";
const DASHED = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

/** Numbers and pairs are taken together, however many: so none is looked at twice. */
const LONGEST_RUN = 2000;

/** The spellings, the longer before the shorter ones that they contain. */
const SPELLINGS = [
  `DEFINE_\\w{0,60}?GUID${SPACE}\\([^()]{0,1000}\\)`,
  `\\{${SPACE}${NESTED}${NESTED_END}\\}`,
  `\\(${SPACE}${NESTED}${NESTED_END}\\)`,
  `(?<![\\w.])${NESTED}`,
  `(?:\\{${SPACE})?(?<![\\w.])${NUMBER}(?:${COMMA}${NUMBER}){7,${LONGEST_RUN}}` +
  `(?:${SPACE},(?=${SPACE}\\}))?${SPACE}\\}?`,
  String
    .raw`(?:(?:urn:uuid:|[{("']){0,9}\b|%7b)${DASHED}(?:%7d|\b(?!-)[})"']*)`,
  `_GUID_${DASHED.replaceAll("}-", "}_")}(?!\\w)`,
  String
    .raw`hex(?:\([0-9a-f]+\))?:[0-9a-f]{2}(?:,(?:\\\r?\n\s*)?[0-9a-f]{2}){15}(?![,0-9a-f])`,
  String.raw`(?<![\w-])${EIGHT} {2}${EIGHT}(?![\w-]| [0-9a-f]{2}\b)`,
  String.raw`(?<![\w-])(?:[0-9a-f]{4} ){7}[0-9a-f]{4}(?![\w-]| [0-9a-f]{4}\b)`,
  `(?<![\\w-])${PAIR}(?:${GAP}${PAIR}){15,${LONGEST_RUN}}\\b(?!,\\\\)`,
  String.raw`(?:\\x[0-9a-f]{2}){16}(?!\\x)`,
  String
    .raw`<\s?0[0-9a-f]*h(?:\s?,\s?<?${ASSEMBLY}){10}\s?>?\s?>`,
  String
    .raw`(?<![\w.])(?=\d[0-9a-f, ]{0,100}h)${ASSEMBLY}(?:\s?,\s?${ASSEMBLY}){15}(?![\w,])`,
  String
    .raw`\[\s*\d{1,3}(?:\s*,\s*\d{1,3}){15}\s*\]`,
  String.raw`(?<![\w-])[0-9a-f]{32}(?![\w-])`,
  String
    .raw`(?<![\w-])0x[0-9a-f]{8}(?:_?[0-9a-f]{4}){3}_?[0-9a-f]{12}(?![\w-])`,
  String.raw`(?<![\w+/=])[A-Za-z0-9+/]{21}[AQgw]==(?![\w+/=])`,
].join("|");

/**
 * Finds every spelling of a GUID in a header, a `.reg` file or a source text.
 *
 * @param text The whole text
 * @returns The pieces in order; what they mean is for `readGuid` to say
 */
export function* scanGuids(text: string): Generator<ScannedGuid> {
  let line = 1;
  let lineStart = 0;
  for (const match of text.matchAll(new RegExp(SPELLINGS, "gi"))) {
    const written = match[0].trim();
    const at = match.index + match[0].indexOf(written);
    for (
      let end = text.indexOf("\n", lineStart);
      end >= 0 && end < at;
      end = text.indexOf("\n", lineStart)
    ) {
      line++;
      lineStart = end + 1;
    }
    yield { text: written, line, column: at - lineStart + 1 };
  }
}
