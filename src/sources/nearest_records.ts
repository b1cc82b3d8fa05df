import { GuidIndex } from "../catalog/guid_index.ts";
import { NameIndex } from "../catalog/name_index.ts";
import { nameDistance } from "../catalog/nearest.ts";
import { guidDigits } from "../model/guid.ts";
import type { Guid, WfpRecord } from "../model/record.ts";

/** A record of a source that was perhaps meant. */
export interface NearRecord {
  readonly record: WfpRecord;
  /** Hexadecimal digits that differ, or letters to change. */
  readonly distance: number;
}

/** No name that somebody types is longer. */
const LONGEST_NAME = 255;

/** Finds the records of sources whose GUIDs or names differ a little from what was asked. */
export class NearestRecords {
  readonly #records: readonly WfpRecord[];
  readonly #namesOf: (record: WfpRecord) => readonly string[];
  #guids: GuidIndex | null = null;
  #names: NameIndex | null = null;
  #digits: NameIndex | null = null;

  /**
   * @param records The records in their order
   * @param namesOf All names of a record
   */
  constructor(
    records: readonly WfpRecord[],
    namesOf: (record: WfpRecord) => readonly string[],
  ) {
    this.#records = records.filter(({ guid }) => guid !== null);
    this.#namesOf = namesOf;
  }

  /** Those that differ from a GUID in up to three hexadecimal digits, the nearest first. */
  byGuid(guid: Guid): readonly NearRecord[] {
    this.#guids ??= new GuidIndex(this.#records.map((each) => each.guid ?? ""));
    const found = new Map<number, number>();
    this.#guids.search(guid, (i, distance) => found.set(i, distance));
    return this.#sort(found);
  }

  /** Those that differ from a name in a few letters, the nearest first. */
  byName(name: string): readonly NearRecord[] {
    if (name.length > LONGEST_NAME) return [];
    this.#names ??= this.#indexNames();
    const found = new Map<number, number>();
    this.#names.search(
      name.toLowerCase(),
      nameDistance(name),
      (i, distance) => {
        if (distance < (found.get(i) ?? Infinity)) found.set(i, distance);
      },
    );
    return this.#sort(found);
  }

  /** Those whose digits differ from some text of about 32 in a few, the nearest first. */
  byDigits(digits: string): readonly NearRecord[] {
    this.#digits ??= new NameIndex(
      this.#records.map(({ guid }, owner) => ({
        text: guidDigits(guid ?? ""),
        owner,
      })),
    );
    const found = new Map<number, number>();
    this.#digits.search(digits, 3, (i, distance) => found.set(i, distance));
    return this.#sort(found);
  }

  #indexNames(): NameIndex {
    return new NameIndex(
      this.#records.flatMap((record, owner) =>
        this.#namesOf(record).filter((name) => name.length <= LONGEST_NAME)
          .map((name) => ({ text: name.toLowerCase(), owner }))
      ),
    );
  }

  #sort(found: ReadonlyMap<number, number>): NearRecord[] {
    return [...found].sort(([i, a], [j, b]) => a - b || i - j)
      .map(([i, distance]) => ({
        record: this.#records[i] as WfpRecord,
        distance,
      }));
  }
}
