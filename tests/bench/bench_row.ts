/** What every row of the bench is given. */
export interface BenchContext {
  /** The compiled product. */
  readonly executable: string;
  /** A program of no lines, compiled the same way. */
  readonly empty: string;
  /** A folder for inputs, which goes when the bench ends. */
  readonly folder: string;
  /** Whether to take the sizes of the bars, where smaller ones are the default. */
  readonly full: boolean;
}

/** One figure of a row. */
export interface Figure {
  /** What was measured, with its size. */
  readonly what: string;
  readonly value: number;
  /** `x` for a ratio. */
  readonly unit: string;
  readonly atMost?: number;
  readonly atLeast?: number;
  /** The measurements that the figure is made of. */
  readonly of: string;
}

/** A row of the bench: one file, `*_row.ts`, in this folder. */
export interface BenchRow {
  readonly name: string;
  /**
   * Measures.
   *
   * @throws {NotHereError} If this machine lacks what the row compares with
   */
  measure(context: BenchContext): Promise<readonly Figure[]>;
}

/** A row cannot be measured on this machine. */
export class NotHereError extends Error {
  override readonly name = "NotHereError";
}
