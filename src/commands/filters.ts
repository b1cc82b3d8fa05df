import { describeConditions } from "../analysis/describe_conditions.ts";
import { sortByEvaluation } from "../analysis/evaluation.ts";
import { type Lookup, lookUp } from "../analysis/lookup.ts";
import { hintAtSpelling, suggest } from "../analysis/suggest.ts";
import type { CommandSpec, Invocation } from "../cli/command.ts";
import { InputError, UsageError } from "../model/errors.ts";
import type { FilterRecord, Guid } from "../model/record.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { View } from "../render/view.ts";
import { indexSnapshots, type SourceIndex } from "../sources/source_index.ts";
import { attempt } from "./shared/attempt.ts";
import { getFilters, readSources } from "./shared/read_sources.ts";
import { readTexts } from "./shared/read_texts.ts";
import { SOURCE_OPTIONS } from "./shared/source_options.ts";
import { INPUT_OPTION } from "./shared/texts.ts";

const FILTER_VIEW: View<FilterRecord> = {
  schema: "filter",
  columns: [
    {
      title: "Layer",
      value: ({ layer, layerGuid }) => layer ?? layerGuid ?? "",
      leastWidth: 24,
    },
    {
      title: "Sublayer",
      value: ({ sublayer, sublayerGuid }) => sublayer ?? sublayerGuid ?? "",
      leastWidth: 16,
      dropOrder: 4,
    },
    { title: "Weight", value: formatWeight, dropOrder: 3 },
    {
      title: "Action",
      value: ({ action }) => action?.replace(/^FWP_ACTION_/, "") ?? "",
    },
    {
      title: "Callout",
      value: ({ callout, calloutName }) => calloutName ?? callout ?? "",
      leastWidth: 28,
    },
    { title: "Flags", value: formatFlags, leastWidth: 16, dropOrder: 1 },
    {
      title: "Conditions",
      value: ({ conditions }) => describeConditions(conditions),
      leastWidth: 20,
      dropOrder: 2,
    },
    {
      title: "Name",
      value: ({ displayName, guid }) => displayName ?? guid ?? "",
      leastWidth: 28,
    },
  ],
  rows: (record) => [record],
  summary: (records) =>
    `${records.length} filter${records.length === 1 ? "" : "s"}`,
};

/** `wfpcallout filters`: which filters use a callout. */
export const FILTERS: CommandSpec = {
  name: "filters",
  summary: "list the filters that use a callout, in order of evaluation",
  description:
    "Prints the filters whose action is one of these callouts, or any " +
    "callout if none is named. They are grouped by layer; at a layer the " +
    "filter engine evaluates the sublayer of the highest weight first, and " +
    "in a sublayer the filter of the highest weight. The first final action " +
    "ends the search in a sublayer, but every sublayer is evaluated.\n\n" +
    "In a table, Weight is the weight of the sublayer, a colon, and the " +
    "effective weight of the filter. Conditions on one field are " +
    "alternatives; every field must match.\n\n" +
    "If no source is named, the filter engine of this machine is asked, " +
    "which needs Windows.",
  arguments: [{
    name: "CALLOUT",
    repeatable: true,
    completion: "callout",
    summary: "a GUID in any spelling, a name, or a name with wildcards; - " +
      "reads them from standard input",
  }],
  options: [
    ...SOURCE_OPTIONS,
    {
      name: "id",
      value: "N",
      repeatable: true,
      summary: "only the filter with this run-time id, whatever its action",
      details:
        "Events 5150 to 5159 name filters by it. Run-time ids are valid for " +
        "one boot only.",
    },
    { name: "all", summary: "all filters, not only those with a callout" },
    INPUT_OPTION,
  ],
  printsRecords: true,
  examples: [
    {
      command: "wfpcallout filters --from wfpstate.xml",
      summary: "every filter of a dump that uses a callout",
    },
    {
      command: "wfpcallout filters --from wfpstate.xml --id 66238 --json",
      summary: "the filter that event 5157 names",
    },
  ],
  exitZero: "every callout and run-time id is known",
  exitOne: "a callout or run-time id is not known",
  run: async (invocation) => {
    const ids = parseIds(invocation.options.values("id"));
    const snapshots = await readSources(invocation, {
      default: "live",
      filters: ids.size > 0 || invocation.options.has("all")
        ? "all"
        : "callouts",
    });
    const lists = snapshots.flatMap((snapshot) =>
      attempt(invocation, () => [getFilters(snapshot)]) ?? []
    );
    const writer = invocation.output.records(FILTER_VIEW);
    if (lists.length === 0) return true;
    const filters = lists.flat();
    const callouts = findCallouts(invocation, filters, snapshots);
    const knowsIds = checkIds(invocation, ids, filters);
    for (const list of lists) {
      const chosen = list.filter((filter) =>
        isChosen(filter, { ids, callouts: callouts.guids, invocation })
      );
      for (const filter of sortByEvaluation(chosen)) writer.write(filter);
    }
    return callouts.allKnown && knowsIds;
  },
};

/** The weight of the sublayer and that in it; what is not known is a question mark. */
function formatWeight(
  { sublayerWeight, effectiveWeight, weight }: FilterRecord,
): string {
  const asked = typeof weight?.value === "object" ? null : weight?.value;
  return `${sublayerWeight ?? "?"}:${effectiveWeight ?? asked ?? "?"}`;
}

function formatFlags({ flags }: FilterRecord): string {
  return flags?.map((flag) => flag.replace(/^FWPM_FILTER_FLAG_/, ""))
    .join(", ") ?? "";
}

function parseIds(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.map((text) => {
    if (/^\d{1,20}$/.test(text)) return BigInt(text).toString();
    throw new UsageError(
      `Cannot use --id "${text}": it is not a run-time id, which is a number`,
    );
  }));
}

/** The GUIDs that the arguments name; null if there are no arguments. */
interface ChosenCallouts {
  readonly guids: ReadonlySet<Guid> | null;
  readonly allKnown: boolean;
}

/** The texts that name callouts; `-` stands for those of standard input. */
function readCallouts(invocation: Invocation): string[] {
  // A line without text is a gap between lines; as JSON it is a text that was meant.
  const isJson = invocation.options.value("input") === "json";
  return invocation.arguments.flatMap((word) => {
    if (word !== "-") return [word];
    const items = [...readTexts(invocation)].flat();
    return items.flatMap(({ text, error, line }) => {
      if (error === null) return !isJson && text.trim() === "" ? [] : [text];
      const { code, message, hint } = error;
      invocation.report(
        new InputError(code, message, {
          ...hint !== null && { hint },
          place: { file: "-", ...line !== null && { line } },
        }),
      );
      return [];
    });
  });
}

function findCallouts(
  invocation: Invocation,
  filters: readonly FilterRecord[],
  snapshots: readonly Snapshot[],
): ChosenCallouts {
  if (invocation.arguments.length === 0) return { guids: null, allKnown: true };
  const sources = indexSnapshots(snapshots);
  const used = new Set(filters.map(({ callout }) => callout));
  const guids = new Set<Guid>();
  let allKnown = true;
  for (const text of readCallouts(invocation)) {
    const lookup = lookUp(text, { kind: "callout", sources });
    const found = [
      ...lookup.matches.flatMap(({ record }) => record.guid ?? []),
      ...lookup.guids.map(({ guid }) => guid).filter((guid) => used.has(guid)),
    ];
    for (const guid of found) guids.add(guid);
    if (found.length > 0) continue;
    allKnown = false;
    reportMiss(text, lookup, { invocation, sources });
  }
  return { guids, allKnown };
}

function reportMiss(
  text: string,
  lookup: Lookup,
  { invocation: { warn }, sources }: {
    readonly invocation: Invocation;
    readonly sources: SourceIndex;
  },
): void {
  const { defect } = lookup;
  const details = { text };
  if (defect !== null) {
    warn(
      `Cannot read "${text}": ${defect.detail} (character ${defect.position})`,
      {
        code: "malformed",
        hint: hintAtSpelling(text, { kind: "callout", sources }),
        details,
      },
    );
    return;
  }
  const [nearest] = suggest(text, lookup, { kind: "callout", sources });
  warn(
    `Cannot find callout "${text}": neither the catalogue nor the source has it`,
    {
      code: "notFound",
      hint: nearest && `did you mean ${nearest.name ?? nearest.guid}?`,
      details,
    },
  );
}

function checkIds(
  invocation: Invocation,
  ids: ReadonlySet<string>,
  filters: readonly FilterRecord[],
): boolean {
  const present = new Set(filters.map(({ filterId }) => filterId));
  const missing = [...ids].filter((id) => !present.has(id));
  for (const id of missing) {
    invocation.warn(
      `Cannot find filter ${id}: no filter of the source has this run-time id`,
      {
        code: "notFound",
        hint:
          "run-time ids are valid for one boot only; take the dump in the same boot",
        details: { filterId: id },
      },
    );
  }
  return missing.length === 0;
}

interface Choice {
  readonly ids: ReadonlySet<string>;
  readonly callouts: ReadonlySet<Guid> | null;
  readonly invocation: Invocation;
}

function isChosen(
  { filterId, callout, action }: FilterRecord,
  { ids, callouts, invocation }: Choice,
): boolean {
  if (ids.size > 0 && (filterId === null || !ids.has(filterId))) return false;
  if (callouts !== null) return callout !== null && callouts.has(callout);
  return ids.size > 0 || invocation.options.has("all") ||
    (action?.startsWith("FWP_ACTION_CALLOUT_") ?? false);
}
