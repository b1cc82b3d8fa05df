/**
 * The order in which the filter engine evaluates its filters.
 *
 * @module
 */

import type { FilterRecord } from "../model/record.ts";

/**
 * Compares two filters by layer, and within a layer by order of evaluation:
 * sublayer weight descending, then effective weight descending. Sublayers of one
 * weight stay together; what is unknown comes last.
 */
function compareEvaluation(a: FilterRecord, b: FilterRecord): number {
  return compareText(a.layer ?? a.layerGuid, b.layer ?? b.layerGuid) ||
    compareNumber(b.sublayerWeight, a.sublayerWeight) ||
    compareText(a.sublayerGuid, b.sublayerGuid) ||
    compareDigits(b.effectiveWeight, a.effectiveWeight);
}

/**
 * Orders filters by layer and, within each, as the engine evaluates them.
 *
 * @param filters Filters of one source
 * @returns A new array; filters that nothing tells apart keep their order
 */
export function sortByEvaluation(
  filters: readonly FilterRecord[],
): FilterRecord[] {
  return [...filters].sort(compareEvaluation);
}

/** Null after everything else. */
function compareText(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}

/** Null below everything else. */
function compareNumber(a: number | null, b: number | null): number {
  return (a ?? -1) - (b ?? -1);
}

/** Decimal digits as numbers, of any length; null below everything else. */
function compareDigits(a: string | null, b: string | null): number {
  const left = a ?? "";
  const right = b ?? "";
  if (left.length !== right.length) return left.length - right.length;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
