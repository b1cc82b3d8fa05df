/**
 * What an audit says, and how objects are named in it.
 *
 * @module
 */

import type {
  CalloutRecord,
  FilterRecord,
  Guid,
  Owner,
} from "../model/record.ts";

/** How serious a finding is, the worst first. */
export const SEVERITIES = ["error", "warning", "info"] as const;

/** One of {@linkcode SEVERITIES}. */
export type Severity = typeof SEVERITIES[number];

/** The ids of all findings. */
export const FINDING_IDS = [
  "dangling",
  "blind",
  "impostor",
  "conflict",
  "unregistered",
  "shared-guid",
  "orphan",
  "unattributed",
  "not-visible",
] as const;

/** One of {@linkcode FINDING_IDS}. */
export type FindingId = typeof FINDING_IDS[number];

/** An object that a finding is about. What an object does not have or is not known is null. */
export interface Evidence {
  readonly kind: "callout" | "filter";
  readonly guid: Guid | null;
  /** The symbol, else the display name. */
  readonly name: string | null;
  readonly layer: string | null;
  /** Of the callout, or of the callout that the filter uses. */
  readonly product: string | null;
  readonly vendor: string | null;
  /** How certain it is that the product is the owner. */
  readonly confidence: Owner["confidence"] | null;
  /** The GUID of the callout that the filter uses. */
  readonly callout: Guid | null;
  readonly sublayer: string | null;
  readonly sublayerWeight: number | null;
  readonly effectiveWeight: string | null;
  readonly action: string | null;
  readonly flags: readonly string[] | null;
  readonly filterId: string | null;
}

/** One finding of an audit. */
export interface Finding {
  readonly id: FindingId;
  readonly severity: Severity;
  /** What was found, in one line. */
  readonly title: string;
  /** Why it is so, and why it matters. */
  readonly reason: string;
  /** The objects that it is about: a callout before the filters that use it. */
  readonly evidence: readonly Evidence[];
  /** What to do. */
  readonly remedy: string;
  /** The page of Microsoft's documentation, or null. */
  readonly reference: string | null;
}

/** The pages that findings refer to. */
export const PAGES = {
  arbitration:
    "https://learn.microsoft.com/en-us/windows/win32/fwp/filter-arbitration",
  builtins:
    "https://learn.microsoft.com/en-us/windows/win32/fwp/built-in-callout-identifiers",
  enumeration:
    "https://learn.microsoft.com/en-us/windows/win32/api/fwpmu/nf-fwpmu-fwpmcalloutcreateenumhandle0",
  registration:
    "https://learn.microsoft.com/en-us/windows-hardware/drivers/ddi/fwpsk/nf-fwpsk-fwpscalloutregister0",
} as const;

/** A callout as evidence. */
export function calloutEvidence(record: CalloutRecord): Evidence {
  return {
    ...missingCallout(record.guid, record.name, record.owner),
    layer: record.layer,
    flags: record.flags,
  };
}

/** A callout as evidence of which no more is known than what filters say. */
export function missingCallout(
  guid: Guid | null,
  name: string | null,
  owner: Owner | null,
): Evidence {
  return {
    kind: "callout",
    guid,
    name,
    layer: null,
    product: owner?.product ?? null,
    vendor: owner?.vendor ?? null,
    confidence: owner?.confidence ?? null,
    callout: null,
    sublayer: null,
    sublayerWeight: null,
    effectiveWeight: null,
    action: null,
    flags: null,
    filterId: null,
  };
}

/** A filter as evidence, with the owner of its callout. */
export function filterEvidence(
  record: FilterRecord,
  owner: Owner | null,
): Evidence {
  return {
    kind: "filter",
    guid: record.guid,
    name: record.displayName,
    layer: record.layer,
    product: owner?.product ?? null,
    vendor: owner?.vendor ?? null,
    confidence: owner?.confidence ?? null,
    callout: record.callout,
    sublayer: record.sublayer,
    sublayerWeight: record.sublayerWeight,
    effectiveWeight: record.effectiveWeight,
    action: record.action,
    flags: record.flags,
    filterId: record.filterId,
  };
}

/** What to do about a callout that does not answer. */
export function repairOf({ product, vendor, confidence }: Evidence): string {
  const maker = product ?? vendor;
  if (maker === null) {
    return "Find the product by the provider and the names, and start, repair or uninstall it";
  }
  if (product === "Windows") {
    return "Windows itself registers the callout: restart the machine, and repair Windows if the callout is still missing";
  }
  const start = `Start or repair ${maker}, which ${
    confidence === "low" ? "probably registers" : "registers"
  } the callout`;
  // What comes with Windows has no uninstaller of its own
  return vendor === "Microsoft"
    ? `${start}, and restart the machine if the callout is still missing`
    : `${start}; if it is no longer wanted, let its own uninstaller remove what is left`;
}

/** A number and its noun: `1 filter`, `2 filters`. */
export function count(
  items: readonly unknown[],
  noun: string,
): string {
  return `${items.length} ${noun}${items.length === 1 ? "" : "s"}`;
}

/** How a callout is called in a sentence. */
export function label(name: string | null, guid: Guid | null): string {
  if (name === null) return guid ?? "without a name";
  return /^[A-Z0-9_]+$/.test(name) ? name : `"${name}"`;
}
