import { lookUp } from "../analysis/lookup.ts";
import { suggest } from "../analysis/suggest.ts";
import { findByName } from "../catalog/find_by_name.ts";
import { listRecords } from "../catalog/list_records.ts";
import { matchNames } from "../catalog/match_names.ts";
import type { CommandSpec, Invocation } from "../cli/command.ts";
import { InputError, UsageError } from "../model/errors.ts";
import type { Guid } from "../model/record.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { hasWildcards, parseWildcard } from "../model/wildcard.ts";
import { kindOption } from "./kinds.ts";
import { FILTER_OPTIONS, makeRecordTest } from "./list_filter.ts";
import { type ListedRecord, RECORD_VIEWS } from "./record_views.ts";
import { attempt } from "./attempt.ts";
import { readSources } from "./read_sources.ts";
import { SOURCE_OPTIONS } from "./source_options.ts";

type ListedKind = ListedRecord["kind"];

/** `wfpcallout list`: which callouts, layers, … are there? */
export const LIST: CommandSpec = {
  name: "list",
  summary: "list callouts and other objects by name, layer or provider",
  description:
    "Prints the entries whose name or display name contains a PATTERN, or " +
    "all of them if there is no PATTERN. A PATTERN with wildcards has to " +
    "match the whole name, of which the prefix, such as FWPM_CALLOUT_, may " +
    "be left out.\n\n" +
    "Without --live or --from it lists the built-in catalogue: every object " +
    "of the SDK header, objects of Windows outside it, and callouts of other " +
    "products that are known by GUID. With them it lists what that machine " +
    "has instead.",
  arguments: [{
    name: "PATTERN",
    repeatable: true,
    completion: "callout",
    summary: "a part of a name, or a wildcard with * ? [a-c]; - reads " +
      "patterns from standard input",
  }],
  options: [
    kindOption("what to list; callout by default"),
    {
      name: "guid",
      value: "GUID",
      repeatable: true,
      summary: "only the object with this GUID, in any spelling",
    },
    ...FILTER_OPTIONS,
    ...SOURCE_OPTIONS,
  ],
  printsRecords: true,
  examples: [
    {
      command: "wfpcallout list --builtin --family IPv6",
      summary: "list the built-in callouts for IPv6",
    },
    {
      command: "wfpcallout list 'IPSEC_*_V4' --json",
      summary: "print the IPsec callouts for IPv4 as JSON",
    },
    {
      command: "wfpcallout list --kind layer redirect",
      summary: "list the layers with redirect in their names",
    },
    {
      command: "wfpcallout list --third-party windivert",
      summary: "list known callouts of a product",
    },
  ],
  exitZero: "every PATTERN and GUID finds something",
  exitOne: "a PATTERN or GUID finds nothing",
  run: async (invocation) => {
    const kind = (invocation.options.value("kind") ?? "callout") as ListedKind;
    const wanted = parseGuids(invocation.options.values("guid"));
    const patterns = await readPatterns(invocation);
    const records = await gatherRecords(kind, invocation);
    const isWanted = makeRecordTest(invocation.options, records);
    const writer = invocation.output.records(RECORD_VIEWS[kind]);
    // A pipe without patterns asks for nothing, not for everything
    const isAsked = invocation.arguments.length + wanted.length > 0;
    const found = isAsked
      ? findByPatterns({ records, patterns, wanted, kind })
      : { records, missed: [] };
    for (const record of found.records) {
      if (isWanted(record)) writer.write(record);
    }
    for (const pattern of found.missed) reportMiss(pattern, kind, invocation);
    return found.missed.length === 0;
  },
};

function parseGuids(texts: readonly string[]): Set<Guid>[] {
  return texts.map((text) => {
    const { guids, defect } = lookUp(text);
    if (guids.length > 0) return new Set(guids.map(({ guid }) => guid));
    throw new UsageError(
      `Cannot use --guid "${text}": ${
        defect === null
          ? "it is not a GUID"
          : `${defect.detail} (character ${defect.position})`
      }`,
    );
  });
}

async function readPatterns(
  { arguments: words, options, system }: Invocation,
): Promise<readonly string[]> {
  if (!words.includes("-")) return words;
  const { decodeText } = await import("../readers/text_encoding.ts");
  return words.flatMap((word) => {
    if (word !== "-") return [word];
    const bytes = system.readFile("-");
    const { text } = decodeText(bytes, options.value("encoding"));
    return text.split(/\r?\n/).filter((line) => line !== "");
  });
}

async function gatherRecords(
  kind: ListedKind,
  invocation: Invocation,
): Promise<readonly ListedRecord[]> {
  const { options } = invocation;
  if (!options.has("live") && !options.has("from")) return listRecords(kind);
  const snapshots = await readSources(invocation, {
    default: "builtin",
    filters: "none",
  });
  return snapshots.flatMap((snapshot) =>
    attempt(invocation, () => [...recordsOf(snapshot, kind)]) ?? []
  );
}

/** Asks for one list alone: each is joined with the catalogue when it is asked for. */
function listOf(
  snapshot: Snapshot,
  kind: ListedKind,
): readonly ListedRecord[] | null {
  switch (kind) {
    case "callout":
      return snapshot.callouts;
    case "layer":
      return snapshot.layers;
    case "sublayer":
      return snapshot.sublayers;
    case "provider":
      return snapshot.providers;
    default:
      return null;
  }
}

/** @throws {InputError} If the source does not hold objects of that kind */
function recordsOf(
  snapshot: Snapshot,
  kind: ListedKind,
): readonly ListedRecord[] {
  const records = listOf(snapshot, kind);
  if (records !== null) return records;
  throw new InputError(
    "notHeld",
    `Cannot list the ${
      kind.replaceAll("_", " ")
    }s of "${snapshot.source}": it holds no list of them`,
    { place: { file: snapshot.source } },
  );
}

interface Search {
  readonly records: readonly ListedRecord[];
  readonly patterns: readonly string[];
  readonly wanted: readonly Set<Guid>[];
  readonly kind: ListedKind;
}

interface Found {
  readonly records: readonly ListedRecord[];
  /** The patterns and GUIDs that found nothing. */
  readonly missed: readonly string[];
}

/** Keeps the order of the list, whatever the order of the patterns. */
function findByPatterns({ records, patterns, wanted, kind }: Search): Found {
  const tests = [
    ...patterns.map((pattern) => ({
      text: pattern,
      test: makePatternTest(pattern, kind),
    })),
    ...wanted.map((guids) => ({
      text: [...guids][0] ?? "",
      test: ({ guid }: ListedRecord) => guid !== null && guids.has(guid),
    })),
  ];
  const missed = tests.filter(({ test }) => !records.some(test));
  return {
    records: records.filter((record) => tests.some(({ test }) => test(record))),
    missed: missed.map(({ text }) => text),
  };
}

/** Names of the catalogue count for objects of a dump too, localised ones included. */
function makePatternTest(
  pattern: string,
  kind: ListedKind,
): (record: ListedRecord) => boolean {
  const known = new Set(
    [...matchNames(pattern, kind), ...findByName(pattern)]
      .filter((record) => record.kind === kind).map(({ guid }) => guid),
  );
  const fold = pattern.toLowerCase();
  const matches = hasWildcards(pattern)
    ? parseWildcard(pattern)
    : (text: string): boolean => text.toLowerCase().includes(fold);
  return ({ guid, name, displayName }) =>
    known.has(guid) || matches(name ?? "") || matches(displayName ?? "");
}

function reportMiss(
  pattern: string,
  kind: ListedKind,
  { warn }: Invocation,
): void {
  const [near] = suggest(pattern, lookUp(pattern, { kind }), kind);
  warn(
    `Cannot find a ${kind.replaceAll("_", " ")} by "${pattern}"`,
    {
      code: "notFound",
      hint: near && `did you mean ${near.name ?? near.guid}?`,
      details: { text: pattern },
    },
  );
}
