import type {
  EventAction,
  EventChange,
  EventObjectType,
} from "../model/event.ts";

/** The codes that events have in place of words, and the words of English Windows. */
export const CHANGE_WORDS: Readonly<Record<string, EventChange>> = {
  "%%16384": "Add",
  "%%16385": "Delete",
};

/** How long an object lives. */
export const TYPE_WORDS: Readonly<Record<string, EventObjectType>> = {
  "%%16386": "Boot-time",
  "%%16387": "Persistent",
  "%%16388": "Not persistent",
};

/** What a filter does. */
export const ACTION_WORDS: Readonly<Record<string, EventAction>> = {
  "%%16389": "Block",
  "%%16390": "Permit",
  "%%16391": "Callout",
};

/** Where a connection comes from. */
export const DIRECTION_WORDS: Readonly<
  Record<string, "Inbound" | "Outbound">
> = {
  "%%14592": "Inbound",
  "%%14593": "Outbound",
};

/** How a condition compares, in the words of English Windows; there are no codes for them. */
export const MATCH_WORDS: Readonly<Record<string, string>> = {
  "equal to": "FWP_MATCH_EQUAL",
  "not equal to": "FWP_MATCH_NOT_EQUAL",
  "greater than": "FWP_MATCH_GREATER",
  "less than": "FWP_MATCH_LESS",
  "greater than or equal to": "FWP_MATCH_GREATER_OR_EQUAL",
  "less than or equal to": "FWP_MATCH_LESS_OR_EQUAL",
  "in range": "FWP_MATCH_RANGE",
  "all flags set": "FWP_MATCH_FLAGS_ALL_SET",
  "any flags set": "FWP_MATCH_FLAGS_ANY_SET",
  "no flags set": "FWP_MATCH_FLAGS_NONE_SET",
};

/**
 * Decodes a word that an event has as a code, or as the text that a tool made of it.
 *
 * @param text The field; null if the event has none
 * @param words The words that can stand there
 * @returns The English word; null if there is none, undefined if it is not one of these
 */
export function decodeEventWord<Word extends string>(
  text: string | null,
  words: Readonly<Record<string, Word>>,
): Word | null | undefined {
  if (text === null) return null;
  return words[text] ?? Object.values(words)
    .find((word) => word.toLowerCase() === text.toLowerCase());
}
