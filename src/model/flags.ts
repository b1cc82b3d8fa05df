/**
 * The flag symbols of WFP objects, and their bits.
 *
 * Source: `fwpmtypes.h` and `fwptypes.h` (whose `FWP_CALLOUT_FLAG_…` bits the kernel
 * side sets and `FWPM_CALLOUT0` shows) of SDK 10.0.26100.3323; `fwptypes.h` of
 * microsoft/win32metadata says the same. `RESERVED1` and `RESERVED2` are
 * the header's own names.
 *
 * @module
 */

/** One bit and the symbol that a header gives it. */
export interface Flag {
  readonly symbol: string;
  readonly bit: number;
}

/** The flags of one kind of object, in ascending bit order. */
export type FlagTable = readonly Flag[];

/** `FWPM_CALLOUT0.flags`. */
export const CALLOUT_FLAGS: FlagTable = [
  { symbol: "FWP_CALLOUT_FLAG_CONDITIONAL_ON_FLOW", bit: 0x1 },
  { symbol: "FWP_CALLOUT_FLAG_ALLOW_OFFLOAD", bit: 0x2 },
  { symbol: "FWP_CALLOUT_FLAG_ENABLE_COMMIT_ADD_NOTIFY", bit: 0x4 },
  { symbol: "FWP_CALLOUT_FLAG_ALLOW_MID_STREAM_INSPECTION", bit: 0x8 },
  { symbol: "FWP_CALLOUT_FLAG_ALLOW_RECLASSIFY", bit: 0x10 },
  { symbol: "FWP_CALLOUT_FLAG_RESERVED1", bit: 0x20 },
  { symbol: "FWP_CALLOUT_FLAG_ALLOW_RSC", bit: 0x40 },
  { symbol: "FWP_CALLOUT_FLAG_ALLOW_L2_BATCH_CLASSIFY", bit: 0x80 },
  { symbol: "FWP_CALLOUT_FLAG_ALLOW_USO", bit: 0x100 },
  { symbol: "FWP_CALLOUT_FLAG_ALLOW_URO", bit: 0x200 },
  { symbol: "FWP_CALLOUT_FLAG_RESERVED2", bit: 0x400 },
  { symbol: "FWPM_CALLOUT_FLAG_PERSISTENT", bit: 0x10000 },
  { symbol: "FWPM_CALLOUT_FLAG_USES_PROVIDER_CONTEXT", bit: 0x20000 },
  { symbol: "FWPM_CALLOUT_FLAG_REGISTERED", bit: 0x40000 },
];

/** `FWPM_FILTER0.flags`. */
export const FILTER_FLAGS: FlagTable = [
  { symbol: "FWPM_FILTER_FLAG_PERSISTENT", bit: 0x1 },
  { symbol: "FWPM_FILTER_FLAG_BOOTTIME", bit: 0x2 },
  { symbol: "FWPM_FILTER_FLAG_HAS_PROVIDER_CONTEXT", bit: 0x4 },
  { symbol: "FWPM_FILTER_FLAG_CLEAR_ACTION_RIGHT", bit: 0x8 },
  { symbol: "FWPM_FILTER_FLAG_PERMIT_IF_CALLOUT_UNREGISTERED", bit: 0x10 },
  { symbol: "FWPM_FILTER_FLAG_DISABLED", bit: 0x20 },
  { symbol: "FWPM_FILTER_FLAG_INDEXED", bit: 0x40 },
  { symbol: "FWPM_FILTER_FLAG_HAS_SECURITY_REALM_PROVIDER_CONTEXT", bit: 0x80 },
  { symbol: "FWPM_FILTER_FLAG_SYSTEMOS_ONLY", bit: 0x100 },
  { symbol: "FWPM_FILTER_FLAG_GAMEOS_ONLY", bit: 0x200 },
  { symbol: "FWPM_FILTER_FLAG_SILENT_MODE", bit: 0x400 },
  { symbol: "FWPM_FILTER_FLAG_IPSEC_NO_ACQUIRE_INITIATE", bit: 0x800 },
  { symbol: "FWPM_FILTER_FLAG_RESERVED0", bit: 0x1000 },
  { symbol: "FWPM_FILTER_FLAG_RESERVED1", bit: 0x2000 },
  { symbol: "FWPM_FILTER_FLAG_RESERVED2", bit: 0x4000 },
];

/** `FWPM_LAYER0.flags`. */
export const LAYER_FLAGS: FlagTable = [
  { symbol: "FWPM_LAYER_FLAG_KERNEL", bit: 0x1 },
  { symbol: "FWPM_LAYER_FLAG_BUILTIN", bit: 0x2 },
  { symbol: "FWPM_LAYER_FLAG_CLASSIFY_MOSTLY", bit: 0x4 },
  { symbol: "FWPM_LAYER_FLAG_BUFFERED", bit: 0x8 },
];

/** `FWPM_SUBLAYER0.flags`. */
export const SUBLAYER_FLAGS: FlagTable = [
  { symbol: "FWPM_SUBLAYER_FLAG_PERSISTENT", bit: 0x1 },
];

/** `FWPM_PROVIDER0.flags`. */
export const PROVIDER_FLAGS: FlagTable = [
  { symbol: "FWPM_PROVIDER_FLAG_PERSISTENT", bit: 0x1 },
  { symbol: "FWPM_PROVIDER_FLAG_DISABLED", bit: 0x10 },
];

/** The bits that a condition on `FWPM_CONDITION_FLAGS` asks for. */
export const CONDITION_FLAGS: FlagTable = [
  { symbol: "FWP_CONDITION_FLAG_IS_LOOPBACK", bit: 0x1 },
  { symbol: "FWP_CONDITION_FLAG_IS_IPSEC_SECURED", bit: 0x2 },
  { symbol: "FWP_CONDITION_FLAG_IS_REAUTHORIZE", bit: 0x4 },
  { symbol: "FWP_CONDITION_FLAG_IS_WILDCARD_BIND", bit: 0x8 },
  { symbol: "FWP_CONDITION_FLAG_IS_RAW_ENDPOINT", bit: 0x10 },
  { symbol: "FWP_CONDITION_FLAG_IS_FRAGMENT", bit: 0x20 },
  { symbol: "FWP_CONDITION_FLAG_IS_FRAGMENT_GROUP", bit: 0x40 },
  { symbol: "FWP_CONDITION_FLAG_IS_IPSEC_NATT_RECLASSIFY", bit: 0x80 },
  { symbol: "FWP_CONDITION_FLAG_REQUIRES_ALE_CLASSIFY", bit: 0x100 },
  { symbol: "FWP_CONDITION_FLAG_IS_IMPLICIT_BIND", bit: 0x200 },
  { symbol: "FWP_CONDITION_FLAG_IS_REASSEMBLED", bit: 0x400 },
  { symbol: "FWP_CONDITION_FLAG_IS_NAME_APP_SPECIFIED", bit: 0x4000 },
  { symbol: "FWP_CONDITION_FLAG_IS_PROMISCUOUS", bit: 0x8000 },
  { symbol: "FWP_CONDITION_FLAG_IS_AUTH_FW", bit: 0x10000 },
  { symbol: "FWP_CONDITION_FLAG_IS_RECLASSIFY", bit: 0x20000 },
  { symbol: "FWP_CONDITION_FLAG_IS_OUTBOUND_PASS_THRU", bit: 0x40000 },
  { symbol: "FWP_CONDITION_FLAG_IS_INBOUND_PASS_THRU", bit: 0x80000 },
  { symbol: "FWP_CONDITION_FLAG_IS_CONNECTION_REDIRECTED", bit: 0x100000 },
  { symbol: "FWP_CONDITION_FLAG_IS_PROXY_CONNECTION", bit: 0x200000 },
  { symbol: "FWP_CONDITION_FLAG_IS_APPCONTAINER_LOOPBACK", bit: 0x400000 },
  { symbol: "FWP_CONDITION_FLAG_IS_NON_APPCONTAINER_LOOPBACK", bit: 0x800000 },
  { symbol: "FWP_CONDITION_FLAG_IS_RESERVED", bit: 0x1000000 },
  { symbol: "FWP_CONDITION_FLAG_IS_HONORING_POLICY_AUTHORIZE", bit: 0x2000000 },
];

/**
 * Names the bits of a flags field.
 *
 * @param table The flags of that kind of object
 * @param bits The field, 32 bits, signed or not
 * @returns The symbols in ascending bit order; bits without a name last, as one
 *   item of `0x` and eight lower-case digits
 *
 * @example Usage
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(formatFlags(SUBLAYER_FLAGS, 0x101), [
 *   "FWPM_SUBLAYER_FLAG_PERSISTENT",
 *   "0x00000100",
 * ]);
 * ```
 */
export function formatFlags(table: FlagTable, bits: number): string[] {
  return [...namedBits(table, bits), ...unnamedBits(table, bits)];
}

/**
 * Puts a list of flags as `netsh` or a record writes it into our form: the bits
 * of a hexadecimal item become symbols where the header names them.
 *
 * @param table The flags of that kind of object
 * @param items Symbols, and hexadecimal items with or without `0x`
 * @returns As {@linkcode formatFlags}; symbols that the header does not have, whose
 *   bit is unknown, stand between the known ones and the unnamed bits, as written
 */
export function normalizeFlags(
  table: FlagTable,
  items: readonly string[],
): string[] {
  let bits = 0;
  const foreign: string[] = [];
  for (const item of items) {
    const known = table.find((flag) => flag.symbol === item);
    if (known !== undefined) bits |= known.bit;
    else if (HEX_ITEM.test(item)) bits |= parseInt(item, 16);
    else if (!foreign.includes(item)) foreign.push(item);
  }
  return [...namedBits(table, bits), ...foreign, ...unnamedBits(table, bits)];
}

const HEX_ITEM = /^(?:0x[0-9a-f]{1,8}|[0-9a-f]{8})$/i;

function namedBits(table: FlagTable, bits: number): string[] {
  return table.filter((flag) => (bits & flag.bit) !== 0)
    .map((flag) => flag.symbol);
}

function unnamedBits(table: FlagTable, bits: number): string[] {
  const rest = table.reduce((left, flag) => left & ~flag.bit, bits) >>> 0;
  return rest === 0 ? [] : ["0x" + rest.toString(16).padStart(8, "0")];
}
