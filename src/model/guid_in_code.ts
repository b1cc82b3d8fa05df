/** A part of a text that spells a GUID. */
export interface GuidPart {
  readonly text: string;
  /** How many characters stand before it. */
  readonly offset: number;
}

const VALUE_NAME_REGEXP = /^\s*(?:"[^"]*"|@)\s*=\s*(?=hex|")/i;
const GUID_REGEXP =
  /(?<![\w-])(?:0x)?[0-9a-f]{8}(?:[-_]?[0-9a-f]{4}){3}[-_]?[0-9a-f]{12}(?![\w-])/gi;
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
  if (name !== null) {
    return { text: text.slice(name[0].length), offset: name[0].length };
  }
  const [only, second] = text.matchAll(GUID_REGEXP);
  if (only === undefined || second !== undefined) return null;
  const [written] = only;
  const isSaid = SAYS_REGEXP.test(text.slice(0, only.index)) &&
    CLOSES_REGEXP.test(text.slice(only.index + written.length));
  return isSaid ? { text: written, offset: only.index } : null;
}
