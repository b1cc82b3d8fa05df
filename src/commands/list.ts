import { listRecords } from "../catalog/list_records.ts";
import type { CommandSpec, Invocation } from "../cli/command.ts";
import { InputError } from "../model/errors.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { FILTER_OPTIONS } from "./list/filter_options.ts";
import type { RecordTest } from "./list/record_filter.ts";
import type { RecordSearch } from "./list/record_search.ts";
import {
  type ListedKind,
  type ListedRecord,
  RECORD_VIEWS,
} from "./list/record_views.ts";
import { attempt } from "./shared/attempt.ts";
import { kindOption } from "./shared/kind_option.ts";
import { readSources } from "./shared/read_sources.ts";
import { SOURCE_OPTIONS } from "./shared/source_options.ts";

/** `wfpcallout list`: which callouts, layers, … are there? */
export const LIST: CommandSpec = {
  name: "list",
  summary: "list callouts and other objects by name, layer or provider",
  description:
    "Prints the entries whose name or display name contains a PATTERN, or " +
    "all of them if there is no PATTERN. A PATTERN with wildcards must match " +
    "the whole name, with or without its prefix, such as FWPM_CALLOUT_.\n\n" +
    "Without --live or --from it lists the built-in catalogue: every object " +
    "of the SDK header, objects of Windows outside it, and callouts of other " +
    "products that are known by GUID. With them it lists what that machine or " +
    "file holds instead.",
  arguments: [{
    name: "PATTERN",
    repeatable: true,
    completion: "callout",
    summary:
      "a part of a name, a wildcard with * ? [a-c], or a GUID; - reads " +
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
    const search = await openSearch(kind, invocation);
    const records = await gatherRecords(kind, invocation);
    const isWanted = await loadRecordTest(invocation, records);
    const writer = invocation.output.records(RECORD_VIEWS[kind]);
    for (const record of search?.find(records) ?? records) {
      if (isWanted(record)) writer.write(record);
    }
    return search?.reportMisses(records) ?? true;
  },
};

/** What looks for names and GUIDs is loaded where some are given. */
async function openSearch(
  kind: ListedKind,
  invocation: Invocation,
): Promise<RecordSearch | null> {
  const { arguments: patterns, options } = invocation;
  if (patterns.length === 0 && !options.has("guid")) return null;
  return new (await import("./list/record_search.ts")).RecordSearch(
    kind,
    invocation,
  );
}

/** What narrows the list is loaded where that is asked for. */
async function loadRecordTest(
  invocation: Invocation,
  records: readonly ListedRecord[],
): Promise<RecordTest> {
  const { options } = invocation;
  if (!FILTER_OPTIONS.some(({ name }) => options.has(name))) return () => true;
  return (await import("./list/record_filter.ts")).makeRecordTest(
    invocation,
    records,
  );
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
