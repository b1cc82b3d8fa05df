import { guidDigits } from "../model/guid.ts";
import type { Guid } from "../model/record.ts";
import { GuidIndex } from "./guid_index.ts";
import { NameIndex } from "./name_index.ts";
import { once } from "./once.ts";

/** One of the things that were indexed, and how far it is from what was asked. */
export interface Hit {
  readonly index: number;
  /** Hexadecimal digits that differ, or characters to change. */
  readonly distance: number;
}

/** A way to write the name of a thing, in lower case. */
export interface Spelling {
  readonly text: string;
  /** The number of the thing. */
  readonly owner: number;
}

const NONE: readonly Hit[] = [];
/** No name that somebody types is longer, and no longer ones can be compared. */
const LONGEST_NAME = 255;
/** How many digits of a GUID may be wrong. */
const MOST_DIGITS = 3;

/** Finds the things whose GUIDs or names differ a little from what was asked, the nearest first. */
export class NearIndex {
  readonly #guids: () => GuidIndex;
  readonly #digits: () => NameIndex;
  readonly #names: () => NameIndex;

  /**
   * @param guids The GUID of each thing in canonical form
   * @param listSpellings Lists the names of all of them, once and when one is asked for
   */
  constructor(
    guids: readonly Guid[],
    listSpellings: () => readonly Spelling[],
  ) {
    this.#guids = once(() => new GuidIndex(guids));
    this.#digits = once(() =>
      new NameIndex(
        guids.map((guid, owner) => ({ text: guidDigits(guid), owner })),
      )
    );
    this.#names = once(() =>
      new NameIndex(
        listSpellings().filter(({ text }) => text.length <= LONGEST_NAME),
      )
    );
  }

  /** Those that differ from a GUID in up to three hexadecimal digits. */
  byGuid(guid: Guid, limit = MOST_DIGITS): readonly Hit[] {
    let hits: Hit[] | null = null;
    this.#guids().search(guid, (index, distance) => {
      if (distance <= limit) (hits ??= []).push({ index, distance });
    });
    return hits === null ? NONE : sortHits(hits);
  }

  /** Those whose digits differ from some text of about 32 in up to three. */
  byDigits(digits: string, limit = MOST_DIGITS): readonly Hit[] {
    return search(this.#digits(), digits, limit);
  }

  /** Those with a name that differs in a few letters. */
  byName(name: string, limit = nameDistance(name)): readonly Hit[] {
    return search(this.#names(), name.toLowerCase(), limit);
  }
}

/** How many letters of a name may be wrong: one in four, three at most. */
export function nameDistance(name: string): number {
  return Math.min(3, Math.max(1, name.length >> 2));
}

function search(
  index: NameIndex,
  text: string,
  limit: number,
): readonly Hit[] {
  if (text.length > LONGEST_NAME) return NONE;
  let nearest: Map<number, number> | null = null;
  index.search(text, limit, (owner, distance) => {
    nearest ??= new Map();
    if (distance < (nearest.get(owner) ?? Infinity)) {
      nearest.set(owner, distance);
    }
  });
  if (nearest === null) return NONE;
  return sortHits(
    [...nearest as Map<number, number>]
      .map(([index, distance]) => ({ index, distance })),
  );
}

/** Sorts what was found: the nearest first, else in the order of the things. */
export function sortHits(hits: Hit[]): readonly Hit[] {
  return hits.sort((a, b) => a.distance - b.distance || a.index - b.index);
}
