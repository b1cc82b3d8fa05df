/**
 * Annotation of texts that arrive in pieces, with a few names of its own.
 *
 * @module
 */

import {
  type AnnotationStyle,
  Annotator,
} from "../../src/analysis/annotate.ts";

export const A = "eda08606-2494-4d78-89bc-67837c03b969";
export const B = "c3dbed20-0bb6-4bf3-828d-96732e1e0001";
/** Shares its first digits with B. */
export const C = "c3dbed20-0bb6-4bf3-828d-96732e1e0002";
export const UNKNOWN = "c3dbed20-0bb6-4bf3-828d-96732e1e0003";
export const NAMES: ReadonlyMap<string, string> = new Map([
  [A, "FWPM_CALLOUT_A"],
  [B, "ff"],
  [C, `Of ${A} and -1 +2`],
]);
export const STYLES = ["suffix", "comment", "replace"] as const;

interface Run {
  readonly style?: AnnotationStyle;
  /** The sizes of the pieces that arrive, by turns. */
  readonly pieces?: readonly number[];
  readonly bufferBytes?: number;
}

/** What comes out, and how much of it before each read. */
export function annotateBytes(
  input: Uint8Array,
  { style = "suffix", pieces = [1 << 20], bufferBytes }: Run = {},
): { output: Uint8Array; before: number[] } {
  const output: number[] = [];
  const before: number[] = [];
  const annotator = new Annotator({
    names: NAMES,
    style,
    write: (bytes) => output.push(...bytes),
    ...(bufferBytes === undefined ? {} : { bufferBytes }),
  });
  let at = 0;
  annotator.annotate({
    readSync: (buffer) => {
      const size = pieces[before.length % pieces.length] ?? 1;
      before.push(output.length);
      if (at >= input.length) return null;
      const piece = input.subarray(at, at + Math.min(size, buffer.length));
      buffer.set(piece);
      at += piece.length;
      return piece.length;
    },
  });
  return { output: Uint8Array.from(output), before };
}

const ENCODER = new TextEncoder();
const DECODER = new TextDecoder();

/** What becomes of a text. */
export function annotate(text: string, run: Run = {}): string {
  return DECODER.decode(annotateBytes(ENCODER.encode(text), run).output);
}

/** The same as {@linkcode annotate}, by regular expressions over the whole text. */
export function annotateSimply(text: string, style: AnnotationStyle): string {
  const guid =
    /(?<![0-9a-f-])([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![0-9a-f-])/gi;
  let [result, copied] = ["", 0];
  for (const match of text.matchAll(guid)) {
    const name = NAMES.get(match[0].toLowerCase());
    const isBraced = text[match.index - 1] === "{" &&
      text[match.index + 36] === "}";
    const [from, to] = isBraced
      ? [match.index - 1, match.index + 37]
      : [match.index, match.index + 36];
    if (name === undefined || match.index < copied) continue;
    const marks = [` (${name})`, ` /* ${name} */`];
    if (style === "replace") {
      const plain = name.replace(A, A.replaceAll("-", "_"));
      const joins = /[0-9A-Za-z_{}-]/.test(
        text.slice(Math.max(0, from - 1), from) + text.slice(to, to + 1),
      );
      result += text.slice(copied, from) +
        (isBraced && joins ? `{${plain}}` : plain);
      copied = to;
      continue;
    }
    const there = marks.find((mark) => text.startsWith(mark, to));
    result += text.slice(copied, to) +
      (there ?? marks[STYLES.indexOf(style)]);
    copied = to + (there?.length ?? 0);
  }
  return result + text.slice(copied);
}
