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
/** The name of a field of a structure in Go or Rust. */
const FIELD = String.raw`(?:\w{1,20}:\s{0,9})?`;
const LABELLED = `${FIELD}${HEX}${COMMA}`;
/** A byte as dumps and debuggers print it. */
const PAIR = "(?:0x)?[0-9a-f]{2}";
const GAP = "(?:[ :,-]|, )";
const LAST = `${HEX}(?:${COMMA}${HEX}){7}`;

/** Numbers and pairs are taken together, however many: so none is looked at twice. */
const LONGEST_RUN = 2000;

/** The spellings, the longer before the shorter ones that they contain. */
const SPELLINGS = [
  `DEFINE_\\w*GUID${SPACE}\\([^()]{0,1000}\\)`,
  `\\{${SPACE}${LABELLED}${LABELLED}${LABELLED}${FIELD}(?:\\[8\\]\\w{0,9})?` +
  `[{[]${SPACE}${LAST}${SPACE}[}\\]]${SPACE}\\}`,
  `\\{?${SPACE}(?<![\\w.])${HEX}(?:${COMMA}${HEX}){7,${LONGEST_RUN}}${SPACE}\\}?`,
  String
    .raw`(?:urn:uuid:|[{("'])*\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b(?!-)[})"']*`,
  String
    .raw`hex(?:\([0-9a-f]+\))?:[0-9a-f]{2}(?:,(?:\\\r?\n\s*)?[0-9a-f]{2}){15}(?![,0-9a-f])`,
  `(?<![\\w-])${PAIR}(?:${GAP}${PAIR}){15,${LONGEST_RUN}}\\b(?!,\\\\)`,
  String.raw`(?:\\x[0-9a-f]{2}){16}(?!\\x)`,
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
