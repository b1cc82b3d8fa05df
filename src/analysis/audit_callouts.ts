/**
 * The findings of an audit that are about callouts.
 *
 * @module
 */

import { findBuiltinByDisplayName } from "../catalog/find_builtin_by_display_name.ts";
import type { CalloutRecord, Owner } from "../model/record.ts";
import {
  calloutEvidence,
  count,
  type Finding,
  label,
  PAGES,
  repairOf,
} from "./audit_finding.ts";
import type { AuditSubject } from "./audit_subject.ts";

/** Finds callouts that pass for built-ins of Windows and are not. */
export function findImpostors({ snapshot }: AuditSubject): Finding[] {
  return (snapshot.callouts ?? []).flatMap((record) => {
    const { builtin, guid, displayName } = record;
    if (builtin) return isElsewhere(record) ? [displaced(record)] : [];
    if (guid === null || displayName === null) return [];
    const namesakeOf = findBuiltinByDisplayName(displayName);
    return namesakeOf ? [namesake(record, namesakeOf)] : [];
  });
}

/** Finds callouts that are present but that no driver has registered. */
export function findUnregistered({ snapshot }: AuditSubject): Finding[] {
  const records = (snapshot.callouts ?? []).filter(({ registered }) =>
    registered === false
  );
  const expected = records.filter(isExpectedUnregistered);
  const findings: Finding[] = records.filter((record) =>
    !isExpectedUnregistered(record)
  ).map(unregistered);
  if (expected.length === 0) return findings;
  return [...findings, {
    id: "unregistered",
    severity: "info",
    title: `Not registered, as expected: ${
      count(expected, "callout")
    } for TCP Chimney Offload`,
    reason: `Windows still lists ${
      expected.length === 1 ? "this callout" : "these callouts"
    } but no longer offloads whole TCP connections, so nothing registers ${
      themOrIt(expected)
    }.`,
    evidence: expected.map(calloutEvidence),
    remedy: "Nothing needs to be done",
    reference: PAGES.builtins,
  }];
}

/** Finds GUIDs that several products use, so that the owner is one of them. */
export function findSharedGuids({ snapshot }: AuditSubject): Finding[] {
  return (snapshot.callouts ?? []).flatMap((record): Finding[] => {
    const products = listMakers(record.owners);
    if (products.length < 2) return [];
    return [{
      id: "shared-guid",
      severity: "info",
      title: `The GUID of ${label(record.name, record.guid)} is known from ${
        count(products, "product")
      }`,
      reason:
        `Programs that copied the GUID from one another cannot be told apart by it: ${
          products.join(", ")
        }. Two of them on one machine take each other's callout for their own.`,
      evidence: [calloutEvidence(record)],
      remedy:
        "Identify the product by its provider, its display name and the installed driver",
      reference: null,
    }];
  });
}

/** Finds callouts that no filter uses. */
export function findOrphans(subject: AuditSubject): Finding[] {
  const { callouts, complete } = subject.snapshot;
  if (callouts === null || !complete) return [];
  const used = new Set(subject.calloutFilters.map(({ callout }) => callout));
  const orphans = callouts.filter(({ builtin, guid }) =>
    !builtin && !used.has(guid)
  );
  if (orphans.length === 0) return [];
  return [{
    id: "orphan",
    severity: "info",
    title: `${count(orphans, "callout")} without a filter`,
    reason: `No filter has ${themOrIt(orphans)} as its action, so ${
      orphans.length === 1 ? "it sees" : "they see"
    } no traffic. A driver may add filters only while a feature is in use.`,
    evidence: orphans.map(calloutEvidence),
    remedy:
      "If a product should be filtering now, check whether its service has started and added its filters",
    reference: null,
  }];
}

/** Finds callouts whose owner is not known. */
export function findUnattributed({ snapshot }: AuditSubject): Finding[] {
  const unknown = (snapshot.callouts ?? []).filter(({ builtin, owners }) =>
    !builtin && listMakers(owners).length === 0
  );
  if (unknown.length === 0) return [];
  return [{
    id: "unattributed",
    severity: "info",
    title: `${count(unknown, "callout")} whose owner is not known`,
    reason:
      `Neither the GUID, nor the provider, nor the name says which product ${
        unknown.length === 1 ? "it belongs" : "they belong"
      } to.`,
    evidence: unknown.map(calloutEvidence),
    remedy: `Find the driver that registers ${
      themOrIt(unknown)
    }, and list its product in a table for wfpcallout audit --owners`,
    reference: null,
  }];
}

function themOrIt({ length }: readonly unknown[]): string {
  return length === 1 ? "it" : "them";
}

/** Whether a built-in is at a layer where it has not been observed. */
function isElsewhere({ layer, layerGuid, observed }: CalloutRecord): boolean {
  if (observed === null) return false;
  if (layerGuid !== null && observed.layerGuid !== null) {
    return layerGuid !== observed.layerGuid;
  }
  return layer !== null && observed.layer !== null && layer !== observed.layer;
}

function displaced(record: CalloutRecord): Finding {
  return {
    id: "impostor",
    severity: "error",
    title: `Built-in callout ${label(record.name, record.guid)} is at layer ${
      record.layer ?? record.layerGuid
    }`,
    reason: `Windows has this callout at ${
      record.observed?.layer ?? record.observed?.layerGuid
    } and nowhere else. Something else has taken its GUID, and filters meant for the built-in reach the other callout.`,
    evidence: [calloutEvidence(record)],
    remedy:
      "Find the driver that registers the callout, and check its signature and origin; event 5446 names the process that added it",
    reference: PAGES.builtins,
  };
}

function namesake(record: CalloutRecord, builtin: CalloutRecord): Finding {
  return {
    id: "impostor",
    severity: "error",
    title: `Callout ${record.guid} has the display name of ${builtin.name}`,
    reason:
      `The built-in has the GUID ${builtin.guid}. Another callout of the same name is easily mistaken for a part of Windows.`,
    evidence: [calloutEvidence(record), calloutEvidence(builtin)],
    remedy:
      "Find the driver that registers the callout, and check its signature and origin; event 5446 names the process that added it",
    reference: PAGES.builtins,
  };
}

function isExpectedUnregistered({ builtin, name }: CalloutRecord): boolean {
  return builtin && name !== null &&
    name.startsWith("FWPM_CALLOUT_TCP_CHIMNEY_");
}

function unregistered(record: CalloutRecord): Finding {
  const evidence = calloutEvidence(record);
  return {
    id: "unregistered",
    severity: "warning",
    title: `Callout ${label(record.name, record.guid)} is not registered`,
    reason:
      "The callout is in the filter engine, but no driver has registered it: filters that leave the decision to it block, and filters that only let it inspect are skipped.",
    evidence: [evidence],
    remedy: repairOf(evidence),
    reference: PAGES.registration,
  };
}

/** The products that owners name, one of each vendor: releases of one product share GUIDs. */
function listMakers(owners: readonly Owner[]): string[] {
  const makers = new Map<string, string>();
  for (const { product, vendor } of owners) {
    const maker = vendor ?? product;
    if (maker === null) continue;
    if (!makers.has(maker)) makers.set(maker, product ?? maker);
  }
  return [...makers.values()];
}
