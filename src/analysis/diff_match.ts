/** What {@linkcode matchRecords} compares records by. */
export interface Matchable {
  readonly guid: string | null;
  readonly name?: string | null;
}

/** Records of two lists, paired. */
export interface Matched<T> {
  /** Pairs with the same GUID. */
  readonly same: readonly (readonly [T, T])[];
  /** Pairs with the same content under different GUIDs. */
  readonly rekeyed: readonly (readonly [T, T])[];
  readonly removed: readonly T[];
  readonly added: readonly T[];
}

/**
 * Pairs the records of two lists: by GUID, and what is left by content, one for one.
 *
 * @param before The one list
 * @param after The other list
 * @param content A text that is the same for records that are alike
 */
export function matchRecords<T extends Matchable>(
  before: readonly T[],
  after: readonly T[],
  content: (record: T) => string,
): Matched<T> {
  const byGuid = pair(before, after, keyOf);
  const byContent = pair(byGuid.left, byGuid.right, content);
  return {
    same: byGuid.pairs,
    rekeyed: byContent.pairs,
    removed: byContent.left,
    added: byContent.right,
  };
}

/** The GUID; for an object that is known by a symbol only, the symbol. */
function keyOf(record: Matchable): string {
  return record.guid ?? `name:${record.name ?? ""}`;
}

interface Pairing<T> {
  readonly pairs: [T, T][];
  /** What is left of the first list, in its order. */
  readonly left: T[];
  /** What is left of the second list, in its order. */
  readonly right: T[];
}

function pair<T>(
  before: readonly T[],
  after: readonly T[],
  key: (record: T) => string,
): Pairing<T> {
  const waiting = new Map<string, T[]>();
  if (before.length > 0) {
    for (const record of after) {
      const text = key(record);
      const list = waiting.get(text);
      if (list) list.push(record);
      else waiting.set(text, [record]);
    }
  }
  const pairs: [T, T][] = [];
  const left: T[] = [];
  const taken = new Set<T>();
  for (const record of before) {
    const partner = waiting.get(key(record))?.shift();
    if (partner === undefined) left.push(record);
    else {
      pairs.push([record, partner]);
      taken.add(partner);
    }
  }
  return { pairs, left, right: after.filter((record) => !taken.has(record)) };
}
