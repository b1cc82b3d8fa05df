import { lookUp, type Match } from "../../analysis/lookup.ts";
import {
  hintAtSpelling,
  type SpellingOptions,
  suggest,
} from "../../analysis/suggest.ts";
import type { GuidDefect } from "../../model/guid_defect.ts";
import type { Kind, WfpRecord } from "../../model/record.ts";
import type { SourceIndex } from "../../sources/source_index.ts";
import type { ItemError } from "../shared/text_item.ts";
import type { Resolution } from "./resolution_view.ts";

/** What {@linkcode resolveText} needs to know beside the text. */
export interface ResolveTextOptions {
  readonly kind: Kind | undefined;
  readonly sources: SourceIndex | undefined;
  /** The place of the text, counted from 1; null for an argument. */
  readonly line: number | null;
  /** Where in a line of a file it stands. */
  readonly column?: number;
}

/**
 * Says what a text means in any spelling, or what is near to it.
 *
 * @param text The text
 * @param options Where to look, and where the text stands
 */
export function resolveText(
  text: string,
  { kind, sources, line, column }: ResolveTextOptions,
): Resolution {
  const lookup = lookUp(text, { kind, sources });
  const { matches, defect } = lookup;
  return {
    input: text,
    matches: matches.map(printMatch),
    suggestions: matches.length === 0
      ? suggest(text, lookup, { kind, sources })
      : [],
    line,
    column: column ?? null,
    error: defect === null ? null : malformed(text, defect, { kind, sources }),
  };
}

function malformed(
  text: string,
  { detail, position }: GuidDefect,
  options: SpellingOptions,
): ItemError {
  return {
    code: "malformed",
    message: `Cannot read "${text}": ${detail} (character ${position})`,
    hint: hintAtSpelling(text, options) ?? null,
  };
}

function printMatch(
  { record, reading }: Match,
): WfpRecord & { readonly reading: string } {
  return { ...record, reading };
}
