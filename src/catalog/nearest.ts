import type { Guid, Kind } from "../model/record.ts";
import { catalogue, type Entry } from "./catalogue.ts";
import { editDistance } from "./edit_distance.ts";
import { spellings } from "./entry_names.ts";
import { NameIndex } from "./name_index.ts";
import {
  type Hit,
  nameDistance,
  NearIndex,
  sortHits,
  type Spelling,
} from "./near_index.ts";
import { once } from "./once.ts";

/** Something that was perhaps meant. */
export interface Near {
  /** Its name, as in its record. */
  readonly name: string | null;
  readonly guid: Guid;
  readonly kind: Kind;
  /** Hexadecimal digits that differ, or letters to change. */
  readonly distance: number;
}

/** What to look for. */
export interface NearestOptions {
  /** Only objects of these kinds. */
  readonly kinds?: readonly Kind[];
  /** How many at most; 3 if not given. */
  readonly most?: number;
  /** The greatest distance that counts; never more than 3 for GUIDs. */
  readonly maxDistance?: number;
}

const NONE: readonly Near[] = [];
const near = once(() =>
  new NearIndex(catalogue().map(({ guid }) => guid), listSpellings)
);
const joined = once(indexJoinedNames);
/** What {@linkcode editDistance} can compare, and the greatest distance it can say. */
const LONGEST_NAME = 250;

/**
 * The known GUIDs that differ from a GUID in up to three hexadecimal digits.
 *
 * @param guid A GUID in canonical form
 * @param options What to look for
 * @returns The nearest first; a GUID that is itself known comes with distance 0
 *
 * @example Usage
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const [near] = nearestGuids("eda08606-2494-4d78-89bc-67837c03b968");
 * assertEquals(near?.guid, "eda08606-2494-4d78-89bc-67837c03b969");
 * ```
 */
export function nearestGuids(
  guid: Guid,
  options: NearestOptions = {},
): readonly Near[] {
  return pick(near().byGuid(guid, options.maxDistance), options);
}

/**
 * The known GUIDs that a text of about 32 digits was perhaps meant to spell: up to
 * three of them may be missing, too many or no digit of a GUID at all.
 *
 * @param digits What is left of the text without its dashes, in lower case
 * @param options What to look for
 * @returns The nearest first
 */
export function nearestDigits(
  digits: string,
  options: NearestOptions = {},
): readonly Near[] {
  return pick(near().byDigits(digits, options.maxDistance), options);
}

/**
 * The known names that differ from a name in a few letters: by default one in
 * four, three at most. Symbols are compared with and without their prefixes.
 *
 * @param name A name in any letter case
 * @param options What to look for
 * @returns The nearest first; a name that is itself known comes with distance 0
 *
 * @example Usage
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const [near] = nearestNames("strem_v4", { kinds: ["layer"] });
 * assertEquals(near?.name, "FWPM_LAYER_STREAM_V4");
 * ```
 */
export function nearestNames(
  name: string,
  options: NearestOptions = {},
): readonly Near[] {
  return pick(near().byName(name, options.maxDistance), options);
}

/** Names without what separates their words. */
interface JoinedNames {
  readonly index: NameIndex;
  /** What the owners of the index are. */
  readonly all: readonly Spelling[];
}

/**
 * The known names that differ from a name in a few letters and digits, whatever
 * separates its words: `AleAuthConnectV4`, `ale auth connect v4`.
 *
 * @param name A name in any letter case
 * @param options What to look for
 * @returns The nearest first, with all characters to change as the distance
 */
export function nearestJoinedNames(
  name: string,
  options: NearestOptions = {},
): readonly Near[] {
  if (name.length > LONGEST_NAME) return NONE;
  const { index, all } = joined();
  const letters = joinWords(name);
  const hits = new Map<number, Hit>();
  index.search(letters, nameDistance(letters), (i) => {
    const { text, owner } = all[i] as Spelling;
    const distance = editDistance(name.toLowerCase(), text, LONGEST_NAME);
    if (distance < (hits.get(owner)?.distance ?? Infinity)) {
      hits.set(owner, { index: owner, distance });
    }
  });
  return pick(sortHits([...hits.values()]), options);
}

function indexJoinedNames(): JoinedNames {
  const all = listSpellings();
  const keys = all.map(({ text }, i) => ({ text: joinWords(text), owner: i }));
  return { index: new NameIndex(keys), all };
}

function joinWords(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, "");
}

function listSpellings(): Spelling[] {
  return catalogue().flatMap(({ name, aliases }, owner) =>
    (name === null ? [] : [name, ...aliases])
      .flatMap(spellings)
      .map((text) => ({ text, owner }))
  );
}

function pick(
  hits: readonly Hit[],
  { kinds, most = 3 }: NearestOptions,
): readonly Near[] {
  if (hits.length === 0) return NONE;
  const entries = catalogue();
  return hits
    .map(({ index, distance }) => toNear(entries[index] as Entry, distance))
    .filter(({ kind }) => kinds === undefined || kinds.includes(kind))
    .slice(0, most);
}

function toNear({ name, guid, kind }: Entry, distance: number): Near {
  return { name, guid, kind, distance };
}
