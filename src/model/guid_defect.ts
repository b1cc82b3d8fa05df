import type { GuidCore } from "./guid_core.ts";

/** What is wrong with a text that begins like a GUID. */
export interface GuidDefect {
  /** The first character that cannot be, counted from 1; one past the end if the text is too short. */
  readonly position: number;
  /** What is wrong, as a phrase without a full stop. */
  readonly detail: string;
}

const BEGINS_REGEXP =
  /^(?:[0-9a-f]{8}(?![0-9a-z_])|[0-9a-f]{9,}|[0-9a-f]{1,8}-[0-9a-f]{1,4}-|\w{8}-\w{4}-\w{4}-\w{4}-\w{12}$)/i;
/** How many characters may be wrong in what is still meant as a GUID. */
const MOST_SLIPS = 4;

/** Says where a text that begins like a GUID stops being one; null if it does not. */
export function findGuidDefect(core: GuidCore): GuidDefect | null {
  if (core.text === "") {
    return { position: core.offset + 1, detail: "the text is empty" };
  }
  const lookalike = findLookalike(core);
  if (lookalike !== null) return lookalike;
  const prefix = /^0x(?=[0-9a-f]{9})/i.test(core.text) ? 2 : 0;
  const text = core.text.slice(prefix);
  if (!BEGINS_REGEXP.test(text) && !hasFewSlips(text)) return null;
  if (/[*?]/.test(text)) return null;
  const offset = core.offset + prefix;
  return findWrongCharacter(text, offset) ?? findWrongEnd(text, offset);
}

/** Whether a text has the length of a GUID and hardly a character that no GUID has. */
function hasFewSlips(text: string): boolean {
  if (text.length < 30 || text.length > 40) return false;
  return text.replace(/[0-9a-f-]/gi, "").length <= MOST_SLIPS;
}

function hasDashes(text: string): boolean {
  return text.includes("-");
}

function lengthOf(text: string): number {
  return hasDashes(text) ? 36 : 32;
}

function findWrongCharacter(text: string, offset: number): GuidDefect | null {
  for (let i = 0; i < Math.min(text.length, lengthOf(text)); i++) {
    const wantsDash = hasDashes(text) &&
      (i === 8 || i === 13 || i === 18 || i === 23);
    const character = String.fromCodePoint(text.codePointAt(i) ?? 0);
    if (wantsDash ? character === "-" : /^[0-9a-f]$/i.test(character)) continue;
    const wanted = wantsDash ? "a dash" : "a hexadecimal digit";
    return {
      position: offset + i + 1,
      detail: `"${character}" where ${wanted} belongs`,
    };
  }
  return null;
}

function findWrongEnd(text: string, offset: number): GuidDefect {
  const length = lengthOf(text);
  return {
    position: offset + Math.min(text.length, length) + 1,
    detail: text.length < length
      ? `it ends after ${text.length} of ${length} characters`
      : `"${text.slice(length)}" follows a whole GUID`,
  };
}

const DASHES_REGEXP = /[\u2010-\u2015\u2212]/g;
const INVISIBLE_REGEXP =
  /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
// deno-lint-ignore no-control-regex -- the range of ASCII
const NOT_ASCII_REGEXP = /[^\x00-\x7f]/u;

/** Finds the typographic dash, the full-width digit or the invisible character in what looks like a GUID. */
function findLookalike({ text, offset }: GuidCore): GuidDefect | null {
  const other = NOT_ASCII_REGEXP.exec(text);
  if (other === null || text.length > 100) return null;
  const plain = text.normalize("NFKC").replace(DASHES_REGEXP, "-")
    .replace(INVISIBLE_REGEXP, "").replace(/^[{("']|[})"']$/g, "");
  if (!/^[0-9a-f]{8}(-?)(?:[0-9a-f]{4}\1){3}[0-9a-f]{12}$/i.test(plain)) {
    return null;
  }
  const [character] = other;
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return {
    position: offset + other.index + 1,
    detail: `"${character}" (U+${
      code.padStart(4, "0")
    }) where a plain character belongs`,
  };
}
