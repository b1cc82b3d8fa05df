import { lookUp } from "../../analysis/lookup.ts";
import { suggest, type Suggestion } from "../../analysis/suggest.ts";
import { findByName } from "../../catalog/find_by_name.ts";
import { matchNames } from "../../catalog/match_names.ts";
import type { Invocation } from "../../cli/command.ts";
import { UsageError } from "../../model/errors.ts";
import { readGuid } from "../../model/guid_text.ts";
import type { Guid } from "../../model/record.ts";
import { hasWildcards, parseWildcard } from "../../model/wildcard.ts";
import { decodeText } from "../../readers/text_encoding.ts";
import { NearestRecords } from "../../sources/nearest_records.ts";
import { namesOf } from "../../sources/source_index.ts";
import type { ListedKind, ListedRecord } from "./record_views.ts";

/** What is looked for: the text that the user gave, and what it finds. */
interface Wanted {
  readonly text: string;
  readonly test: (record: ListedRecord) => boolean;
}

/** The patterns and GUIDs that a list is asked for. */
export class RecordSearch {
  readonly #kind: ListedKind;
  readonly #invocation: Invocation;
  readonly #wanted: readonly Wanted[];

  /**
   * Reads the patterns, from standard input too.
   *
   * @param kind What is listed
   * @param invocation Its arguments are patterns, its `--guid` GUIDs
   * @throws {UsageError} If a value of `--guid` is not a GUID
   */
  constructor(kind: ListedKind, invocation: Invocation) {
    this.#kind = kind;
    this.#invocation = invocation;
    const guids = invocation.options.values("guid").map(makeGuidTest);
    const patterns = readPatterns(invocation);
    this.#wanted = [
      ...patterns.map((pattern) => makePatternTest(pattern, kind)),
      ...guids,
    ];
  }

  /** The records that are wanted, in the order of the list, whatever that of the patterns. */
  find(records: readonly ListedRecord[]): readonly ListedRecord[] {
    return records.filter((record) =>
      this.#wanted.some(({ test }) => test(record))
    );
  }

  /** Warns of what finds none of the records; returns whether all find something. */
  reportMisses(records: readonly ListedRecord[]): boolean {
    const missed = this.#wanted.filter(({ test }) => !records.some(test));
    const nearest = new NearestRecords(records, namesOf);
    const guids = new Set(records.map(({ guid }) => guid));
    for (const { text } of missed) {
      // The catalogue knows what many things are called, but only what is in the list helps
      const near = this.#suggest(text, nearest)
        .find(({ guid }) => guids.has(guid));
      this.#reportMiss(text, near);
    }
    return missed.length === 0;
  }

  #reportMiss(text: string, near: Suggestion | undefined): void {
    const kind = this.#kind;
    this.#invocation.warn(
      `Cannot find ${
        kind.replaceAll("_", " ")
      } "${text}": nothing listed matches it`,
      {
        code: "notFound",
        hint: near && `did you mean ${near.name ?? near.guid}?`,
        details: { text },
      },
    );
  }

  #suggest(text: string, nearest: NearestRecords): Suggestion[] {
    const kind = this.#kind;
    return suggest(text, lookUp(text, { kind }), {
      kind,
      sources: {
        nearestGuids: (guid) => nearest.byGuid(guid),
        nearestNames: (name) => nearest.byName(name),
      },
    });
  }
}

function makeGuidTest(text: string): Wanted {
  const { guids: found, defect } = lookUp(text);
  const [first] = found;
  if (first === undefined) {
    throw new UsageError(
      `Cannot use --guid "${text}": ${
        defect === null
          ? "it is not a GUID"
          : `${defect.detail} (character ${defect.position})`
      }`,
    );
  }
  const guids = new Set<Guid | null>(found.map(({ guid }) => guid));
  return { text: first.guid, test: ({ guid }) => guids.has(guid) };
}

/** A pipe without patterns asks for nothing, not for everything. */
function readPatterns(
  { arguments: words, options, system }: Invocation,
): readonly string[] {
  return words.flatMap((word) => {
    if (word !== "-") return [word];
    const bytes = system.readFile("-");
    const { text } = decodeText(bytes, options.value("encoding"));
    return text.split(/\r?\n/).filter((line) => line !== "");
  });
}

/**
 * Names of the catalogue count for objects of a dump too, localised ones included.
 * A whole GUID is looked for as one.
 */
function makePatternTest(pattern: string, kind: ListedKind): Wanted {
  const known = new Set(
    [...matchNames(pattern, kind), ...findByName(pattern)]
      .filter((record) => record.kind === kind).map(({ guid }) => guid),
  );
  const read = readGuid(pattern);
  if (read.type === "guid") {
    for (const { guid } of read.readings) known.add(guid);
  }
  const fold = pattern.toLowerCase();
  const matches = hasWildcards(pattern)
    ? parseWildcard(pattern)
    : (text: string): boolean => text.toLowerCase().includes(fold);
  return {
    text: pattern,
    test: ({ guid, name, displayName }) =>
      known.has(guid) || matches(name ?? "") || matches(displayName ?? ""),
  };
}
