import type {
  CalloutRecord,
  FilterRecord,
  LayerRecord,
  ProviderRecord,
  SublayerRecord,
} from "./record.ts";

/** All records of one source. A list that the source does not hold is null: unknown is not absent. */
export interface Snapshot {
  /** `builtin`, `live`, or the path as given. */
  readonly source: string;
  /** When it was taken: ISO 8601 in UTC, or null if the source does not say. */
  readonly time: string | null;
  readonly computer: string | null;
  readonly windows: string | null;
  /** False if objects may be missing, for lack of rights or because a file is cut. */
  readonly complete: boolean;
  readonly warnings: readonly string[];
  readonly callouts: readonly CalloutRecord[] | null;
  readonly filters: readonly FilterRecord[] | null;
  readonly layers: readonly LayerRecord[] | null;
  readonly sublayers: readonly SublayerRecord[] | null;
  readonly providers: readonly ProviderRecord[] | null;
}
