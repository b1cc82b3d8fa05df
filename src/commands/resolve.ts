import { recordsOfGuid } from "../analysis/records_of_guid.ts";
import type { CommandSpec, Invocation, RecordWriter } from "../cli/command.ts";
import { UsageError } from "../model/errors.ts";
import { isCanonicalGuid } from "../model/guid.ts";
import { CATALOG_KINDS } from "../model/kinds.ts";
import type { Guid, Kind } from "../model/record.ts";
import { formatJson } from "../render/json.ts";
import type { SourceIndex } from "../sources/source_index.ts";
import {
  makeScanView,
  type Resolution,
  RESOLUTION_VIEW,
} from "./resolve/resolution_view.ts";
import type {
  resolveText,
  ResolveTextOptions,
} from "./resolve/resolve_text.ts";
import { findAddedSources } from "./shared/added_sources.ts";
import { kindOption } from "./shared/kind_option.ts";
import { SOURCE_OPTIONS } from "./shared/source_options.ts";
import type { ItemError } from "./shared/text_item.ts";
import { INPUT_OPTION, listTexts } from "./shared/texts.ts";

/** `wfpcallout resolve`: what is this GUID, name, initialiser or byte string? */
export const RESOLVE: CommandSpec = {
  name: "resolve",
  summary: "say what a GUID or name is, in any spelling and of any kind",
  description:
    "Reads each TEXT as a GUID in any spelling (braces, bare, without " +
    "dashes, a C initialiser or DEFINE_GUID, 16 bytes in hexadecimal, .reg, " +
    "JSON or Base64 form, alone or as the only one in a line of code, of a " +
    "dump or of the registry) or as a name (symbol in any case, with or without " +
    "its prefix, alias, English or localised display name, wildcards), and " +
    "prints every object that it may mean. If there is none, it names the " +
    "nearest.\n\n" +
    "Without TEXT it reads standard input, one text a line, and answers line " +
    "by line, in order. 16 bytes and bare digits are read in both byte " +
    "orders; the reading says in which. With --live or --from the objects of " +
    "that machine or file are found too, after those of the " +
    "catalogue.",
  arguments: [{
    name: "TEXT",
    repeatable: true,
    completion: "callout",
    summary: "a GUID in any spelling, or a name; wildcards are * ? [a-c]",
  }],
  options: [
    // Filters are found in sources alone
    kindOption("only objects of this kind", [...CATALOG_KINDS, "filter"]),
    INPUT_OPTION,
    {
      name: "scan",
      value: "FILE",
      repeatable: true,
      completion: "file",
      summary: "find every GUID in a header, .reg or source file, with line " +
        "and column; - is standard input",
    },
    ...SOURCE_OPTIONS,
  ],
  printsRecords: true,
  examples: [
    {
      command: "wfpcallout resolve '{eda08606-2494-4d78-89bc-67837c03b969}'",
      summary: "name a GUID",
    },
    {
      command: "wfpcallout resolve tcp_templates_connect_layer_v4 --json",
      summary: "print all that is known about a callout as JSON",
    },
    {
      command:
        "wfpcallout resolve 'hex:06,86,a0,ed,94,24,78,4d,89,bc,67,83,7c,03,b9,69'",
      summary: "read 16 bytes of a registry file",
    },
    {
      command: "wfpcallout resolve '*SILENT_DROP'",
      summary: "find names by wildcard",
    },
  ],
  exitZero: "every text means a known object",
  exitOne: "a text means no known object",
  readsInput: (options) => !options.has("scan"),
  run: async (invocation) => {
    const resolver = new Resolver(
      invocation,
      await findAddedSources(invocation),
    );
    if (!invocation.options.has("scan")) return resolver.answerTexts();
    if (invocation.arguments.length > 0) {
      throw new UsageError(
        `Cannot use "${
          invocation.arguments[0]
        }" with --scan: only one of them can be given`,
      );
    }
    return resolver.answerFiles();
  },
};

/** What a GUID means, and its JSON once it was printed. */
interface KnownGuid {
  readonly matches: Resolution["matches"];
  json: string | null;
}

/** Most runs ask for known GUIDs and never load what reads and suggests other texts. */
async function loadResolveText(): Promise<typeof resolveText> {
  return (await import("./resolve/resolve_text.ts")).resolveText;
}

class Resolver {
  readonly #invocation: Invocation;
  readonly #kind: Kind | undefined;
  readonly #sources: SourceIndex | undefined;
  readonly #writer: RecordWriter<Resolution>;
  readonly #isJson: boolean;
  /** What known GUIDs mean: at most as many as there are objects. */
  readonly #known = new Map<Guid, KnownGuid>();
  /** The files of what was found by a scan, for as long as it is to be printed. */
  readonly #files = new WeakMap<Resolution, string>();
  #resolveText: typeof resolveText | null = null;
  #isAllFound = true;
  #isAllRead = true;

  constructor(invocation: Invocation, sources: SourceIndex | undefined) {
    this.#invocation = invocation;
    this.#kind = invocation.options.value("kind") as Kind | undefined;
    this.#sources = sources;
    this.#writer = invocation.output.records(
      invocation.options.has("scan")
        ? makeScanView((resolution) => this.#files.get(resolution) ?? "")
        : RESOLUTION_VIEW,
    );
    this.#isJson = /^jsonl?$/.test(invocation.output.format);
  }

  async answerTexts(): Promise<boolean | 3> {
    for await (const batch of listTexts(this.#invocation)) {
      for (const { text, line, error } of batch) {
        if (error !== null) this.#refuse(text, line, error);
        else if (!this.#answerKnownGuid(text, line)) {
          this.#resolveText ??= await loadResolveText();
          this.#answer(this.#resolveText(text, this.#options(line)));
        }
      }
      this.#writer.flush();
    }
    return this.#isAllRead ? this.#isAllFound : 3;
  }

  /** A GUID that a file merely contains may well be unknown: that is no "no". */
  async answerFiles(): Promise<boolean> {
    const { scanFile } = await import("./resolve/scan_file.ts");
    const resolveText = await loadResolveText();
    for (const path of this.#invocation.options.values("scan")) {
      const known = { kind: this.#kind, sources: this.#sources };
      for (const found of scanFile(path, this.#invocation, known)) {
        const { text, line, column } = found;
        const options = { ...this.#options(line), column };
        const resolution = resolveText(text, options);
        this.#files.set(resolution, path);
        this.#writer.write(resolution);
      }
      this.#writer.flush();
    }
    return true;
  }

  #options(line: number | null): ResolveTextOptions {
    return { kind: this.#kind, sources: this.#sources, line };
  }

  #answer(resolution: Resolution): void {
    if (resolution.matches.length === 0) this.#isAllFound = false;
    this.#writer.write(resolution);
  }

  /** A known GUID, bare or in braces, needs nothing of what reads other texts. */
  #answerKnownGuid(text: string, line: number | null): boolean {
    const isBraced = text.length === 38 && text[0] === "{" && text[37] === "}";
    const guid = (isBraced ? text.slice(1, -1) : text).toLowerCase();
    if (!isCanonicalGuid(guid)) return false;
    const known = this.#known.get(guid) ?? this.#lookUpGuid(guid);
    if (known === null) return false;
    const { matches } = known;
    const record = (): Resolution => ({
      input: text,
      matches,
      suggestions: [],
      line,
      column: null,
      error: null,
    });
    if (!this.#isJson) this.#writer.write(record());
    else {
      known.json ??= formatJson({ matches, suggestions: [] }).slice(1, -1);
      this.#writer.writeJson(
        `{"input":"${text}",${known.json},"line":${line},"column":null,"error":null}`,
        record,
      );
    }
    return true;
  }

  #lookUpGuid(guid: Guid): KnownGuid | null {
    const options = { kind: this.#kind, sources: this.#sources };
    const matches = recordsOfGuid(guid, options)
      .map((record) => ({ ...record, reading: "guid" }));
    if (matches.length === 0) return null;
    const known = { matches, json: null };
    this.#known.set(guid, known);
    return known;
  }

  #refuse(text: string, line: number | null, error: ItemError): void {
    this.#isAllRead = false;
    this.#writer.write({
      input: text,
      matches: [],
      suggestions: [],
      line,
      column: null,
      error,
    });
  }
}
