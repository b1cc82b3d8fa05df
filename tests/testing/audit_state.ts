/**
 * Audits of states that tests make.
 *
 * @module
 */

import { auditSnapshot } from "../../src/analysis/audit.ts";
import type { Finding } from "../../src/analysis/audit_finding.ts";
import type { RawSnapshot } from "../../src/model/raw.ts";
import { attributeFilter } from "../../src/sources/attribute_owners.ts";
import { enrich } from "../../src/sources/enrich.ts";
import { rawSnapshot } from "./raw_objects.ts";

/** The findings about a state. */
export function auditAll(members: Partial<RawSnapshot>): Finding[] {
  return auditSnapshot(enrich(rawSnapshot(members), "a.xml"), {
    findOwners: attributeFilter,
  });
}

/** The findings about a state in which nothing else is to be found. */
export function audit(members: Partial<RawSnapshot>): Finding[] {
  return auditAll(members).filter(({ id }) => id !== "unattributed");
}

/** What a finding is, and the names of the objects that it is about. */
export function brief(findings: readonly Finding[]): unknown {
  return findings.map(({ id, severity, evidence }) => [
    id,
    severity,
    evidence.map(({ name, guid }) => name ?? guid),
  ]);
}
