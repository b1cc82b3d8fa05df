import { findByGuid } from "../catalog/find_by_guid.ts";
import type { Guid, Kind, WfpRecord } from "../model/record.ts";
import type { SourceIndex } from "../sources/source_index.ts";

/** Where to look and for what. */
export interface LookupOptions {
  /** Only objects of this kind; all kinds without it. */
  readonly kind?: Kind | undefined;
  /** What was read from `--live` and `--from`. */
  readonly sources?: SourceIndex | undefined;
}

/**
 * Every record of a GUID, those of the catalogue first.
 *
 * @param guid The GUID in canonical form
 * @param options Where to look and for what
 * @returns The records; empty if there are none
 */
export function recordsOfGuid(
  guid: Guid,
  { kind, sources }: LookupOptions,
): WfpRecord[] {
  const records: WfpRecord[] = [
    ...findByGuid(guid),
    ...sources?.findByGuid(guid) ?? [],
  ];
  return kind === undefined
    ? records
    : records.filter((record) => record.kind === kind);
}
