import type { CalloutRecord, FilterRecord, Owner } from "../model/record.ts";
import type { Snapshot } from "../model/snapshot.ts";

/** What {@linkcode auditSnapshot} is told beside the snapshot. */
export interface AuditOptions {
  /** The owners of a filter's callout, where the snapshot does not hold the callout. */
  findOwners(filter: FilterRecord): readonly Owner[];
}

/** A snapshot and what all findings ask of it. */
export interface AuditSubject {
  readonly snapshot: Snapshot;
  /** The filters whose action is a callout. */
  readonly calloutFilters: readonly FilterRecord[];
  /** The callout that a filter uses, if the source has it. */
  calloutOf(filter: FilterRecord): CalloutRecord | undefined;
  /** The most likely owner of the callout that a filter uses; null if none is known. */
  ownerOf(filter: FilterRecord): Owner | null;
}

/**
 * Prepares a snapshot for the findings.
 *
 * @param snapshot Everything that one source holds
 * @param options Where to look up owners
 * @returns The snapshot, with answers to what all findings ask
 */
export function makeAuditSubject(
  snapshot: Snapshot,
  options: AuditOptions,
): AuditSubject {
  const byKey = new Map<string, CalloutRecord>();
  for (const record of snapshot.callouts ?? []) {
    const key = record.guid ?? record.name;
    if (key !== null) byKey.set(key, record);
  }
  const calloutOf = (filter: FilterRecord): CalloutRecord | undefined =>
    byKey.get(filter.callout ?? filter.calloutName ?? "");
  return {
    snapshot,
    calloutFilters: (snapshot.filters ?? []).filter(({ action }) =>
      action?.startsWith("FWP_ACTION_CALLOUT_")
    ),
    calloutOf,
    ownerOf: (filter) => {
      const record = calloutOf(filter);
      if (record) return record.owner;
      return options.findOwners(filter)[0] ?? null;
    },
  };
}
