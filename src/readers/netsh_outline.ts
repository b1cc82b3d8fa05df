import type { FilterScope } from "../model/raw.ts";
import type { ByteInput } from "./byte_input.ts";
import { PieceReader } from "./read_pieces.ts";

/** What is left out: the lists that are most of a state. */
const LONG_LISTS = ["filters", "providerContexts"] as const;
/** What only a filter with a callout has, unless a text quotes it. */
const CALLOUT_ACTION = "FWP_ACTION_CALLOUT";
const LIST_START = /(?: numItems="[0-9]+")?>/y;
const FILE_START = /^\s*<(?:\?xml [^>]*>\s*<)?wfp(?:state|diag)[\s>]/;

/**
 * Reads a file of netsh and leaves out its long lists, which takes half the time
 * of reading all of it.
 *
 * @param reader The file
 * @param filters Which filters to keep; a few others may be among them
 * @returns The text without the others, whose offsets and lines are not those of the
 *   file; null if the file is none of netsh, is damaged, or is written in another
 *   way than netsh writes, so that what may be left out is not certain
 */
export function outlineNetsh(
  reader: ByteInput,
  filters: Exclude<FilterScope, "all">,
): string | null {
  const pieces = new PieceReader(reader);
  const outline = new Outline(filters);
  let piece = pieces.next();
  if (!FILE_START.test(piece ?? "")) return null;
  for (; piece !== undefined; piece = pieces.next()) {
    const rest = piece === null ? null : outline.add(piece);
    if (rest === null) return null;
    if (rest !== "") pieces.putBack(rest);
  }
  return outline.end();
}

/** What cannot be left out with certainty. */
class Doubt extends Error {}

class Outline {
  readonly #filters: FilterScope;
  readonly #kept: string[] = [];
  /** The list whose content is being left out, or null. */
  #list: typeof LONG_LISTS[number] | null = null;

  constructor(filters: FilterScope) {
    this.#filters = filters;
  }

  /**
   * Takes the next piece, which consists of whole lines.
   *
   * @returns The beginning of a filter that ends in the next piece, which has to begin
   *   with it; null if nothing more can be left out with certainty
   */
  add(text: string): string | null {
    if (hidesTags(text)) return null;
    const parts: string[] = [];
    let rest = "";
    try {
      for (let at = 0; at >= 0;) {
        if (this.#list === null) at = this.#keep(text, at, parts);
        else ({ at, rest } = this.#leaveOut(text, at, parts));
      }
    } catch (error) {
      if (!(error instanceof Doubt)) throw error;
      return null;
    }
    // Joining copies: a part of a piece would hold the whole piece in memory
    this.#kept.push(parts.join("\n"), "\n");
    return rest;
  }

  /** The outline; null if the file ends within a list. */
  end(): string | null {
    return this.#list === null ? this.#kept.join("") : null;
  }

  /** Keeps what stands before the content of the next long list; -1 at the end of the text. */
  #keep(text: string, from: number, parts: string[]): number {
    let start = text.length;
    for (const name of LONG_LISTS) {
      const at = findList(text, name, from);
      if (at < 0 || at >= start) continue;
      start = at;
      this.#list = name;
    }
    parts.push(text.slice(from, start));
    return this.#list === null ? -1 : start;
  }

  /** Passes over the content of the list: to its end, or to -1 at the end of the text. */
  #leaveOut(
    text: string,
    from: number,
    parts: string[],
  ): { at: number; rest: string } {
    const at = findEnd(text, this.#list as string, from);
    const keepsSome = this.#list === "filters" && this.#filters === "callouts";
    const rest = keepsSome ? keepCallouts(text, { from, end: at, parts }) : "";
    if (at >= 0) this.#list = null;
    return { at, rest: at < 0 ? rest : "" };
  }
}

/** Whether a tag may stand where there is none: in a comment, or in text as CDATA. */
function hidesTags(text: string): boolean {
  if (text.includes("!--")) return true;
  for (
    let at = text.indexOf("![CDATA[");
    at >= 0;
    at = text.indexOf("![CDATA[", at + 1)
  ) {
    const end = text.indexOf("]]>", at);
    if (end < 0 || text.slice(at, end).includes("<")) return true;
  }
  return false;
}

/** Where the content of the next list of a name begins, or -1. */
function findList(text: string, name: string, from: number): number {
  for (
    let at = text.indexOf(`<${name}`, from);
    at >= 0;
    at = text.indexOf(`<${name}`, at + 1)
  ) {
    LIST_START.lastIndex = at + 1 + name.length;
    if (LIST_START.test(text)) return LIST_START.lastIndex;
  }
  return -1;
}

/**
 * Where the end tag of a list stands, or -1.
 *
 * @throws {Doubt} If there is another such list in it
 */
function findEnd(text: string, name: string, from: number): number {
  for (
    let at = text.indexOf(name, from);
    at >= 0;
    at = text.indexOf(name, at + 1)
  ) {
    if (text[at - 1] === "<") throw new Doubt();
    if (text.startsWith(`</${name}>`, at - 2)) return at - 2;
  }
  return -1;
}

interface Filters {
  readonly from: number;
  /** Where the list ends, or -1 if that is not in the text. */
  readonly end: number;
  /** Where the filters to keep go. */
  readonly parts: string[];
}

/**
 * Keeps the filters that have callouts.
 *
 * @returns The beginning of a filter whose end is not in the text
 * @throws {Doubt} If a filter is not written as netsh writes it
 */
function keepCallouts(text: string, { from, end, parts }: Filters): string {
  const last = end < 0 ? text.length : end;
  let at = from;
  for (;;) {
    const action = text.indexOf(CALLOUT_ACTION, at);
    const isFound = action >= 0 && action < last;
    const start = startOfFilter(text, isFound ? action : last);
    if (!isFound) return text.slice(Math.max(start, at), last);
    if (start < at) throw new Doubt();
    const stop = endOfFilter(text, action);
    if (stop < 0 && end < 0) return text.slice(start);
    if (stop < 0 || stop > last) throw new Doubt();
    parts.push(text.slice(start, stop));
    at = stop;
  }
}

function startOfFilter(text: string, before: number): number {
  const key = text.lastIndexOf("<filterKey>", before);
  return key < 0 ? -1 : text.lastIndexOf("<item>", key);
}

function endOfFilter(text: string, action: number): number {
  const weight = text.indexOf("</effectiveWeight>", action);
  const end = weight < 0 ? -1 : text.indexOf("</item>", weight);
  return end < 0 ? -1 : end + "</item>".length;
}
