import { validate, type Verdict } from "../analysis/validate.ts";
import type { CommandSpec } from "../cli/command.ts";
import type { Kind, WfpRecord } from "../model/record.ts";
import type { Card } from "../render/card.ts";
import type { View } from "../render/view.ts";
import { findAddedSources } from "./shared/added_sources.ts";
import { kindOption } from "./shared/kind_option.ts";
import { SOURCE_OPTIONS } from "./shared/source_options.ts";
import type { ItemError } from "./shared/text_item.ts";
import { INPUT_OPTION, listTexts } from "./shared/texts.ts";

/** A verdict, as it is printed. */
interface PrintedVerdict extends Omit<Verdict, "detail"> {
  readonly input: string;
  readonly detail: string | null;
  readonly error: ItemError | null;
}

const VIEW: View<PrintedVerdict> = {
  schema: "verdictRow",
  columns: [
    { title: "Input", value: ({ input }) => input, leastWidth: 16 },
    { title: "Valid", value: ({ valid }) => valid ? "yes" : "no" },
    { title: "Verdict", value: ({ verdict }) => verdict },
    { title: "Match", value: ({ match }) => nameOf(match), leastWidth: 20 },
    {
      title: "Detail",
      value: ({ detail, error }) => detail ?? error?.message ?? "",
      leastWidth: 20,
    },
  ],
  rows: (verdict) => [verdict],
  cards: (verdicts) =>
    verdicts.length === 0 || verdicts.length > 3 ? null : verdicts.map(cardOf),
};

function cardOf(verdict: PrintedVerdict): Card {
  const { input, valid, match, detail, error } = verdict;
  return {
    title: `${input}: ${valid ? "valid" : "not valid"}`,
    pairs: [
      ["Verdict", verdict.verdict],
      ["Because", detail ?? error?.message ?? null],
      [valid ? "It is" : "Match", nameOf(match)],
      ["GUID", match?.guid ?? null],
    ],
  };
}

function nameOf(record: WfpRecord | null): string {
  if (record === null) return "";
  return (record.kind === "filter" ? record.displayName : record.name) ??
    record.guid ?? "";
}

/** `wfpcallout validate`: is this a valid built-in callout? */
export const VALIDATE: CommandSpec = {
  name: "validate",
  summary: "say whether a GUID or name is a valid built-in callout",
  description:
    "Gives a verdict for each TEXT, the first of these that applies:\n\n" +
    "nil: the GUID of zeros, which Windows writes where there is none\n" +
    "malformed: begins like a GUID but is not one; the detail says where\n" +
    "reserved: built in, for Windows itself\n" +
    "builtin-alias: another name of a built-in object\n" +
    "builtin: defined by the header of the Windows SDK\n" +
    "windows: a callout of Windows that the header does not define\n" +
    "third-party: a callout of another product\n" +
    "other-kind: an object of another kind, such as a layer\n" +
    "byte-swapped: the bytes of a known GUID in the other order\n" +
    "near-miss: a known GUID except for one hexadecimal digit\n" +
    "unknown: none of these\n\n" +
    "The verdicts builtin, builtin-alias and reserved mean valid. Without TEXT " +
    "it reads standard input, one text a line. With --live or --from the " +
    "objects of that machine or file are known too, after those of the " +
    "catalogue.",
  arguments: [{
    name: "TEXT",
    repeatable: true,
    completion: "callout",
    summary: "a GUID in any spelling, or a name",
  }],
  options: [
    {
      ...kindOption("the kind that each text should be; callout by default"),
      name: "expect",
    },
    INPUT_OPTION,
    ...SOURCE_OPTIONS,
  ],
  printsRecords: true,
  examples: [
    {
      command: "wfpcallout validate '{eda08606-2494-4d78-89bc-67837c03b969}'",
      summary: "check the GUID of a callout",
    },
    {
      command: "wfpcallout validate 0686a0ed-9424-784d-89bc-67837c03b969",
      summary: "find out that the bytes of a GUID were swapped",
    },
    {
      command: "wfpcallout validate --expect layer " +
        "c38d57d1-05a7-4c33-904f-7fbceee60e82",
      summary: "check the GUID of a layer",
    },
  ],
  exitZero: "every text is a valid built-in object of the kind",
  exitOne: "a text is not a valid built-in object of the kind",
  readsInput: () => true,
  run: async (invocation) => {
    const expect = (invocation.options.value("expect") ?? "callout") as Kind;
    const sources = await findAddedSources(invocation);
    const writer = invocation.output.records(VIEW);
    let isAllValid = true;
    let isAllRead = true;
    for await (const batch of listTexts(invocation)) {
      for (const { text, error } of batch) {
        if (error !== null) isAllRead = false;
        const verdict = error === null
          ? { input: text, ...validate(text, { expect, sources }), error }
          : unreadable(text, error);
        if (!verdict.valid) isAllValid = false;
        writer.write(verdict);
      }
      writer.flush();
    }
    return isAllRead ? isAllValid : 3;
  },
};

function unreadable(text: string, error: ItemError): PrintedVerdict {
  return {
    input: text,
    verdict: "malformed",
    valid: false,
    guid: null,
    reading: null,
    match: null,
    detail: null,
    position: null,
    error,
  };
}
