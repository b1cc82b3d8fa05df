/**
 * Copies bytes and writes a name at each known GUID, all else as it is.
 *
 * @module
 */

import type { Guid } from "../model/record.ts";
import { type DashFinder, makeDashFinder } from "./annotate_dash.ts";
import {
  BYTES,
  encodeAscii,
  SNIFFED_BYTES,
  sniffUnits,
  type Units,
} from "./annotate_encoding.ts";
import { type Extent, GUID_LENGTH, GuidScanner } from "./annotate_scanner.ts";
import { ByteSink } from "./annotate_sink.ts";
import { GuidTable } from "./annotate_table.ts";

/** How a name is written: behind the GUID, in parentheses or as a comment, or in its place. */
export const ANNOTATION_STYLES = ["suffix", "comment", "replace"] as const;

/** One of {@linkcode ANNOTATION_STYLES}. */
export type AnnotationStyle = typeof ANNOTATION_STYLES[number];

/** What an {@linkcode Annotator} needs to know. */
export interface AnnotatorOptions {
  /** The names to write, in ASCII and not empty, by GUID in canonical form. */
  readonly names: ReadonlyMap<Guid, string>;
  readonly style: AnnotationStyle;
  /** Takes what is annotated; the bytes are overwritten after the call. */
  readonly write: (bytes: Uint8Array) => void;
  /** How many bytes are read at once. */
  readonly bufferBytes?: number;
}

/** Where an {@linkcode Annotator} reads. */
interface ByteInput {
  /** Fills a buffer from its start; returns how many bytes, or null at the end. */
  readSync(buffer: Uint8Array): number | null;
}

/** One name as the stream has it. */
type Spellings = Readonly<Record<AnnotationStyle, Uint8Array>>;

/** Where a GUID stands, with its braces if it has both. */
interface Place {
  readonly from: number;
  readonly to: number;
  readonly isBraced: boolean;
}

const BUFFER_BYTES = 1 << 20;
/** One character of any width stays before what is undecided; at the start it is NUL. */
const BEFORE = 2;
const OPEN = 0x7b;
const CLOSE = 0x7d;

/** Annotates streams, one after another. */
export class Annotator {
  readonly #table: GuidTable;
  readonly #names: readonly string[];
  readonly #style: AnnotationStyle;
  readonly #sink: ByteSink;
  readonly #finder: DashFinder;
  readonly #bytes: Uint8Array;
  #units: Units = BYTES;
  #isSniffed = false;
  #scanner: GuidScanner;
  /** By the index of the name, in the units of the stream. */
  #spellings: Spellings[] = [];
  /** The end of what was read. */
  #end = BEFORE;
  /** The end of what is decided. */
  #decided = BEFORE;
  /** The end of what is copied or replaced. */
  #copied = BEFORE;

  constructor({ names, style, write, bufferBytes }: AnnotatorOptions) {
    this.#table = new GuidTable([...names.keys()]);
    this.#names = [...names.values()];
    this.#style = style;
    this.#sink = new ByteSink(write);
    const longest = Math.max(0, ...this.#names.map((name) => name.length));
    // What may have to wait, a GUID and its name in UTF-16, leaves room to read.
    const waiting = BEFORE + 2 * (longest + GUID_LENGTH + 16);
    this.#finder = makeDashFinder(waiting + (bufferBytes ?? BUFFER_BYTES));
    this.#bytes = this.#finder.bytes;
    this.#scanner = new GuidScanner(this.#table, this.#finder, BYTES);
  }

  /**
   * Reads a stream to its end. What needs no more input is written before more is
   * waited for.
   *
   * @param input The stream
   * @throws What `input` or `write` throws; all that was read is written before
   */
  annotate(input: ByteInput): void {
    this.#begin();
    let count: number | null = 0;
    while (count !== null) {
      try {
        count = input.readSync(this.#bytes.subarray(this.#end));
      } catch (error) {
        this.#process(true);
        throw error;
      }
      this.#end += count ?? 0;
      this.#process(count === null);
    }
  }

  #begin(): void {
    this.#bytes.fill(0, 0, BEFORE);
    this.#end = this.#decided = BEFORE;
    this.#isSniffed = false;
  }

  #process(isLast: boolean): void {
    if (!this.#isSniffed && !this.#sniff(isLast)) return;
    const { width } = this.#units;
    const limit = this.#end - (this.#end - BEFORE) % width;
    this.#copied = this.#decided;
    const waiting = this.#nameAll(limit, isLast);
    this.#copyTo(waiting);
    this.#sink.flush();
    const before = waiting - BEFORE;
    this.#bytes.copyWithin(0, before, this.#end);
    this.#end -= before;
    this.#decided = BEFORE;
  }

  /** Tells the units of the stream once enough of it is there. */
  #sniff(isLast: boolean): boolean {
    const start = this.#bytes.subarray(BEFORE, this.#end);
    if (start.length < SNIFFED_BYTES && !isLast) return false;
    this.#isSniffed = true;
    const units = sniffUnits(start);
    if (units !== this.#units) {
      this.#units = units;
      this.#spellings = [];
      this.#scanner = new GuidScanner(this.#table, this.#finder, units);
    }
    return true;
  }

  /** Names what can be decided; returns where what cannot begins. */
  #nameAll(limit: number, isLast: boolean): number {
    while (true) {
      const extent = { from: this.#decided, limit, isLast };
      const index = this.#scanner.find(extent);
      if (index < 0) return isLast ? this.#end : this.#findOpen(extent);
      const place = this.#placeOf(extent);
      const isDecided = this.#style === "replace"
        ? this.#replace(index, place, extent)
        : this.#append(index, place, extent);
      if (!isDecided) return place.from;
    }
  }

  /** The GUID that was found last, with its braces. */
  #placeOf({ from, limit }: Extent): Place {
    const { width } = this.#units;
    const { start } = this.#scanner;
    const end = start + GUID_LENGTH * width;
    const isBraced = start > from && end < limit &&
      this.#scanner.characterAt(start - width) === OPEN &&
      this.#scanner.characterAt(end) === CLOSE;
    return isBraced
      ? { from: start - width, to: end + width, isBraced }
      : { from: start, to: end, isBraced };
  }

  /** Writes a name behind its GUID unless it stands there; false if that cannot be told yet. */
  #append(index: number, { to }: Place, { limit, isLast }: Extent): boolean {
    const { suffix, comment, [this.#style]: wanted } = this.#spellingsOf(index);
    for (const mark of [suffix, comment]) {
      const same = this.#countSame(mark, to, limit);
      if (same === mark.length) {
        this.#decided = to + same;
        return true;
      }
      if (to + same === limit && !isLast) return false;
    }
    this.#copyTo(to);
    this.#sink.put(wanted, 0, wanted.length);
    this.#decided = to;
    return true;
  }

  /** Writes a name for its GUID; false if what follows must be seen first. */
  #replace(index: number, place: Place, { limit, isLast }: Extent): boolean {
    const { to } = place;
    if (to === limit && !isLast) return false;
    const { width } = this.#units;
    // Without its braces the name would run into the word beside it.
    const keep = place.isBraced && this.#joinsWord(place, limit) ? width : 0;
    this.#copyTo(place.from + keep);
    const { replace } = this.#spellingsOf(index);
    this.#sink.put(replace, 0, replace.length);
    this.#copied = to - keep;
    this.#decided = to;
    return true;
  }

  #joinsWord({ from, to }: Place, limit: number): boolean {
    const before = this.#scanner.characterAt(from - this.#units.width);
    return isJoining(before) ||
      (to < limit && isJoining(this.#scanner.characterAt(to)));
  }

  /** Where an unfinished GUID begins at the end of what is there, with its brace. */
  #findOpen(extent: Extent): number {
    const { width } = this.#units;
    const start = this.#scanner.findOpenRun(extent);
    const isBraced = start > extent.from &&
      this.#scanner.characterAt(start - width) === OPEN;
    return isBraced ? start - width : start;
  }

  /** How many bytes of a mark stand at a place. */
  #countSame(mark: Uint8Array, at: number, limit: number): number {
    const most = Math.min(mark.length, limit - at);
    let same = 0;
    while (same < most && this.#bytes[at + same] === mark[same]) same++;
    return same;
  }

  #spellingsOf(index: number): Spellings {
    return this.#spellings[index] ??= spell(
      this.#names[index] ?? "",
      this.#units,
    );
  }

  #copyTo(place: number): void {
    this.#sink.put(this.#bytes, this.#copied, place);
    this.#copied = place;
  }
}

function spell(name: string, units: Units): Spellings {
  return {
    suffix: encodeAscii(` (${name})`, units),
    comment: encodeAscii(` /* ${name} */`, units),
    replace: encodeAscii(withoutGuids(name), units),
  };
}

/** A GUID in a name would be named the next time. */
function withoutGuids(name: string): string {
  return name.replace(
    /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi,
    (guid) => guid.replaceAll("-", "_"),
  );
}

/** Whether a character would be read as one word with a name beside it. */
function isJoining(character: number): boolean {
  return character > 0 &&
    /[0-9A-Za-z_{}-]/.test(String.fromCharCode(character));
}
