import { differingDigits } from "../model/guid.ts";
import type { Guid } from "../model/record.ts";
import { LAYER_BUILDS, LAYER_RUNTIME_IDS } from "./data/layer_runtime_ids.ts";
import { LAST_STABLE_ID, layerRowById } from "./stable_layers.ts";

/** A callout of Windows Firewall, taken apart. */
export interface FirewallFamily {
  /** The symbol of the layer; null for a number that means one or another layer by Windows. */
  readonly layer: string | null;
  readonly layerGuid: Guid | null;
  /** What the callout does, such as `writes the log`. */
  readonly function: string;
}

const PREFIX = "c3dbed20-0bb6-4bf3-828d-96732e1e";

const FUNCTIONS: readonly string[] = [
  "notifies the user",
  "writes the log",
  "allows secondary connections",
  "starts the inspection of established flows",
  "inspects the packets of streams",
];

/**
 * Takes the GUID of a callout of Windows Firewall apart.
 *
 * The firewall makes these GUIDs of a fixed part, a function in two hexadecimal
 * digits and the run-time id of the layer in two more. Microsoft's FwDiagnose
 * names five functions; an event of Windows 7 shows a sixth (05) whose purpose
 * is not known, so any function number counts as the family. The layer has to
 * be one that some Windows has; it is named if it is the same in every Windows.
 *
 * @param guid The GUID in canonical form
 * @returns The layer and the function, or null if it is not of the family
 *
 * @example Usage
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const family = findFirewallFamily("c3dbed20-0bb6-4bf3-828d-96732e1e0414");
 * assertEquals(family?.layer, "FWPM_LAYER_STREAM_V4");
 * ```
 */
export function findFirewallFamily(guid: Guid): FirewallFamily | null {
  if (guid.length !== 36 || !guid.startsWith(PREFIX)) return null;
  const digits = Number.parseInt(guid.slice(32), 16);
  if (digits === 0) return null;
  const id = digits & 0xff;
  if (!isLayerNumber(id)) return null;
  const layer = id > LAST_STABLE_ID
    ? undefined
    : layerRowById(id, LAYER_BUILDS.length - 1);
  const number = digits >> 8;
  return {
    layer: layer?.[0] ?? null,
    layerGuid: layer?.[1] ?? null,
    function: FUNCTIONS[number] ??
      `function ${number.toString(16).padStart(2, "0")}, not published`,
  };
}

/**
 * The GUID of the family that differs from a GUID in one digit of the fixed part.
 *
 * @returns The GUID in canonical form, or null
 */
export function findFirewallFamilyNear(guid: Guid): Guid | null {
  const meant = PREFIX + guid.slice(PREFIX.length);
  return differingDigits(guid, meant).length === 1 &&
      findFirewallFamily(meant) !== null
    ? meant
    : null;
}

function isLayerNumber(id: number): boolean {
  return LAYER_RUNTIME_IDS().some(([, ...ids]) => ids.includes(id));
}
