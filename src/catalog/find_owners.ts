import type { Guid, Owner } from "../model/record.ts";
import { CALLOUTS } from "./data/callouts.ts";
import type { CalloutFact, OtherCalloutFact } from "./facts.ts";
import { findFirewallFamily } from "./firewall_family.ts";
import { findProduct } from "./products.ts";
import { formatReference, type SourceKey } from "./references.ts";
import { findSightings } from "./sightings.ts";

/**
 * Whose a callout is, by its GUID.
 *
 * @param guid The GUID in canonical form
 * @returns The products known to use it, those of Microsoft first; empty if none is known
 *
 * @example Usage
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(findOwners("8e44982b-f477-11df-85ce-78e7d1810190")[0]?.vendor, "Microsoft");
 * ```
 */
export function findOwners(guid: Guid): readonly Owner[] {
  const owners: Owner[] = [];
  const row = (CALLOUTS as readonly CalloutFact[]).find((row) =>
    row[1] === guid
  );
  if (row !== undefined && row[3] !== null) {
    return [microsoft("Windows", "defined by fwpmu.h of the Windows SDK")];
  }
  for (const sighting of findSightings(guid)) {
    const owner = ownerOf(sighting);
    const same = owners.find((known) => known.product === owner.product);
    if (same === undefined) owners.push(owner);
  }
  if (owners.length > 0) return owners;
  if (row !== undefined) {
    return [microsoft("Windows", "named by Microsoft's FwDiagnose tool")];
  }
  return findFirewallFamily(guid) === null ? [] : [
    microsoft(
      "Windows Firewall",
      "its GUID is of the family that Windows Firewall makes for its callouts",
    ),
  ];
}

function microsoft(product: string, evidence: string): Owner {
  return { product, vendor: "Microsoft", confidence: "high", evidence };
}

function ownerOf(row: OtherCalloutFact): Owner {
  const { product, vendor, remark } = findProduct(row[3]);
  const base = row[5]?.filter === undefined
    ? evidenceOf(row[4])
    : `action of a filter named "${row[5].filter}" in: ${
      formatReference(row[4])
    }`;
  return {
    product,
    vendor,
    confidence: confidenceOf(row, remark),
    evidence: remark === null ? base : `${base}; ${remark}`,
  };
}

function evidenceOf(source: SourceKey): string {
  return formatReference(source);
}

function confidenceOf(
  row: OtherCalloutFact,
  remark: string | null,
): Owner["confidence"] {
  if (row[5]?.filter !== undefined || remark !== null) return "low";
  return /Dump$|Filters$|Issue\d+$|Page$/.test(row[4]) ? "medium" : "high";
}
