import { findByGuid } from "../catalog/find_by_guid.ts";
import { findFirewallFamilyNear } from "../catalog/firewall_family.ts";
import { nearestGuids } from "../catalog/nearest.ts";
import type { Guid, WfpRecord } from "../model/record.ts";
import type { SourceIndex } from "../sources/source_index.ts";
import { findFamilyRecord } from "./family_record.ts";

/**
 * Lists what differs from a GUID in one digit: of the catalogue, of a rule, of the sources.
 *
 * @param guid The GUID in canonical form
 * @param sources What was read from other sources
 * @returns The records, those of the catalogue first
 */
export function listNearRecords(
  guid: Guid,
  sources: Pick<SourceIndex, "nearestGuids"> | undefined,
): WfpRecord[] {
  const ofRule = findFirewallFamilyNear(guid);
  const family = ofRule === null ? null : findFamilyRecord(ofRule);
  return [
    ...nearestGuids(guid, { maxDistance: 1 })
      .flatMap((near) => findByGuid(near.guid)),
    ...(family === null ? [] : [family]),
    ...(sources?.nearestGuids(guid) ?? [])
      .filter(({ distance }) => distance === 1).map(({ record }) => record),
  ];
}
