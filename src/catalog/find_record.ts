import type { CatalogRecord, Guid } from "../model/record.ts";
import { findMaker } from "./catalogue.ts";
import type { CatalogKind } from "./tables.ts";

/**
 * What the catalogue knows under a GUID as an object of one kind. Where the kind
 * is known, this asks far fewer tables than `findByGuid()`.
 *
 * @param guid The GUID in canonical form
 * @param kind What the object is
 * @returns The record, the same one on each call, or null if there is none
 *
 * @example Usage
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const guid = "3b89653c-c170-49e4-b1cd-e0eeeee19a3e";
 * assertEquals(findRecord(guid, "layer")?.name, "FWPM_LAYER_STREAM_V4");
 * assertEquals(findRecord(guid, "callout"), null);
 * ```
 */
export function findRecord<K extends CatalogKind>(
  guid: Guid,
  kind: K,
): Extract<CatalogRecord, { kind: K }> | null {
  const make = findMaker(guid, kind);
  // A table makes records of its own kind alone
  return make && make() as Extract<CatalogRecord, { kind: K }>;
}
