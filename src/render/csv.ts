import type { CsvColumn } from "../model/fields.ts";

/** Cells that a spreadsheet would run as a formula. */
const FORMULA_REGEXP = /^[=+\-@]/;

/**
 * The header line of RFC 4180, with its line end.
 *
 * @param columns The columns from left to right
 * @returns Their titles
 */
export function formatCsvHeader(columns: readonly CsvColumn[]): string {
  return columns.map((column) => quote(column.title)).join(",") + "\r\n";
}

/**
 * One line of RFC 4180, with its line end.
 *
 * @param row A record; a value that it lacks is an empty cell
 * @param columns The columns from left to right
 * @returns Their values; one that a spreadsheet would run is made text
 */
export function formatCsvRow(
  row: object,
  columns: readonly CsvColumn[],
): string {
  return columns.map((column) => cell(valueAt(row, column.path))).join(",") +
    "\r\n";
}

function valueAt(row: object, path: readonly string[]): unknown {
  let value: unknown = row;
  for (const key of path) {
    if (value === null || typeof value !== "object") return null;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

function cell(value: unknown): string {
  const text = plain(value);
  return quote(FORMULA_REGEXP.test(text) ? `'${text}` : text);
}

/** Lists are joined by `; `; what is nested deeper is JSON. */
function plain(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(plain).join("; ");
  if (typeof value === "object") return JSON.stringify(value);
  return String(value);
}

function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
