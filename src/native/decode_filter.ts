import { FILTER_FLAGS } from "../model/flags.ts";
import type { RawCondition, RawFilter } from "../model/raw.ts";
import type { FwpValue } from "../model/value.ts";
import {
  decodeDisplay,
  decodeGuidPointer,
  decodeProviderData,
} from "./decode_common.ts";
import { decodeGuid, decodeSetGuid } from "./decode_guid.ts";
import { decodeValue } from "./decode_value.ts";
import { createFlagNamer } from "./flag_namer.ts";
import { ACTION0, FILTER0, FILTER_CONDITION0 } from "./layouts.ts";
import { checkCount, readAddress, readStruct } from "./memory.ts";
import type { NativeReader } from "./native_reader.ts";

const nameFlags = createFlagNamer(FILTER_FLAGS);

/** More than any filter has. */
const MAX_CONDITIONS = 65_536;

/** `FWP_ACTION_TYPE`. Source: fwptypes.h, SDK 10.0.22000. */
const ACTIONS: Readonly<Record<number, string>> = {
  0x1001: "FWP_ACTION_BLOCK",
  0x1002: "FWP_ACTION_PERMIT",
  0x5003: "FWP_ACTION_CALLOUT_TERMINATING",
  0x6004: "FWP_ACTION_CALLOUT_INSPECTION",
  0x4005: "FWP_ACTION_CALLOUT_UNKNOWN",
  0x2006: "FWP_ACTION_CONTINUE",
  0x0007: "FWP_ACTION_NONE",
  0x0008: "FWP_ACTION_NONE_NO_MATCH",
  0x0009: "FWP_ACTION_BITMAP_INDEX_SET",
};
/** `FWP_ACTION_FLAG_CALLOUT`: the action names a callout. */
const ACTION_FLAG_CALLOUT = 0x4000;

/** `FWP_MATCH_TYPE`, by number. Source: fwptypes.h, SDK 10.0.22000. */
const MATCH_TYPES = [
  "FWP_MATCH_EQUAL",
  "FWP_MATCH_GREATER",
  "FWP_MATCH_LESS",
  "FWP_MATCH_GREATER_OR_EQUAL",
  "FWP_MATCH_LESS_OR_EQUAL",
  "FWP_MATCH_RANGE",
  "FWP_MATCH_FLAGS_ALL_SET",
  "FWP_MATCH_FLAGS_ANY_SET",
  "FWP_MATCH_FLAGS_NONE_SET",
  "FWP_MATCH_EQUAL_CASE_INSENSITIVE",
  "FWP_MATCH_NOT_EQUAL",
  "FWP_MATCH_PREFIX",
  "FWP_MATCH_NOT_PREFIX",
] as const;

/** `FWPM_FILTER_FLAG_HAS_PROVIDER_CONTEXT` and `…_HAS_SECURITY_REALM_PROVIDER_CONTEXT`. */
const HAS_PROVIDER_CONTEXT = 0x04 | 0x80;

/**
 * Decodes a `FWPM_FILTER0`.
 *
 * @param reader Where its pointers lead
 * @param view The structure
 * @returns The filter, all of it copied
 * @throws {UnavailableError} If a count in it cannot be true
 */
export function decodeFilter(reader: NativeReader, view: DataView): RawFilter {
  const flags = view.getUint32(FILTER0.flags, true);
  const action = view.getUint32(FILTER0.action + ACTION0.type, true);
  const effectiveWeight = decodeValue(reader, view, FILTER0.effectiveWeight);
  return {
    key: decodeGuid(view, FILTER0.filterKey),
    ...decodeDisplay(reader, view, FILTER0.displayData),
    flags: nameFlags(flags),
    providerKey: decodeGuidPointer(reader, view, FILTER0.providerKey),
    providerData: decodeProviderData(reader, view, FILTER0.providerData),
    layerKey: decodeGuid(view, FILTER0.layerKey),
    sublayerKey: decodeSetGuid(view, FILTER0.subLayerKey),
    weight: decodeValue(reader, view, FILTER0.weight),
    conditions: decodeConditions(reader, view),
    actionType: ACTIONS[action] ?? formatNumber(action),
    calloutKey: (action & ACTION_FLAG_CALLOUT) === 0
      ? null
      : decodeGuid(view, FILTER0.action + ACTION0.calloutKey),
    providerContextKey: (flags & HAS_PROVIDER_CONTEXT) === 0
      ? null
      : decodeGuid(view, FILTER0.providerContextKey),
    filterId: String(view.getBigUint64(FILTER0.filterId, true)),
    effectiveWeight: formatWeight(effectiveWeight),
  };
}

function decodeConditions(
  reader: NativeReader,
  filter: DataView,
): RawCondition[] {
  const count = filter.getUint32(FILTER0.numFilterConditions, true);
  const address = readAddress(filter, FILTER0.filterCondition);
  if (count === 0 || address === 0) return [];
  checkCount("conditions of a filter", count, MAX_CONDITIONS);
  const { size } = FILTER_CONDITION0;
  const view = readStruct(reader.memory, address, count * size);
  return Array.from(
    { length: count },
    (_, i) => decodeCondition(reader, view, i * size),
  );
}

function decodeCondition(
  reader: NativeReader,
  view: DataView,
  offset: number,
): RawCondition {
  const match = view.getUint32(offset + FILTER_CONDITION0.matchType, true);
  return {
    fieldKey: decodeGuid(view, offset + FILTER_CONDITION0.fieldKey),
    matchType: MATCH_TYPES[match] ?? formatNumber(match),
    value: decodeValue(
      reader,
      view,
      offset + FILTER_CONDITION0.conditionValue,
    ),
  };
}

/** The engine gives an effective weight as a 64-bit number; nothing else is one. */
function formatWeight(weight: FwpValue): string | null {
  return weight.type === "FWP_UINT64" && typeof weight.value === "string"
    ? weight.value
    : null;
}

function formatNumber(number: number): string {
  return `0x${number.toString(16).padStart(8, "0")}`;
}
