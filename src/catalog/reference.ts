/** Where a fact is from. */
export interface Reference {
  readonly title: string;
  /** A version, a commit or a date; null where the source has none that is known. */
  readonly version: string | null;
  /** Where it can be read: an address, or repository and path. */
  readonly address: string | null;
  /** The licence as an SPDX name, or null where it is not known to us. */
  readonly licence: string | null;
  /** The short name of what shows a running system; null for source code and documents. */
  readonly name: string | null;
}
