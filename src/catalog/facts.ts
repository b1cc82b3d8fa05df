/**
 * The shapes of the fact tables in `data/`: tuples, since the tables are long
 * and every field of them is needed. Symbols of layers are whole; a null is
 * something that no source says.
 *
 * @module
 */

import type { Guid } from "../model/record.ts";
import type { SourceKey } from "./references.ts";
import type { NtddiName } from "./windows_versions.ts";

/** What is not the same for every row of a kind. */
export interface Extra {
  /** Other symbols of the same GUID. */
  readonly aliases?: readonly string[];
  /** Whole sentences. */
  readonly notes?: readonly string[];
  /** Where else the facts are from. */
  readonly also?: readonly SourceKey[];
}

/** What the rows of all objects with a symbol begin with; `since` is null outside the header. */
export type SymbolFact = readonly [
  name: string,
  guid: Guid,
  since: NtddiName | null,
  ...rest: readonly unknown[],
];

/** A callout with a symbol; without `since` no header of the SDK defines it. */
export type CalloutFact = readonly [
  name: string,
  guid: Guid,
  since: NtddiName | null,
  layer: string | null,
  source: SourceKey,
  /** The key of its description in `callout_texts.ts`. */
  text: string,
  extra?: Extra,
];

/** What a callout does, in our words; shared by the two of an IPv4 and IPv6 pair. */
export type CalloutTextFact = readonly [
  key: string,
  description: string,
  notes: readonly string[],
  source: SourceKey,
];

/** A callout of the header as running systems showed it. */
export type ObservedCalloutFact = readonly [
  name: string,
  layer: string,
  runtimeId: number,
  displayName: string,
  /** The flags as one number. */
  flags: number,
  seenIn: readonly SourceKey[],
  chineseName: string | null,
  source: SourceKey,
];

/** What a dump shows of a callout outside the header, beside what its sighting says. */
export type ObservedOtherCalloutFact = readonly [
  guid: Guid,
  /** The flags as one number. */
  flags: number,
  runtimeId: number,
  source: SourceKey,
];

/** One sighting of a callout that the header does not define. */
export type OtherCalloutFact = readonly [
  guid: Guid,
  /** The callout's display name or symbol; null where only a filter was seen. */
  name: string | null,
  layer: string | null,
  /** The key of the product in `products.ts`. */
  product: string,
  source: SourceKey,
  /** Where in the source, or which other sources. */
  extra?: {
    readonly also?: readonly SourceKey[];
    /** The name of a filter that names this callout, where that is all that was seen. */
    readonly filter?: string;
  },
];

/** A product that registers callouts. */
export type ProductFact = readonly [
  key: string,
  product: string | null,
  vendor: string | null,
  /** What the attribution rests on beyond the sighting, such as an inference. */
  remark: string | null,
  /** Whether the product makes its GUIDs at run time, so that other machines have others. */
  randomGuids: boolean,
  /** What its callouts are for, as one sentence; null where that differs by callout. */
  purpose: string | null,
];

/** A layer. */
export type LayerFact = readonly [
  name: string,
  guid: Guid,
  since: NtddiName | null,
  mode: "kernel" | "user",
  runtimeName: string,
  displayName: string | null,
  /** The flags as one number, as a dump shows them. */
  flags: number | null,
  source: SourceKey,
  description: string,
  extra?: Extra,
];

/** The run-time id of a layer in the header of each Windows of `LAYER_BUILDS`. */
export type LayerRuntimeIdFact = readonly [
  runtimeName: string,
  ...ids: readonly (number | null)[],
];

/** A sublayer. */
export type SublayerFact = readonly [
  name: string,
  guid: Guid,
  since: NtddiName | null,
  displayName: string | null,
  /** The weight as dumps show it. */
  weight: number | null,
  provider: string | null,
  source: SourceKey,
  description: string,
  extra?: Extra,
];

/** A provider. */
export type ProviderFact = readonly [
  name: string,
  guid: Guid,
  since: NtddiName | null,
  displayName: string | null,
  serviceName: string | null,
  source: SourceKey,
  description: string,
  extra?: Extra,
];

/** A condition field, a keying module or a provider context. */
export type NamedFact = readonly [
  name: string,
  guid: Guid,
  since: NtddiName | null,
  source: SourceKey,
  description: string,
  extra?: Extra,
];

/** How callouts of a product are named that makes its GUIDs at run time. */
export type NamePatternFact = readonly [
  /** A display name, or the beginning of one with `*` after it. */
  pattern: string,
  /** The key of the product in `products.ts`. */
  product: string,
  source: SourceKey,
];
