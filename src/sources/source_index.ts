import type { Guid, WfpRecord } from "../model/record.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { parseWildcard } from "../model/wildcard.ts";
import { NearestRecords, type NearRecord } from "./nearest_records.ts";

/** Finds the objects of snapshots by GUID and by name. */
export interface SourceIndex {
  /** All of them, in the order of the snapshots. */
  readonly records: readonly WfpRecord[];
  findByGuid(guid: Guid): readonly WfpRecord[];
  /** By symbol or display name, without letter case. */
  findByName(name: string): readonly WfpRecord[];
  /** By a wildcard over symbols and display names. */
  matchNames(pattern: string): readonly WfpRecord[];
  /** Those whose GUIDs differ in up to three hexadecimal digits, the nearest first. */
  nearestGuids(guid: Guid): readonly NearRecord[];
  /** Those whose digits differ from some text of about 32 in a few, the nearest first. */
  nearestDigits(digits: string): readonly NearRecord[];
  /** Those whose names differ in a few letters, the nearest first. */
  nearestNames(name: string): readonly NearRecord[];
}

/** Makes the index of everything that some snapshots hold, in their order. */
export function indexSnapshots(snapshots: readonly Snapshot[]): SourceIndex {
  const records: WfpRecord[] = snapshots.flatMap((snapshot) => [
    ...snapshot.callouts ?? [],
    ...snapshot.layers ?? [],
    ...snapshot.sublayers ?? [],
    ...snapshot.providers ?? [],
    ...snapshot.filters ?? [],
  ]);
  const byGuid = Map.groupBy(records, (record) => record.guid ?? "");
  let byName: Map<string, WfpRecord[]> | null = null;
  const nearest = new NearestRecords(records, namesOf);
  return {
    records,
    findByGuid: (guid) => byGuid.get(guid) ?? [],
    findByName: (name) => {
      byName ??= groupByName(records);
      return byName.get(name.toLowerCase()) ?? [];
    },
    matchNames: (pattern) => {
      const matches = parseWildcard(pattern);
      return records.filter((record) => namesOf(record).some(matches));
    },
    nearestGuids: (guid) => nearest.byGuid(guid),
    nearestDigits: (digits) => nearest.byDigits(digits),
    nearestNames: (name) => nearest.byName(name),
  };
}

function groupByName(records: readonly WfpRecord[]): Map<string, WfpRecord[]> {
  const groups = new Map<string, WfpRecord[]>();
  for (const record of records) {
    for (const name of namesOf(record)) {
      const group = groups.get(name.toLowerCase());
      if (group === undefined) groups.set(name.toLowerCase(), [record]);
      else group.push(record);
    }
  }
  return groups;
}

/** The symbol and the display name of a record, as far as it has them. */
export function namesOf(record: WfpRecord): string[] {
  const names = new Set<string>();
  if (record.kind !== "filter" && record.name) names.add(record.name);
  if (record.displayName) names.add(record.displayName);
  return [...names];
}
