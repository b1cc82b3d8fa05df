/**
 * Small filter engines for tests: objects with every member, of which a test
 * says what matters.
 *
 * @module
 */

import type {
  RawCallout,
  RawFilter,
  RawSnapshot,
  RawSublayer,
} from "../../src/model/raw.ts";

/** A registered callout at the connect layer. */
export function rawCallout(members: Partial<RawCallout> = {}): RawCallout {
  return {
    key: "11111111-1111-4111-8111-111111111111",
    name: "Example callout",
    description: null,
    flags: ["FWPM_CALLOUT_FLAG_REGISTERED"],
    providerKey: null,
    providerData: null,
    layerKey: "FWPM_LAYER_ALE_AUTH_CONNECT_V4",
    calloutId: 300,
    ...members,
  };
}

/** A filter at the connect layer that lets {@linkcode rawCallout} decide. */
export function rawFilter(members: Partial<RawFilter> = {}): RawFilter {
  return {
    key: "22222222-2222-4222-8222-222222222222",
    name: "Example filter",
    description: null,
    flags: [],
    providerKey: null,
    providerData: null,
    layerKey: "FWPM_LAYER_ALE_AUTH_CONNECT_V4",
    sublayerKey: "FWPM_SUBLAYER_UNIVERSAL",
    weight: { type: "FWP_EMPTY", value: null },
    conditions: [],
    actionType: "FWP_ACTION_CALLOUT_TERMINATING",
    calloutKey: "11111111-1111-4111-8111-111111111111",
    providerContextKey: null,
    filterId: "70000",
    effectiveWeight: "1000",
    ...members,
  };
}

/** The universal sublayer. */
export function rawSublayer(members: Partial<RawSublayer> = {}): RawSublayer {
  return {
    key: "FWPM_SUBLAYER_UNIVERSAL",
    name: "Universal",
    description: null,
    flags: [],
    providerKey: null,
    providerData: null,
    weight: 32768,
    ...members,
  };
}

/** A whole state with one callout and the filter that uses it. */
export function rawSnapshot(members: Partial<RawSnapshot> = {}): RawSnapshot {
  return {
    time: "2026-01-02T03:04:05.678Z",
    computer: null,
    windows: null,
    complete: true,
    warnings: [],
    callouts: [rawCallout()],
    filters: [rawFilter()],
    layers: [],
    sublayers: [rawSublayer()],
    providers: [],
    ...members,
  };
}
