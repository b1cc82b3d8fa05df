import type { View } from "../render/view.ts";

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
