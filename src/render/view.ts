import type { Card } from "./card.ts";

/** A column of the table and of tab-separated text. */
export interface Column<T> {
  readonly title: string;
  /** The cell's text; the renderer escapes, cuts or wraps it. */
  value(record: T): string;
  /** How far a narrow terminal may cut the cells of a table, in columns; without it they stay whole. */
  readonly leastWidth?: number;
  /** The lower, the sooner a narrow terminal does without the column; without it it stays. */
  readonly dropOrder?: number;
  /** Whether the table keeps the column when every cell is empty. */
  readonly keepEmpty?: boolean;
}

/** How a list of records looks in each format; JSON needs nothing but the record. */
export interface View<T, Row = T> {
  /** The name of the row's fields in `RECORD_FIELDS`: the CSV header is made from them. */
  readonly schema: string;
  readonly columns: readonly Column<Row>[];
  /** The rows of one record in table, text and CSV: itself, or several. */
  rows(record: T): readonly Row[];
  /** What the table shows instead of its rows when there is little to show; null for rows. */
  cards?(records: readonly T[]): readonly Card[] | null;
  /**
   * What stands after the table, such as a count; not for `text`, JSON or CSV.
   *
   * @param records All of them
   * @param columns The width to keep to; null for no limit
   */
  summary?(records: readonly T[], columns: number | null): string | null;
}
