/**
 * What the reader of netsh files says of what it finds, and of where it stops.
 *
 * @module
 */

import { InputError } from "../model/errors.ts";
import { placeOf, type XmlStop } from "./xml_place.ts";

/** The warning about a file of `netsh wfp show filters`. */
export const NO_CALLOUTS =
  "This is the output of netsh wfp show filters: it lists no " +
  "callouts and no layers, and leaves some filters out; netsh wfp show state lists them all";
/** The warning about a part of a file, such as a copied element. */
export const FRAGMENT =
  "This is a part of a netsh file: what it does not show is not known";

/**
 * Says where the text goes wrong.
 *
 * @param text The whole text
 * @param stop Where the scanner stopped, and why
 * @returns The error, which tells a cut from what is not well-formed
 */
export function stopError(text: string, stop: XmlStop): InputError {
  const place = placeOf(text, stop.offset);
  const message = stop.cut
    ? `${stop.message} at line ${place.line}`
    : `it is not well-formed XML at line ${place.line}, ` +
      `column ${place.column}: ${stop.message}`;
  return new InputError(stop.cut ? "cutShort" : "malformedXml", message, {
    place,
    hint:
      "what comes before that place was read; nothing is known about the rest",
  });
}

/** The error about XML that netsh did not write. */
export function nothingFound(): InputError {
  return new InputError(
    "notNetsh",
    "it is XML, but holds nothing that netsh wfp show state or show filters writes",
  );
}

/** The error about what `netsh wfp show netevents` writes. */
export function onlyEvents(): InputError {
  return new InputError(
    "notNetsh",
    "it is a list of network events, which name no callouts",
    {
      hint:
        "use a dump of netsh wfp show state, which lists callouts and filters",
    },
  );
}

/**
 * Says what the state of a capture does not hold.
 *
 * @param count How many filters came while it ran
 * @returns The sentence, a warning
 */
export function changesLeftOut(count: number): string {
  return `This is the state at the start of netsh wfp capture: ${count} filter${
    count === 1 ? "" : "s"
  } that came while it ran ${count === 1 ? "is" : "are"} left out`;
}

/**
 * Says that a text is more than one file.
 *
 * @param count How many there are in it
 * @returns The sentence, a warning
 */
export function severalDumps(count: number): string {
  return `This file holds ${count} files of netsh: what they list is taken together`;
}
