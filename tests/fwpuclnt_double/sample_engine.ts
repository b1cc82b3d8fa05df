/**
 * An engine's worth of objects, with every kind of text and value that may occur.
 *
 * @module
 */

import type {
  RawCallout,
  RawFilter,
  RawLayer,
  RawProvider,
  RawSnapshot,
  RawSublayer,
} from "../../src/model/raw.ts";
import type { FwpValue } from "../../src/model/value.ts";

/** A GUID of ours by number: its digits differ in every byte from one number to the next. */
export function sampleGuid(family: number, n: number): string {
  const digits = (family * 0x10000 + n).toString(16).padStart(8, "0");
  const tail = ((n * 0x9e3779b1) >>> 0).toString(16).padStart(8, "0");
  return `${digits}-${tail.slice(0, 4)}-4${tail.slice(4, 7)}-8${
    digits.slice(5)
  }-${tail}${digits.slice(4)}`;
}

const TEXTS: readonly (string | null)[] = [
  "Plain callout",
  null,
  "Prüf-Callout 漢字 \u{1f525}",
  "unpaired \ud83d high",
  "unpaired \udd25 low",
  " leading and trailing ",
  "line\r\nbreak\tand tab",
  "@{Package_1.0?ms-resource://Package/Name}",
];

/** One value of every type, null pointers and extremes among them. */
export const SAMPLE_VALUES: readonly FwpValue[] = [
  { type: "FWP_EMPTY", value: null },
  { type: "FWP_UINT8", value: 255 },
  { type: "FWP_UINT16", value: 65_535 },
  { type: "FWP_UINT32", value: 4_294_967_295 },
  { type: "FWP_UINT64", value: "18446744073709551615" },
  { type: "FWP_UINT64", value: null },
  { type: "FWP_INT8", value: -128 },
  { type: "FWP_INT16", value: -32_768 },
  { type: "FWP_INT32", value: -2_147_483_648 },
  { type: "FWP_INT64", value: "-9223372036854775808" },
  { type: "FWP_FLOAT", value: 0.5 },
  { type: "FWP_DOUBLE", value: -1e300 },
  { type: "FWP_DOUBLE", value: null },
  { type: "FWP_BYTE_ARRAY16_TYPE", value: "000102030405060708090a0b0c0d0eff" },
  { type: "FWP_BYTE_BLOB_TYPE", value: "5c00640065000000" },
  { type: "FWP_BYTE_BLOB_TYPE", value: "" },
  { type: "FWP_BYTE_BLOB_TYPE", value: null },
  { type: "FWP_SID", value: "S-1-5-18" },
  {
    type: "FWP_SID",
    value: "S-1-5-80-3055155277-3816794035-3994065555-2874236192-2193176987",
  },
  { type: "FWP_SID", value: "S-1-0x123456789abc-1" },
  { type: "FWP_SID", value: null },
  {
    type: "FWP_SECURITY_DESCRIPTOR_TYPE",
    value: "O:SYG:SYD:(A;;CCRC;;;S-1-5-80-1-2-3)",
  },
  { type: "FWP_SECURITY_DESCRIPTOR_TYPE", value: "02000480" },
  { type: "FWP_SECURITY_DESCRIPTOR_TYPE", value: null },
  {
    type: "FWP_TOKEN_INFORMATION_TYPE",
    value: "S-1-5-18; S-1-5-32-544; restricting S-1-5-12",
  },
  { type: "FWP_TOKEN_ACCESS_INFORMATION_TYPE", value: "00ff" },
  { type: "FWP_UNICODE_STRING_TYPE", value: "Grüße \ud800" },
  { type: "FWP_UNICODE_STRING_TYPE", value: "" },
  { type: "FWP_UNICODE_STRING_TYPE", value: null },
  { type: "FWP_BYTE_ARRAY6_TYPE", value: "0123456789ab" },
  { type: "FWP_BITMAP_INDEX_TYPE", value: 63 },
  { type: "FWP_BITMAP_ARRAY64_TYPE", value: "0102030405060708" },
  { type: "FWP_V4_ADDR_MASK", value: "10.0.0.0/8" },
  { type: "FWP_V4_ADDR_MASK", value: "0.0.0.0/0" },
  { type: "FWP_V4_ADDR_MASK", value: "255.255.255.255/32" },
  { type: "FWP_V4_ADDR_MASK", value: "10.0.0.1/255.0.255.0" },
  { type: "FWP_V6_ADDR_MASK", value: "fe80::1/64" },
  { type: "FWP_V6_ADDR_MASK", value: "::/0" },
  {
    type: "FWP_V6_ADDR_MASK",
    value: "2001:db8:0:1:0:0:0:0/128".replace(":0:0:0:0", "::"),
  },
  { type: "FWP_V6_ADDR_MASK", value: null },
  {
    type: "FWP_RANGE_TYPE",
    value: {
      low: { type: "FWP_UINT16", value: 1 },
      high: { type: "FWP_UINT16", value: 1_023 },
    },
  },
  {
    type: "FWP_RANGE_TYPE",
    value: {
      low: { type: "FWP_UINT64", value: "1" },
      high: {
        type: "FWP_BYTE_ARRAY16_TYPE",
        value: "ffffffffffffffffffffffffffffffff",
      },
    },
  },
  { type: "0x00000103", value: null },
];

/** 64 KiB of UTF-16: longer than any page of memory, as a text may be. */
const LONG_TEXT = "Prüfung ".repeat(4_096);

const MATCHES = [
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
  "0x0000000d",
];

const ACTIONS = [
  "FWP_ACTION_PERMIT",
  "FWP_ACTION_BLOCK",
  "FWP_ACTION_CALLOUT_TERMINATING",
  "FWP_ACTION_CALLOUT_INSPECTION",
  "FWP_ACTION_CALLOUT_UNKNOWN",
  "FWP_ACTION_CONTINUE",
  "FWP_ACTION_NONE",
  "FWP_ACTION_NONE_NO_MATCH",
  "FWP_ACTION_BITMAP_INDEX_SET",
  "0x0000100a",
];

const LAYERS = 99;
const PROVIDERS = 20;
const SUBLAYERS = 30;

function pick<T>(items: readonly T[], n: number): T {
  const item = items[n % items.length];
  if (item === undefined) throw new RangeError("Nothing to pick from");
  return item;
}

function list<T>(length: number, make: (n: number) => T): T[] {
  return Array.from({ length }, (_, n) => make(n));
}

function sampleProviderKey(n: number): string | null {
  return n % 3 === 0 ? null : sampleGuid(2, n % PROVIDERS);
}

function sampleData(n: number): string | null {
  return n % 5 === 0 ? "00ff10" : null;
}

function sampleLayer(n: number): RawLayer {
  return {
    key: sampleGuid(1, n),
    name: `Layer ${n}`,
    description: pick(TEXTS, n + 1),
    flags: ["FWPM_LAYER_FLAG_KERNEL", "FWPM_LAYER_FLAG_BUILTIN"],
    defaultSublayerKey: n % 7 === 0 ? null : sampleGuid(3, n % SUBLAYERS),
    layerId: n,
  };
}

function sampleProvider(n: number): RawProvider {
  return {
    key: sampleGuid(2, n),
    name: pick(TEXTS, n),
    description: null,
    flags: n % 2 === 0 ? [] : ["FWPM_PROVIDER_FLAG_PERSISTENT", "0x80000000"],
    providerData: sampleData(n),
    serviceName: n % 2 === 0 ? null : "MpsSvc",
  };
}

function sampleSublayer(n: number): RawSublayer {
  return {
    key: sampleGuid(3, n),
    name: pick(TEXTS, n),
    description: pick(TEXTS, n + 3),
    flags: n % 2 === 0 ? [] : ["FWPM_SUBLAYER_FLAG_PERSISTENT"],
    providerKey: sampleProviderKey(n),
    providerData: sampleData(n),
    weight: 65_535 - n,
  };
}

function sampleCallout(n: number): RawCallout {
  return {
    key: sampleGuid(4, n),
    name: n === 7 ? LONG_TEXT : pick(TEXTS, n),
    description: pick(TEXTS, n + 5),
    flags: n % 4 === 0 ? [] : [
      "FWP_CALLOUT_FLAG_CONDITIONAL_ON_FLOW",
      "FWPM_CALLOUT_FLAG_REGISTERED",
      "0x40000000",
    ],
    providerKey: sampleProviderKey(n),
    providerData: sampleData(n),
    layerKey: sampleGuid(1, n % LAYERS),
    calloutId: n === 0 ? 4_294_967_295 : 257 + n,
  };
}

function sampleFilter(n: number, callouts: number): RawFilter {
  const actionType = pick(ACTIONS, n);
  const hasContext = n % 11 === 0;
  return {
    key: sampleGuid(5, n),
    name: n === 30
      ? LONG_TEXT
      : n % 50 === 0
      ? pick(TEXTS, n / 50)
      : `Filter ${n}`,
    description: null,
    flags: hasContext
      ? ["FWPM_FILTER_FLAG_HAS_PROVIDER_CONTEXT"]
      : n % 2 === 0
      ? []
      : ["FWPM_FILTER_FLAG_CLEAR_ACTION_RIGHT", "FWPM_FILTER_FLAG_INDEXED"],
    providerKey: sampleProviderKey(n),
    providerData: sampleData(n),
    layerKey: sampleGuid(1, n % LAYERS),
    sublayerKey: sampleGuid(3, n % SUBLAYERS),
    weight: n % 2 === 0
      ? { type: "FWP_UINT8", value: n % 16 }
      : { type: "FWP_UINT64", value: "9223372036854775808" },
    conditions: list(n % 5, (i) => ({
      fieldKey: sampleGuid(6, i),
      matchType: pick(MATCHES, n + i),
      value: pick(SAMPLE_VALUES, 4 * n + i),
    })),
    actionType,
    calloutKey: actionType.startsWith("FWP_ACTION_CALLOUT") && callouts > 0
      ? sampleGuid(4, n % callouts)
      : null,
    providerContextKey: hasContext ? sampleGuid(7, n) : null,
    filterId: String(66_000n + BigInt(n)),
    effectiveWeight: n % 13 === 0 ? null : String(2n ** 64n - 1n - BigInt(n)),
  };
}

/**
 * Makes a snapshot of made-up objects, as a live source gives it.
 *
 * @param sizes How many callouts and filters; as many as a real engine holds if left out
 * @returns The snapshot; its time is the only thing that a read changes
 */
export function sampleEngine(
  sizes: { readonly callouts?: number; readonly filters?: number } = {},
): RawSnapshot {
  const callouts = sizes.callouts ?? 90;
  return {
    time: null,
    computer: "PRÜFSTAND-1",
    windows: "10.0.22631",
    complete: true,
    warnings: [],
    layers: list(LAYERS, sampleLayer),
    providers: list(PROVIDERS, sampleProvider),
    sublayers: list(SUBLAYERS, sampleSublayer),
    callouts: list(callouts, sampleCallout),
    filters: list(sizes.filters ?? 1_000, (n) => sampleFilter(n, callouts)),
  };
}
