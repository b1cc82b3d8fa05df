import { findByGuid } from "../catalog/find_by_guid.ts";
import { findFirewallFamily } from "../catalog/firewall_family.ts";
import { NIL_GUID } from "../model/guid.ts";
import type { CalloutRecord, Guid } from "../model/record.ts";

const LAYER_BY_WINDOWS =
  "The last two digits are the run-time id of the layer; which layer that is " +
  "depends on the version of Windows.";

/**
 * The record of a callout that Windows Firewall makes by its rule, one GUID
 * for each function and layer, if the GUID follows that rule.
 *
 * @returns The record, or null
 */
export function findFamilyRecord(guid: Guid): CalloutRecord | null {
  const family = findFirewallFamily(guid);
  if (family === null) return null;
  const owner = {
    product: "Windows Firewall",
    vendor: "Microsoft",
    confidence: "medium",
    evidence: "the GUID follows the rule by which Windows Firewall makes its " +
      "callout keys: function and layer in the last four digits",
  } as const;
  const [layer] = findByGuid(family.layerGuid ?? NIL_GUID);
  return {
    kind: "callout",
    name: null,
    guid,
    aliases: [],
    displayName: null,
    description: `Windows Firewall: ${family.function}.`,
    layer: family.layer,
    layerGuid: family.layerGuid,
    addressFamily: layer?.kind === "layer" ? layer.addressFamily : null,
    since: null,
    reserved: false,
    builtin: false,
    registered: null,
    persistent: null,
    flags: null,
    provider: null,
    providerGuid: null,
    providerData: null,
    runtimeId: null,
    owner,
    owners: [owner],
    observed: null,
    notes: family.layer === null ? [LAYER_BY_WINDOWS] : [],
    references: [...findByGuid("c3dbed20-0bb6-4bf3-828d-96732e1e0000")]
      .flatMap((record) => record.references),
    source: "builtin",
  };
}
