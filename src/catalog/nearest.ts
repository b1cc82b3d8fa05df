import type { Guid, Kind } from "../model/record.ts";
import { catalogue, type Entry } from "./catalogue.ts";
import { spellings } from "./entry_names.ts";

/** Something that was perhaps meant. */
export interface Near {
  readonly name: string | null;
  readonly guid: Guid;
  readonly kind: Kind;
  /** Digits or letters that differ. */
  readonly distance: number;
}

/** What to look for. */
export interface NearestOptions {
  /** Only objects of these kinds. */
  readonly kinds?: readonly Kind[];
  /** How many at most; 3 if not given. */
  readonly most?: number;
  /** The greatest distance that counts. */
  readonly maxDistance?: number;
}

/**
 * The known GUIDs that differ from a GUID in a few hexadecimal digits.
 *
 * @param guid A GUID in canonical form
 * @returns The nearest first; a GUID that is known itself has distance 0
 */
export function nearestGuids(
  guid: Guid,
  options: NearestOptions = {},
): readonly Near[] {
  const limit = options.maxDistance ?? 3;
  return pick(
    catalogue().map((entry) => ({
      entry,
      distance: digitsThatDiffer(guid, entry.guid),
    })),
    limit,
    options,
  );
}

/**
 * The known names that differ from a name in a few letters.
 *
 * @param name A name with or without prefix, in any letter case
 * @returns The nearest first
 */
export function nearestNames(
  name: string,
  options: NearestOptions = {},
): readonly Near[] {
  const text = spellings(name).at(-1) ?? "";
  const limit = options.maxDistance ??
    Math.min(5, Math.max(1, text.length >> 2));
  return pick(
    catalogue().filter((entry) => entry.name !== null).map((entry) => ({
      entry,
      distance: editDistance(text, spellings(entry.name ?? "").at(-1) ?? ""),
    })),
    limit,
    options,
  );
}

function pick(
  near: readonly { entry: Entry; distance: number }[],
  limit: number,
  { kinds, most = 3 }: NearestOptions,
): readonly Near[] {
  return near
    .filter(({ entry, distance }) =>
      distance <= limit && (kinds === undefined || kinds.includes(entry.kind))
    )
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ entry: { name, guid, kind }, distance }) => ({
      name,
      guid,
      kind,
      distance,
    }));
}

function digitsThatDiffer(a: string, b: string): number {
  let count = 0;
  for (let i = 0; i < 36; i++) if (a[i] !== b[i]) count++;
  return count;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let k = 1; k <= b.length; k++) {
      const change = (row[k - 1] ?? 0) + (a[i - 1] === b[k - 1] ? 0 : 1);
      next.push(Math.min(change, (row[k] ?? 0) + 1, (next[k - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
