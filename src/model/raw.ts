/**
 * What a filter engine or a dump of one says, as it was written: keys are
 * symbols or GUIDs, nothing is looked up. Readers and the native source produce
 * these objects; `sources/enrich.ts` joins them with the catalogue.
 *
 * @module
 */

import type { FwpValue } from "./value.ts";

/** A key as its source writes it: a symbol, a GUID in canonical form, or null. */
export type RawKey = string | null;

/** What every object has. */
export interface RawObject {
  readonly key: RawKey;
  readonly name: string | null;
  readonly description: string | null;
  /** Texts of the form `@dll,-id` that `name` and `description` were loaded from, if any. */
  readonly resources?: readonly string[];
  /** Symbols in ascending bit order, unknown bits last as `0x…`; null if not said. */
  readonly flags: readonly string[] | null;
}

/** What objects have that a provider may own. */
export interface RawOwned extends RawObject {
  readonly providerKey: RawKey;
  /** Bytes as lower-case hexadecimal; null where there are none. */
  readonly providerData: string | null;
}

/** `FWPM_CALLOUT0` as its source gives it. */
export interface RawCallout extends RawOwned {
  readonly layerKey: RawKey;
  /** The run-time id, valid for one boot. */
  readonly calloutId: number | null;
}

/** One condition of a filter. */
export interface RawCondition {
  readonly fieldKey: RawKey;
  /** `FWP_MATCH_…`. */
  readonly matchType: string | null;
  readonly value: FwpValue | null;
}

/** `FWPM_FILTER0` as its source gives it. */
export interface RawFilter extends RawOwned {
  readonly layerKey: RawKey;
  readonly sublayerKey: RawKey;
  readonly weight: FwpValue | null;
  readonly conditions: readonly RawCondition[] | null;
  /** `FWP_ACTION_…`. */
  readonly actionType: string | null;
  /** The callout of a callout action; null for permit and block. */
  readonly calloutKey: RawKey;
  readonly providerContextKey: RawKey;
  /** The run-time id as decimal digits: 64 bits. */
  readonly filterId: string | null;
  /** Decimal digits: 64 bits. */
  readonly effectiveWeight: string | null;
}

/** `FWPM_LAYER0` as its source gives it. */
export interface RawLayer extends RawObject {
  readonly defaultSublayerKey: RawKey;
  readonly layerId: number | null;
}

/** `FWPM_SUBLAYER0` as its source gives it. */
export interface RawSublayer extends RawOwned {
  /** 0 to 65535; the highest is evaluated first. */
  readonly weight: number | null;
}

/** `FWPM_PROVIDER0` as its source gives it. */
export interface RawProvider extends RawObject {
  /** Bytes as lower-case hexadecimal; null where there are none. */
  readonly providerData: string | null;
  readonly serviceName: string | null;
}

/** All that one source holds. A list that the source does not have is null. */
export interface RawSnapshot {
  /** When it was taken: ISO 8601 in UTC, or null if the source does not say. */
  readonly time: string | null;
  readonly computer: string | null;
  /** The Windows version, such as `10.0.22631`. */
  readonly windows: string | null;
  /** False if objects may be missing, for lack of rights or because a file is cut. */
  readonly complete: boolean;
  /** Sentences for the user about what is missing or doubtful. */
  readonly warnings: readonly string[];
  readonly callouts: readonly RawCallout[] | null;
  readonly filters: readonly RawFilter[] | null;
  readonly layers: readonly RawLayer[] | null;
  readonly sublayers: readonly RawSublayer[] | null;
  readonly providers: readonly RawProvider[] | null;
}

/**
 * Which filters are wanted, by far the longest list: all, at least those whose action
 * is a callout, or none, so that the list is null.
 */
export type FilterScope = "all" | "callouts" | "none";

/** What a read may leave out. */
export interface ReadOptions {
  /** All by default. */
  readonly filters?: FilterScope;
}

/** The port to a filter engine: the live one of Windows, or a double of it in tests. */
export interface RawSource {
  /**
   * Reads everything in one consistent picture.
   *
   * @param options What may be left out
   * @returns What the engine holds
   * @throws {WfpError} If the engine cannot be opened or read
   */
  read(options?: ReadOptions): RawSnapshot;
  /**
   * Tells whether this process has the rights of an administrator; null if the
   * system does not say.
   *
   * @throws {UnavailableError} If there is no such engine here
   */
  isElevated?(): boolean | null;
}
