/** A part of a text that spells a GUID. */
export interface GuidPart {
  readonly text: string;
  /** How many characters stand before it. */
  readonly offset: number;
  /** Whether nothing says that it is a GUID, so that only a known one counts. */
  readonly isDoubtful: boolean;
}

const VALUE_NAME_REGEXP = /^\s*(?:"[^"]*"|@)\s*=\s*(?=hex|")/i;
const GUID_REGEXP =
  /(?:(?<![\w-])|(?<=\b_?GUID_))(?:0x)?[0-9a-f]{8}(?:[-_]?[0-9a-f]{4}){3}[-_]?[0-9a-f]{12}(?![\w-])/gi;
const SAYS_REGEXP = /(?:guid|uuid)(?![a-z])[^\n]{0,40}$/i;
const CLOSES_REGEXP = /^[\s)\]}"'`;,>]*$/;

/**
 * Finds the GUID in a piece of source text that says what it is: the value of a
 * line of a registry file, or what `new Guid("…")`, `[Guid]'…'`, `uuid(…)`,
 * `from_u128(…)` and their like are given.
 *
 * @param text The whole text
 * @returns The part that spells the GUID; null if there is none, or more than one
 */
export function findGuidInCode(text: string): GuidPart | null {
  const name = VALUE_NAME_REGEXP.exec(text);
  if (name !== null) return partOf(text.slice(name[0].length), name[0].length);
  const [only, second] = text.matchAll(GUID_REGEXP);
  if (only === undefined || second !== undefined) return null;
  const [written] = only;
  const isSaid = SAYS_REGEXP.test(text.slice(0, only.index)) &&
    CLOSES_REGEXP.test(text.slice(only.index + written.length));
  return isSaid ? partOf(withDashes(written), only.index) : null;
}

/** The compiler of C++ writes `_GUID_eda08606_2494_…`. */
function withDashes(written: string): string {
  return /^0x/i.test(written) ? written : written.replaceAll("_", "-");
}

function partOf(text: string, offset: number, isDoubtful = false): GuidPart {
  return { text, offset, isDoubtful };
}

/** The only string of a text, whatever calls or assigns it. */
const STRING_REGEXP = /^[^"']*?(?=(b?)\\?(["'])([^"'\n]*?)\\?\2[^"']*$)/i;

/**
 * Finds the one string in a piece of code, such as the argument of
 * `GUIDFromString(L"…")`, `bytes.fromhex('…')` or `FromBase64String("…")`.
 *
 * @param text The whole text
 * @returns What stands between the quotes, with the `b` of a string of bytes; null
 *   if there is no string, nothing beside it, or more than one
 */
export function findOnlyString(text: string): GuidPart | null {
  const match = STRING_REGEXP.exec(text);
  if (match === null) return null;
  const [before, mark = "", quote = "", content = ""] = match;
  const whole = `${mark}${quote}${content}${quote}`;
  return whole === text.trim() ? null : partOf(whole, before.length);
}

/**
 * Finds the one GUID in a line that begins with something else: a path of the
 * registry, an element of XML, a line of a list, an address.
 *
 * @param text The whole text
 * @returns The part that spells the GUID, with its braces; null if there is none, if
 *   there are several, or if the text begins with it
 */
export function findGuidInLine(text: string): GuidPart | null {
  const [only, second] = text.matchAll(GUID_REGEXP);
  if (only === undefined || second !== undefined) return null;
  if (!/\w/.test(text.slice(0, only.index))) return null;
  const [written] = only;
  const isBraced = text[only.index - 1] === "{";
  const start = only.index - (isBraced ? 1 : 0);
  const end = only.index + written.length;
  const closes = isBraced && text[end] === "}" ? 1 : 0;
  return partOf(text.slice(start, end + closes), start, !written.includes("-"));
}
