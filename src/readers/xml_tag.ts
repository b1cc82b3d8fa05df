import { SIMPLE_TAG } from "./xml_patterns.ts";
import { XmlStop } from "./xml_place.ts";

/** A start tag. */
export interface StartTag {
  readonly name: string;
  /** Whether it is written `<x/>`, and so has no end tag. */
  readonly isEmpty: boolean;
  /** The offset behind its `>`. */
  readonly end: number;
}

const SLASH = 0x2f;
const GREATER = 0x3e;
const NAME = /^[^\s<>/=&'"!?]+/;
const START_TAG =
  /^[^\s<>/=&'"!?]+(?:\s+[^\s<>/=&'"!?]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*\/?$/;

/**
 * Reads the start tag at an offset.
 *
 * @param text The whole text
 * @param at Where its `<` stands
 * @returns The tag, or null if the text ends within it
 * @throws {XmlStop} If it is not well-formed
 */
export function readStartTag(text: string, at: number): StartTag | null {
  return readSimpleTag(text, at) ?? readAnyTag(text, at);
}

/** Reads a tag as netsh writes it. */
function readSimpleTag(text: string, at: number): StartTag | null {
  SIMPLE_TAG.lastIndex = at;
  const [, name, slash] = SIMPLE_TAG.exec(text) ?? [];
  if (name === undefined) return null;
  return { name, isEmpty: slash !== undefined, end: SIMPLE_TAG.lastIndex };
}

function readAnyTag(text: string, at: number): StartTag | null {
  const close = findClose(text, at + 1);
  if (close < 0) return null;
  const content = text.slice(at + 1, close);
  const name = START_TAG.test(content) ? NAME.exec(content)?.[0] : undefined;
  if (name === undefined) {
    throw new XmlStop(at, "a start tag is not well-formed");
  }
  const isEmpty = text.charCodeAt(close - 1) === SLASH;
  return { name, isEmpty, end: close + 1 };
}

/** Finds the `>` of a start tag; a quoted attribute may hold others. */
function findClose(text: string, from: number): number {
  let quote = 0;
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (quote !== 0) quote = unit === quote ? 0 : quote;
    else if (unit === 0x22 || unit === 0x27) quote = unit;
    else if (unit === GREATER) return at;
  }
  return -1;
}
