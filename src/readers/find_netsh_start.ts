import { refusal } from "./xml_place.ts";

const FIRST_TAG =
  /<(?:wfpstate|wfpdiag|item|layers?|callouts|filters|subLayers|providers|calloutKey|filterKey)[\s/>]/;

/**
 * Passes over what a mail, an issue or a console puts before the XML.
 *
 * @param text The whole text
 * @returns Where the first tag of netsh begins; 0 if there is none
 * @throws {InputError} If there is a document type declaration before it
 */
export function findNetshStart(text: string): number {
  const start = text.search(FIRST_TAG);
  if (start < 0) return 0;
  const type = text.lastIndexOf("<!DOCTYPE", start);
  if (type >= 0) {
    throw refusal(text, type, "a document type declaration is not accepted");
  }
  return start;
}
