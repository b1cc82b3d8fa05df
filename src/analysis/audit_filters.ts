/**
 * The findings of an audit that are about filters.
 *
 * @module
 */

import type { CalloutRecord, FilterRecord } from "../model/record.ts";
import {
  calloutEvidence,
  count,
  type Evidence,
  filterEvidence,
  type Finding,
  label,
  missingCallout,
  PAGES,
  repairOf,
} from "./audit_finding.ts";
import type { AuditSubject } from "./audit_subject.ts";
import { sortByEvaluation } from "./evaluation.ts";

/** Filters whose callout does not answer, and the callout if the source has it. */
interface Unanswered {
  readonly callout: CalloutRecord | undefined;
  readonly filters: readonly FilterRecord[];
}

/**
 * Finds the filters that block, or pass traffic by unseen, because their callout
 * is absent or not registered.
 */
export function findUnanswered(subject: AuditSubject): Finding[] {
  const { callouts, complete } = subject.snapshot;
  if (callouts === null) return [];
  const groups = groupByCallout(
    subject.calloutFilters.filter((filter) => {
      const callout = subject.calloutOf(filter);
      if (!isInForce(filter) || !needsCallout(filter)) return false;
      return callout === undefined ? complete : callout.registered === false;
    }),
    subject,
  );
  return groups.flatMap((group) => {
    const blocking = group.filters.filter((filter) =>
      filter.action !== "FWP_ACTION_CALLOUT_INSPECTION"
    );
    const inspecting = group.filters.filter((filter) =>
      filter.action === "FWP_ACTION_CALLOUT_INSPECTION"
    );
    return [
      ...blocking.length
        ? [dangling({ ...group, filters: blocking }, subject)]
        : [],
      ...inspecting.length
        ? [blind({ ...group, filters: inspecting }, subject)]
        : [],
    ];
  });
}

/** Finds filters whose callout is not in a list that may be incomplete. */
export function findNotVisible(subject: AuditSubject): Finding[] {
  const { callouts, complete } = subject.snapshot;
  if (callouts === null || complete) return [];
  const filters = subject.calloutFilters.filter((filter) =>
    subject.calloutOf(filter) === undefined && isInForce(filter) &&
    namesCallout(filter)
  );
  if (filters.length === 0) return [];
  const groups = groupByCallout(filters, subject);
  const one = groups.length === 1;
  return [{
    id: "not-visible",
    severity: "info",
    title: `The ${one ? "callout" : "callouts"} of ${
      count(filters, "filter")
    } ${one ? "is" : "are"} not in the list`,
    reason: `The list of callouts may be incomplete, so ${
      one ? "this callout" : "these callouts"
    } may be missing from the machine or only from the list.`,
    evidence: groups.flatMap((group) => evidenceOf(group, subject)),
    remedy:
      "Take a complete dump or snapshot as administrator, with netsh wfp show state or the snapshot command, and audit that",
    reference: PAGES.enumeration,
  }];
}

/** Finds the layers where callouts of several vendors decide about the same traffic. */
export function findConflicts(subject: AuditSubject): Finding[] {
  const layers = Map.groupBy(
    sortByEvaluation(subject.calloutFilters.filter(isInForce)),
    (filter) => filter.layerGuid ?? filter.layer,
  );
  return [...layers.values()].flatMap((filters) => {
    const foreign = filters.map((filter) =>
      filterEvidence(filter, subject.ownerOf(filter))
    )
      .filter(isOfOtherVendor);
    const vendors = listVendors(foreign);
    return vendors.length < 2 ? [] : [conflict(foreign, vendors)];
  });
}

/** Whether the filter engine evaluates the filter now; false where its flags are not known. */
function isInForce({ flags }: FilterRecord): boolean {
  return flags !== null && !flags.includes("FWPM_FILTER_FLAG_DISABLED") &&
    !flags.includes("FWPM_FILTER_FLAG_BOOTTIME");
}

/** Whether it is known which callout the filter uses. */
function namesCallout({ callout, calloutName }: FilterRecord): boolean {
  return callout !== null || calloutName !== null;
}

/** Whether it is known which callout the filter uses and that it matters if that does not answer. */
function needsCallout(filter: FilterRecord): boolean {
  return namesCallout(filter) && !filter.flags?.includes(
    "FWPM_FILTER_FLAG_PERMIT_IF_CALLOUT_UNREGISTERED",
  );
}

function groupByCallout(
  filters: readonly FilterRecord[],
  subject: AuditSubject,
): Unanswered[] {
  const groups = Map.groupBy(
    filters,
    (filter) => filter.callout ?? filter.calloutName,
  );
  return [...groups.values()].map((group) => ({
    callout: group[0] && subject.calloutOf(group[0]),
    filters: sortByEvaluation(group),
  }));
}

function evidenceOf(
  group: Unanswered,
  subject: AuditSubject,
): [Evidence, ...Evidence[]] {
  const [first] = group.filters;
  const owner = first ? subject.ownerOf(first) : null;
  return [
    group.callout ? calloutEvidence(group.callout) : missingCallout(
      first?.callout ?? null,
      first?.calloutName ?? null,
      owner,
    ),
    ...group.filters.map((filter) => filterEvidence(filter, owner)),
  ];
}

function dangling(group: Unanswered, subject: AuditSubject): Finding {
  const evidence = evidenceOf(group, subject);
  const { filters } = group;
  return {
    id: "dangling",
    severity: "error",
    title: `${count(filters, "filter")} ${
      filters.length === 1 ? "blocks what it matches" : "block what they match"
    }: ${describeCallout(group)}`,
    reason:
      "The filter engine treats a filter as a block when its callout should decide but is not registered, unless the filter has FWPM_FILTER_FLAG_PERMIT_IF_CALLOUT_UNREGISTERED.",
    evidence,
    remedy: repairOf(evidence[0]),
    reference: PAGES.registration,
  };
}

function blind(group: Unanswered, subject: AuditSubject): Finding {
  const evidence = evidenceOf(group, subject);
  return {
    id: "blind",
    severity: "warning",
    title: `${count(group.filters, "filter")} ${
      group.filters.length === 1 ? "inspects" : "inspect"
    } nothing: ${describeCallout(group)}`,
    reason:
      "The filter engine skips a filter whose callout only inspects and is not registered: the traffic passes, and what should inspect it does not see it.",
    evidence,
    remedy: repairOf(evidence[0]),
    reference: PAGES.registration,
  };
}

function describeCallout({ callout, filters: [filter] }: Unanswered): string {
  return callout
    ? `callout ${label(callout.name, callout.guid)} is not registered`
    : `callout ${
      label(filter?.calloutName ?? null, filter?.callout ?? null)
    } is absent`;
}

function isOfOtherVendor({ vendor }: Evidence): boolean {
  return vendor !== null && !/^microsoft\b/i.test(vendor);
}

/** In order of evaluation, each once. */
function listVendors(filters: readonly Evidence[]): string[] {
  const vendors = new Map<string, string>();
  for (const { vendor } of filters) {
    if (vendor !== null && !vendors.has(vendor.toLowerCase())) {
      vendors.set(vendor.toLowerCase(), vendor);
    }
  }
  return [...vendors.values()];
}

function conflict(
  evidence: readonly Evidence[],
  vendors: readonly string[],
): Finding {
  const layer = evidence[0]?.layer ?? null;
  const isExclusive = /^FWPM_LAYER_(?:STREAM_|\w+_REDIRECT_)/.test(layer ?? "");
  return {
    id: "conflict",
    severity: isExclusive ? "warning" : "info",
    title: `Callouts of ${vendors.join(" and ")} share layer ${layer ?? "?"}`,
    reason: `${
      isExclusive
        ? "At a layer where callouts change traffic, one product can undo, hide or redirect what another has done."
        : "Each of them can block what the others permit."
    } They are evaluated in this order: ${listOrder(evidence)}.${
      evidence.some(clearsRight)
        ? " A filter with CLEAR_ACTION_RIGHT lets no later sublayer overturn its decision, short of a callout's veto."
        : ""
    }`,
    evidence,
    remedy:
      "If connections fail, switch off the products one at a time to find the pair that conflicts",
    reference: PAGES.arbitration,
  };
}

function listOrder(evidence: readonly Evidence[]): string {
  const entries = evidence.map((filter) => {
    const { vendor, name, guid } = filter;
    const right = clearsRight(filter) ? " with CLEAR_ACTION_RIGHT" : "";
    return `${vendor} (filter ${label(name, guid)}${right})`;
  });
  return entries.join(", then ");
}

function clearsRight({ flags }: Evidence): boolean {
  return flags?.includes("FWPM_FILTER_FLAG_CLEAR_ACTION_RIGHT") ?? false;
}
