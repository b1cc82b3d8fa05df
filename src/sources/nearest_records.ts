import { type Hit, NearIndex } from "../catalog/near_index.ts";
import type { Guid, WfpRecord } from "../model/record.ts";

/** A record of a source that was perhaps meant. */
export interface NearRecord {
  readonly record: WfpRecord;
  /** Hexadecimal digits that differ, or letters to change. */
  readonly distance: number;
}

/** Finds the records of sources whose GUIDs or names differ a little from what was asked. */
export class NearestRecords {
  readonly #records: readonly WfpRecord[];
  readonly #index: NearIndex;

  /**
   * @param records The records in their order
   * @param namesOf All names of a record
   */
  constructor(
    records: readonly WfpRecord[],
    namesOf: (record: WfpRecord) => readonly string[],
  ) {
    this.#records = records.filter(({ guid }) => guid !== null);
    this.#index = new NearIndex(
      this.#records.map(({ guid }) => guid ?? ""),
      () =>
        this.#records.flatMap((record, owner) =>
          namesOf(record).map((name) => ({ text: name.toLowerCase(), owner }))
        ),
    );
  }

  /** Those that differ from a GUID in up to three hexadecimal digits, the nearest first. */
  byGuid(guid: Guid): readonly NearRecord[] {
    return this.#toRecords(this.#index.byGuid(guid));
  }

  /** Those whose digits differ from some text of about 32 in a few, the nearest first. */
  byDigits(digits: string): readonly NearRecord[] {
    return this.#toRecords(this.#index.byDigits(digits));
  }

  /** Those with a name that differs in a few letters, the nearest first. */
  byName(name: string): readonly NearRecord[] {
    return this.#toRecords(this.#index.byName(name));
  }

  #toRecords(hits: readonly Hit[]): NearRecord[] {
    return hits.map(({ index, distance }) => ({
      record: this.#records[index] as WfpRecord,
      distance,
    }));
  }
}
