/** A column of the table and of tab-separated text. */
export interface Column<T> {
  readonly title: string;
  /** The cell's text; the renderer escapes, cuts or wraps it. */
  value(record: T): string;
  /** Whether the table may cut this column when the terminal is narrow. */
  readonly flexible?: boolean;
  /** Whether the table keeps the column when every cell is empty. */
  readonly keepEmpty?: boolean;
}

/** How a list of records looks in each format; JSON needs nothing but the record. */
export interface View<T> {
  /** The name of the record's JSON Schema, such as `callout`: the CSV header is made from it. */
  readonly schema: string;
  readonly columns: readonly Column<T>[];
  /** The CSV rows of one record; without it one row, the record itself. */
  csvRows?(record: T): readonly object[];
  /** A line after the table, such as a count; not for `text`, JSON or CSV. */
  summary?(records: readonly T[]): string | null;
}
