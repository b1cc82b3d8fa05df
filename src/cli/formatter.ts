import type { View } from "../render/view.ts";
import type { Format } from "./common_options.ts";
import { makeJsonFormatter, makeJsonLinesFormatter } from "./format_json.ts";
import { makeTextFormatter } from "./format_text.ts";

/** Prints the records of one list in one format. */
export interface Formatter<T> {
  readonly write: (record: T) => void;
  /** Prints a record whose JSON is known; only formats of JSON have it. */
  readonly writeJson?: (json: string) => void;
  /** Prints what comes after the last record. */
  readonly finish: () => void;
}

/** Where a formatter puts its text. */
export interface FormatSink {
  readonly isTerminal: boolean;
  readonly color: boolean;
  /** The width of the terminal, or null. */
  readonly columns: number | null;
  put(text: string): void;
}

/** Makes the formatter of a list. */
export type MakeFormatter = <T, Row extends object>(
  view: View<T, Row>,
  sink: FormatSink,
) => Formatter<T>;

/**
 * Finds what prints a format. Tables and CSV are loaded for those who ask for
 * them; the others are small.
 */
export async function loadFormatter(format: Format): Promise<MakeFormatter> {
  switch (format) {
    case "json":
      return makeJsonFormatter;
    case "jsonl":
      return makeJsonLinesFormatter;
    case "text":
      return makeTextFormatter;
    case "csv":
      return (await import("./format_csv.ts")).makeCsvFormatter;
    case "table":
      return (await import("./format_table.ts")).makeTableFormatter;
  }
}
