/**
 * What is wrong with a machine: findings about the callouts and filters of one
 * snapshot. Pure; what the source does not say is never taken for a fault.
 *
 * @module
 */

import type { Snapshot } from "../model/snapshot.ts";
import {
  findImpostors,
  findOrphans,
  findSharedGuids,
  findUnattributed,
  findUnregistered,
} from "./audit_callouts.ts";
import {
  findConflicts,
  findNotVisible,
  findUnanswered,
} from "./audit_filters.ts";
import { type Finding, FINDING_IDS, SEVERITIES } from "./audit_finding.ts";
import { type AuditOptions, makeAuditSubject } from "./audit_subject.ts";

/**
 * Audits a snapshot.
 *
 * @param snapshot Everything that one source holds
 * @param options Where to look up owners
 * @returns The findings, the worst first
 */
export function auditSnapshot(
  snapshot: Snapshot,
  options: AuditOptions,
): Finding[] {
  const subject = makeAuditSubject(snapshot, options);
  const findings = [
    ...findUnanswered(subject),
    ...findImpostors(subject),
    ...findConflicts(subject),
    ...findUnregistered(subject),
    ...findSharedGuids(subject),
    ...findOrphans(subject),
    ...findUnattributed(subject),
    ...findNotVisible(subject),
  ];
  return findings.sort((a, b) =>
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    FINDING_IDS.indexOf(a.id) - FINDING_IDS.indexOf(b.id)
  );
}
