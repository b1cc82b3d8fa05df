import type { Guid, Owner } from "../model/record.ts";
import type { OtherCalloutFact } from "./facts.ts";
import { findRow } from "./find_row.ts";
import { findFirewallFamily } from "./firewall_family.ts";
import { sourcesOf } from "./observation.ts";
import { findProduct, type Product } from "./products.ts";
import { isFromMachine, sourceName } from "./references.ts";
import { findSightings } from "./sightings.ts";

const OF_HEADER = microsoft("Windows", "defined by fwpmu.h of the Windows SDK");
const OF_WINDOWS = microsoft("Windows", "named by Microsoft's FwDiagnose");
const OF_FIREWALL = microsoft(
  "Windows Firewall",
  "one of the family of GUIDs that Microsoft's FwDiagnose describes",
);

/**
 * The owners of a callout, by its GUID.
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
  const row = findRow(guid, "callout");
  if (row !== null && row[2] !== null) return [OF_HEADER];
  if (findFirewallFamily(guid) !== null) return [OF_FIREWALL];
  const owners = ownersSeen(guid);
  if (row === null) return owners;
  // FwDiagnose names the callout in its source code, so dumps only add the product.
  const product = owners[0]?.product ?? OF_WINDOWS.product;
  return [{ ...OF_WINDOWS, product }];
}

function ownersSeen(guid: Guid): readonly Owner[] {
  const owners = new Map<string, Owner>();
  for (const row of findSightings(guid)) {
    const owner = ownerOf(row);
    const key = `${owner.product} ${owner.vendor}`;
    if (!owners.has(key)) owners.set(key, owner);
  }
  return [...owners.values()];
}

function microsoft(product: string, evidence: string): Owner {
  return { product, vendor: "Microsoft", confidence: "high", evidence };
}

function ownerOf(row: OtherCalloutFact): Owner {
  const known = findProduct(row[3]);
  const { product, vendor, remark } = known;
  const evidence = evidenceOf(row);
  return {
    product,
    vendor,
    confidence: confidenceOf(row, known),
    evidence: remark === null ? evidence : `${evidence}; ${remark}`,
  };
}

function evidenceOf(row: OtherCalloutFact): string {
  const [, , , , source, extra] = row;
  if (!isFromMachine(source)) return `source code: ${sourceName(source)}`;
  const names = sourcesOf(row).map(sourceName).join(", ");
  return extra?.filter === undefined
    ? `seen on running systems: ${names}`
    : `action of a filter named "${extra.filter}" on running systems: ${names}`;
}

/** Low where a vendor is not known or inferred, or a filter is all that was seen. */
function confidenceOf(
  [, , , , source, extra]: OtherCalloutFact,
  { vendor, vendorInferred }: Product,
): Owner["confidence"] {
  if (vendor === null || vendorInferred || extra?.filter !== undefined) {
    return "low";
  }
  return isFromMachine(source) ? "medium" : "high";
}
