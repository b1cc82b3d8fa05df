/**
 * Writes the engine file of the double (objects.h) from raw objects whose keys are GUIDs.
 *
 * @module
 */

import { encodeHex } from "@std/encoding/hex";
import {
  CALLOUT_FLAGS,
  FILTER_FLAGS,
  type FlagTable,
  LAYER_FLAGS,
  PROVIDER_FLAGS,
  SUBLAYER_FLAGS,
} from "../../src/model/flags.ts";
import { NIL_GUID } from "../../src/model/guid.ts";
import { guidToBytes } from "../../src/model/guid_bytes.ts";
import type { RawFilter, RawKey, RawSnapshot } from "../../src/model/raw.ts";
import { encodeUnits, encodeValue } from "./encode_value.ts";

const ACTIONS: Readonly<Record<string, number>> = {
  FWP_ACTION_BLOCK: 0x1001,
  FWP_ACTION_PERMIT: 0x1002,
  FWP_ACTION_CALLOUT_TERMINATING: 0x5003,
  FWP_ACTION_CALLOUT_INSPECTION: 0x6004,
  FWP_ACTION_CALLOUT_UNKNOWN: 0x4005,
  FWP_ACTION_CONTINUE: 0x2006,
  FWP_ACTION_NONE: 7,
  FWP_ACTION_NONE_NO_MATCH: 8,
  FWP_ACTION_BITMAP_INDEX_SET: 9,
};

const MATCHES: Readonly<Record<string, number>> = {
  FWP_MATCH_EQUAL: 0,
  FWP_MATCH_GREATER: 1,
  FWP_MATCH_LESS: 2,
  FWP_MATCH_GREATER_OR_EQUAL: 3,
  FWP_MATCH_LESS_OR_EQUAL: 4,
  FWP_MATCH_RANGE: 5,
  FWP_MATCH_FLAGS_ALL_SET: 6,
  FWP_MATCH_FLAGS_ANY_SET: 7,
  FWP_MATCH_FLAGS_NONE_SET: 8,
  FWP_MATCH_EQUAL_CASE_INSENSITIVE: 9,
  FWP_MATCH_NOT_EQUAL: 10,
  FWP_MATCH_PREFIX: 11,
  FWP_MATCH_NOT_PREFIX: 12,
};

/** How the double is to say whether the process is elevated. */
export type Elevation = "elevated" | "not elevated" | "not said";

/**
 * Writes an engine file.
 *
 * @param snapshot The objects; a list that is null is empty
 * @param elevation What Windows is to say about the process
 * @returns The text of the file
 */
export function formatEngineFile(
  snapshot: RawSnapshot,
  elevation: Elevation = snapshot.complete ? "elevated" : "not elevated",
): string {
  const version = (snapshot.windows ?? "0.0.0").split(".");
  const elevated = ["not elevated", "elevated", "not said"].indexOf(elevation);
  const lines = [
    ["machine", encodeText(snapshot.computer), ...version, elevated],
    ...(snapshot.layers ?? []).map((layer) => [
      "layer",
      ...encodeHead(layer, LAYER_FLAGS),
      encodeGuid(layer.defaultSublayerKey),
      layer.layerId,
    ]),
    ...(snapshot.providers ?? []).map((provider) => [
      "provider",
      ...encodeHead(provider, PROVIDER_FLAGS),
      encodeHexField(provider.providerData),
      encodeText(provider.serviceName),
    ]),
    ...(snapshot.sublayers ?? []).map((sublayer) => [
      "sublayer",
      ...encodeHead(sublayer, SUBLAYER_FLAGS),
      encodeGuidPointer(sublayer.providerKey),
      encodeHexField(sublayer.providerData),
      sublayer.weight,
    ]),
    ...(snapshot.callouts ?? []).map((callout) => [
      "callout",
      ...encodeHead(callout, CALLOUT_FLAGS),
      encodeGuidPointer(callout.providerKey),
      encodeHexField(callout.providerData),
      encodeGuid(callout.layerKey),
      callout.calloutId,
    ]),
    ...(snapshot.filters ?? []).flatMap(listFilterLines),
  ];
  return lines.map((fields) => fields.join("\t") + "\n").join("");
}

function listFilterLines(filter: RawFilter): unknown[][] {
  const conditions = filter.conditions ?? [];
  return [
    [
      "filter",
      ...encodeHead(filter, FILTER_FLAGS),
      encodeGuidPointer(filter.providerKey),
      encodeHexField(filter.providerData),
      encodeGuid(filter.layerKey),
      encodeGuid(filter.sublayerKey),
      encodeValue(filter.weight),
      ACTIONS[filter.actionType ?? ""] ?? filter.actionType,
      encodeGuid(filter.calloutKey),
      encodeGuid(filter.providerContextKey),
      filter.filterId,
      encodeValue(
        filter.effectiveWeight === null
          ? null
          : { type: "FWP_UINT64", value: filter.effectiveWeight },
      ),
      conditions.length,
    ],
    ...conditions.map((condition) => [
      "condition",
      encodeGuid(condition.fieldKey),
      MATCHES[condition.matchType ?? ""] ?? condition.matchType,
      encodeValue(condition.value),
    ]),
  ];
}

interface Head {
  readonly key: RawKey;
  readonly name: string | null;
  readonly description: string | null;
  readonly flags: readonly string[] | null;
}

function encodeHead(object: Head, table: FlagTable): unknown[] {
  return [
    encodeGuid(object.key),
    encodeText(object.name),
    encodeText(object.description),
    encodeFlags(object.flags ?? [], table),
  ];
}

function encodeFlags(flags: readonly string[], table: FlagTable): number {
  return flags.reduce((bits, symbol) => {
    const bit = table.find((flag) => flag.symbol === symbol)?.bit;
    return (bits | (bit ?? Number(symbol))) >>> 0;
  }, 0);
}

function encodeGuid(guid: RawKey): string {
  return encodeHex(guidToBytes(guid ?? NIL_GUID, "little-endian"));
}

function encodeGuidPointer(guid: RawKey): string {
  return guid === null ? "-" : encodeGuid(guid);
}

function encodeHexField(hex: string | null): string {
  return hex === null ? "-" : `=${hex}`;
}

function encodeText(text: string | null): string {
  return text === null ? "-" : `=${encodeUnits(text)}`;
}
