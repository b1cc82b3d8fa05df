import type { InputError } from "../model/errors.ts";
import type { RawEvent } from "../model/raw_event.ts";

/** What a reader of events gives next. */
export type EventItem =
  | { readonly kind: "event"; readonly event: RawEvent }
  /** A damaged place; the reader goes on behind it. */
  | { readonly kind: "error"; readonly error: InputError }
  /** Something for the user to know, once a file. */
  | { readonly kind: "warning"; readonly message: string };

/** What a reader of events must know of its file. */
export interface EventFile {
  /** The path as given, for errors. */
  readonly file: string;
  /** The encoding's WHATWG label that the user gave; else it is told from the bytes. */
  readonly encoding?: string | undefined;
}
