/**
 * The records that every command prints and every source gives, by kind.
 *
 * `X` is the symbol, else the display name, else null; `xGuid` is always there.
 * Unknown is null, never missing. 64-bit numbers are strings of decimal digits.
 *
 * @module
 */

import type { FwpValue } from "./value.ts";

/** A GUID in canonical form: lower case, no braces, 36 characters. */
export type Guid = string;

/** What an object is. */
export type Kind =
  | "callout"
  | "layer"
  | "sublayer"
  | "condition"
  | "provider"
  | "keying_module"
  | "provider_context"
  | "filter";

/** The first version of Windows that has an object. */
export interface Since {
  /** The header's guard, such as `NTDDI_WIN8`. */
  readonly ntddi: string;
  /** The Windows of that guard, such as `Windows 8, Server 2012`. */
  readonly windows: string;
}

/** The owner of a callout, as far as it is known. */
export interface Owner {
  readonly product: string | null;
  readonly vendor: string | null;
  /** How sure: `high` (source code or header), `medium` (dump), `low` (by provider or name). */
  readonly confidence: "high" | "medium" | "low";
  /** Why this owner is named, in words. */
  readonly evidence: string;
}

/** What was seen on real machines; another machine may differ. */
export interface Observation {
  readonly displayName: string | null;
  readonly localizedNames: readonly {
    readonly locale: string;
    readonly name: string;
  }[];
  readonly layer: string | null;
  readonly layerGuid: Guid | null;
  readonly flags: readonly string[] | null;
  readonly registered: boolean | null;
  readonly runtimeId: number | null;
  /** The dumps, by their short names. */
  readonly seenIn: readonly string[];
}

/** What all kinds share. */
export interface SharedRecord {
  readonly kind: Kind;
  readonly name: string | null;
  readonly guid: Guid | null;
  readonly aliases: readonly string[];
  readonly displayName: string | null;
  readonly description: string | null;
  /** Headers, pages and dumps that the facts come from. */
  readonly references: readonly string[];
  /** `builtin`, `live`, or the path as given. */
  readonly source: string;
}

/** A callout. */
export interface CalloutRecord extends SharedRecord {
  readonly kind: "callout";
  readonly layer: string | null;
  readonly layerGuid: Guid | null;
  readonly addressFamily: "IPv4" | "IPv6" | null;
  readonly since: Since | null;
  readonly reserved: boolean;
  /** Defined by the header of the SDK. */
  readonly builtin: boolean;
  readonly registered: boolean | null;
  readonly persistent: boolean | null;
  readonly flags: readonly string[] | null;
  readonly provider: string | null;
  readonly providerGuid: Guid | null;
  readonly providerData: string | null;
  readonly runtimeId: number | null;
  /** The first of `owners`, or null. */
  readonly owner: Owner | null;
  readonly owners: readonly Owner[];
  readonly observed: Observation | null;
  readonly notes: readonly string[];
}

/** A layer's run-time id in one Windows generation. */
export interface LayerRuntimeId {
  /** The build whose header says so, such as `22621`. */
  readonly windows: string;
  readonly id: number;
}

/** A layer. */
export interface LayerRecord extends SharedRecord {
  readonly kind: "layer";
  readonly addressFamily: "IPv4" | "IPv6" | null;
  readonly since: Since | null;
  readonly builtin: boolean;
  readonly mode: "kernel" | "user" | null;
  /** The name of the run-time layer, `FWPS_LAYER_…`. */
  readonly runtimeName: string | null;
  /** The run-time id on the machine; in the catalogue that of the newest Windows known. */
  readonly runtimeId: number | null;
  readonly runtimeIds: readonly LayerRuntimeId[];
  readonly flags: readonly string[] | null;
  readonly defaultSublayer: string | null;
  readonly defaultSublayerGuid: Guid | null;
  readonly notes: readonly string[];
}

/** A sublayer. */
export interface SublayerRecord extends SharedRecord {
  readonly kind: "sublayer";
  readonly since: Since | null;
  readonly builtin: boolean;
  readonly weight: number | null;
  readonly flags: readonly string[] | null;
  readonly provider: string | null;
  readonly providerGuid: Guid | null;
  readonly providerData: string | null;
  readonly notes: readonly string[];
}

/** A provider. */
export interface ProviderRecord extends SharedRecord {
  readonly kind: "provider";
  readonly since: Since | null;
  readonly builtin: boolean;
  readonly flags: readonly string[] | null;
  readonly serviceName: string | null;
  readonly providerData: string | null;
  readonly notes: readonly string[];
}

/** A condition field, a keying module or a provider context of the header. */
export interface NamedRecord extends SharedRecord {
  readonly kind: "condition" | "keying_module" | "provider_context";
  readonly since: Since | null;
  readonly builtin: boolean;
  readonly notes: readonly string[];
}

/** A condition of a filter, in the field's terms. */
export interface FilterCondition {
  /** The symbol of the field, else its GUID. */
  readonly field: string | null;
  /** `FWP_MATCH_…`. */
  readonly match: string | null;
  readonly value: FwpValue | null;
}

/** A filter. */
export interface FilterRecord {
  readonly kind: "filter";
  readonly guid: Guid | null;
  readonly displayName: string | null;
  readonly description: string | null;
  /** The GUID of the callout; null if the action is no callout. */
  readonly callout: Guid | null;
  readonly calloutName: string | null;
  readonly layer: string | null;
  readonly layerGuid: Guid | null;
  readonly sublayer: string | null;
  readonly sublayerGuid: Guid | null;
  readonly sublayerWeight: number | null;
  readonly weight: FwpValue | null;
  readonly effectiveWeight: string | null;
  /** `FWP_ACTION_…`. */
  readonly action: string | null;
  readonly flags: readonly string[] | null;
  readonly conditions: readonly FilterCondition[] | null;
  readonly provider: string | null;
  readonly providerGuid: Guid | null;
  readonly providerContext: Guid | null;
  readonly filterId: string | null;
  readonly source: string;
}

/** Any record of the catalogue. */
export type CatalogRecord =
  | CalloutRecord
  | LayerRecord
  | SublayerRecord
  | ProviderRecord
  | NamedRecord;

/** Any record. */
export type WfpRecord = CatalogRecord | FilterRecord;
