import type { Guid } from "../model/record.ts";
import { LAYER_BUILDS } from "./data/layer_runtime_ids.ts";
import { LAST_STABLE_ID, layerRowById } from "./stable_layers.ts";

/** A callout of Windows Firewall, taken apart. */
export interface FirewallFamily {
  /** The symbol of the layer. */
  readonly layer: string;
  readonly layerGuid: Guid;
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
 * be one whose run-time id is the same in every Windows.
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
  if (id > LAST_STABLE_ID) return null;
  const layer = layerRowById(id, LAYER_BUILDS.length - 1);
  if (layer === undefined) return null;
  const number = digits >> 8;
  return {
    layer: layer[0],
    layerGuid: layer[1],
    function: FUNCTIONS[number] ??
      `function ${number.toString(16).padStart(2, "0")}, not published`,
  };
}
