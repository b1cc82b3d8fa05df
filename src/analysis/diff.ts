/**
 * What changed between two snapshots: pure, over records.
 *
 * @module
 */

import type { CalloutRecord, FilterRecord, Guid } from "../model/record.ts";
import type { Snapshot } from "../model/snapshot.ts";
import {
  calloutContent,
  calloutIdentity,
  type Content,
  filterContent,
  filterIdentity,
  SharedGuids,
} from "./diff_content.ts";
import { type Matched, matchRecords } from "./diff_match.ts";

/** What is compared. */
type Compared = CalloutRecord | FilterRecord;

/** One difference. */
export interface Change {
  readonly change: "added" | "removed" | "changed";
  readonly kind: "callout" | "filter";
  readonly guid: Guid | null;
  readonly name: string | null;
  /** The record as it was; null if it was added. */
  readonly before: Compared | null;
  /** The record as it is; null if it was removed. */
  readonly after: Compared | null;
  /** The names of the members that differ; empty unless `change` is `changed`. */
  readonly fields: readonly string[];
}

/** The answer of {@linkcode diffSnapshots}. */
export interface SnapshotDiff {
  readonly changes: readonly Change[];
  /** How many objects are the same but for a GUID, which was made at run time. */
  readonly rekeyed: number;
  /** How many objects are on one side only, where the other is cut: nothing tells whether they are gone. */
  readonly notVisible: number;
  /** The kinds that both sides hold, and that were compared. */
  readonly compared: readonly ("callout" | "filter")[];
}

/**
 * Compares two snapshots. Records are matched by GUID, and what is left by
 * content, one for one. Run-time ids, order, time, the display texts of
 * built-ins and what is unknown on one side are no difference.
 *
 * @param before The earlier or the left one
 * @param after The later or the right one
 * @param options What to compare, and how far each side was read
 * @returns The changes, how many objects only have a new GUID, and what could be compared
 */
export function diffSnapshots(
  before: Snapshot,
  after: Snapshot,
  options: DiffOptions,
): SnapshotDiff {
  const shared = new SharedGuids(before, after, options.filters);
  const parts = [compareLists(before.callouts, after.callouts, {
    identity: (record) => calloutIdentity(record, shared),
    content: (record) => calloutContent(record, shared),
  })];
  if (options.filters) {
    parts.push(compareLists(before.filters, after.filters, {
      identity: (record) => filterIdentity(record, shared),
      content: (record) => filterContent(record, shared),
    }));
  }
  const all = parts.flatMap((part) => part?.changes ?? []);
  const changes = all.filter(({ change }) => !isUnsure(change, options));
  return {
    changes,
    rekeyed: parts.reduce((sum, part) => sum + (part?.rekeyed ?? 0), 0),
    notVisible: all.length - changes.length,
    compared: (["callout", "filter"] as const).filter((_, i) => parts[i]),
  };
}

/** What {@linkcode diffSnapshots} goes by. */
export interface DiffOptions {
  /** Whether to compare filters too. */
  readonly filters: boolean;
  /** Whether the one side was not read to its end. */
  readonly isBeforeCut?: boolean;
  /** Whether the other side was not read to its end. */
  readonly isAfterCut?: boolean;
}

/** Whether an object may be in what was not read of a side. */
function isUnsure(change: Change["change"], options: DiffOptions): boolean {
  if (change === "removed") return options.isAfterCut ?? false;
  return change === "added" && (options.isBeforeCut ?? false);
}

interface Comparison<T> {
  identity(record: T): string;
  content(record: T): Content;
}

/** Undefined if one side does not hold such a list. */
function compareLists<T extends Compared>(
  before: readonly T[] | null,
  after: readonly T[] | null,
  comparison: Comparison<T>,
): { changes: Change[]; rekeyed: number } | undefined {
  if (before === null || after === null) return undefined;
  const matched = matchRecords(before, after, comparison.identity);
  return {
    changes: listChanges(matched, comparison),
    rekeyed: matched.rekeyed.length,
  };
}

function listChanges<T extends Compared>(
  matched: Matched<T>,
  comparison: Comparison<T>,
): Change[] {
  const changes: Change[] = [];
  for (const record of matched.removed) {
    changes.push(makeChange("removed", record, null));
  }
  for (const record of matched.added) {
    changes.push(makeChange("added", null, record));
  }
  for (const [before, after] of matched.same) {
    const fields = listChangedFields(
      comparison.content(before),
      comparison.content(after),
    );
    if (fields.length > 0) {
      changes.push({ ...makeChange("changed", before, after), fields });
    }
  }
  return changes;
}

/** One of `before` and `after` is always there. */
function makeChange(
  change: Change["change"],
  before: Compared | null,
  after: Compared | null,
): Change {
  const record = (after ?? before) as Compared;
  return {
    change,
    kind: record.kind,
    guid: record.guid,
    name: record.kind === "callout" ? record.name : record.displayName,
    before,
    after,
    fields: [],
  };
}

/** What one side does not know is no difference. */
function listChangedFields(before: Content, after: Content): string[] {
  return Object.keys(before).filter((field) => {
    const [old, now] = [before[field], after[field]];
    return old !== null && now !== null &&
      (old !== now && JSON.stringify(old) !== JSON.stringify(now));
  });
}
