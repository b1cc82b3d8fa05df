import { InputError, type Place } from "../model/errors.ts";

/** The end of what can be read of an XML text: it is cut short, or not well-formed. */
export class XmlStop extends Error {
  /** Where, in UTF-16 units from the start of the text. */
  readonly offset: number;
  /** Whether the text only ends too early. */
  readonly cut: boolean;

  constructor(offset: number, message: string, cut = false) {
    super(message);
    this.name = "XmlStop";
    this.offset = offset;
    this.cut = cut;
  }
}

/**
 * Finds the line and column of an offset, both counted from 1.
 *
 * @param text The whole text
 * @param offset UTF-16 units from its start
 * @returns The place, columns in UTF-16 units
 */
export function placeOf(
  text: string,
  offset: number,
): Place & { readonly line: number; readonly column: number } {
  let line = 1;
  let start = 0;
  for (
    let feed = text.indexOf("\n");
    feed >= 0 && feed < offset;
    feed = text.indexOf("\n", start)
  ) {
    line++;
    start = feed + 1;
  }
  return { line, column: offset - start + 1 };
}

/**
 * The error for XML that is refused whatever it holds. Its message is the reason
 * alone: the caller, which knows the name of the file, says what failed.
 *
 * @param text The whole text
 * @param offset Where the reason stands
 * @param reason The reason, without a full stop
 * @returns The error, with its place
 */
export function refusal(
  text: string,
  offset: number,
  reason: string,
): InputError {
  const place = placeOf(text, offset);
  return new InputError(
    "xmlRefused",
    `${reason} (line ${place.line}, column ${place.column})`,
    { place },
  );
}
