import type { Owner } from "../model/record.ts";
import { NAME_PATTERNS } from "./data/name_patterns.ts";
import type { NamePatternFact } from "./facts.ts";
import { findProduct } from "./products.ts";
import { sourceName } from "./references.ts";

/**
 * The owners that a callout may have, by its display name: for drivers that make their GUIDs
 * at run time, so that only the name tells.
 *
 * @param displayName The display name as the engine gives it
 * @returns The products whose callouts are named so, with low confidence; empty if none is known
 *
 * @example Usage
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const [owner] = findOwnersByName("WinDivert2.2_CalloutInboundNetworkIPv4");
 * assertEquals(owner?.product, "WinDivert.sys");
 * ```
 */
export function findOwnersByName(displayName: string): readonly Owner[] {
  return NAME_PATTERNS()
    .filter(([pattern]) => fits(displayName, pattern))
    .map(ownerOf);
}

function ownerOf([pattern, key, source]: NamePatternFact): Owner {
  const { product, vendor } = findProduct(key);
  return {
    product,
    vendor,
    confidence: "low",
    evidence: `named like "${pattern}", as on running systems: ${
      sourceName(source)
    }`,
  };
}

/** Whether a name is the pattern, or begins with it where the pattern ends in `*`. */
function fits(name: string, pattern: string): boolean {
  return pattern.endsWith("*")
    ? name.startsWith(pattern.slice(0, -1))
    : name === pattern;
}
