/** Why one item could not be read, as it stands in a record. */
export interface ItemError {
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
}

/** One text to answer. */
export interface TextItem {
  readonly text: string;
  /** The line of standard input, counted from 1; null for an argument. */
  readonly line: number | null;
  readonly error: ItemError | null;
}
