import {
  ANNOTATION_STYLES,
  type AnnotationStyle,
  Annotator,
} from "../analysis/annotate.ts";
import { listGuidNames } from "../analysis/annotate_names.ts";
import type { CommandSpec, Invocation } from "../cli/command.ts";
import type { Kind } from "../model/record.ts";
import { findAddedSources } from "./shared/added_sources.ts";
import { attempt } from "./shared/attempt.ts";
import { kindOption } from "./shared/kind_option.ts";
import { SOURCE_OPTIONS } from "./shared/source_options.ts";

/** `wfpcallout annotate`: put names beside the GUIDs in this log. */
export const ANNOTATE: CommandSpec = {
  name: "annotate",
  summary: "copy text and write a name after each known GUID",
  description:
    "Copies files, or standard input, and writes a name after each known " +
    "GUID that is spelled with dashes, in any letter case; after its closing " +
    "brace if it is in braces. Everything else is copied byte for byte, " +
    "whatever its encoding. Text in UTF-16, recognised by a byte order mark " +
    "or by zero bytes at the start, gets names in UTF-16.\n\n" +
    "The name is the symbol, else the display name with _ in place of every " +
    "character but letters, digits, blanks and _.:-. A +2 after it means that two more " +
    "products use the same GUID. A GUID that has its name already is left " +
    "alone, so annotating twice does no more than once. What stands inside a " +
    "longer run of hexadecimal digits and dashes is not taken for a GUID.",
  arguments: [{
    name: "FILE",
    repeatable: true,
    completion: "file",
    summary: "a file to copy; - is standard input",
  }],
  options: [
    {
      name: "style",
      value: "STYLE",
      choices: ANNOTATION_STYLES,
      summary: "suffix: GUID (NAME); comment: GUID /* NAME */; replace: NAME",
      details:
        "suffix is the default. With replace the braces go too, unless the " +
        "name would touch a word beside them.",
    },
    {
      ...kindOption("name only objects of this kind"),
      repeatable: true,
    },
    ...SOURCE_OPTIONS,
  ],
  printsRecords: false,
  examples: [
    {
      command: "wfpcallout annotate firewall.log",
      summary: "print a log with names beside the GUIDs",
    },
    {
      command:
        "wfpcallout annotate --from wfpstate.xml --style comment driver.c",
      summary: "write comments, with the names of a dump too",
    },
  ],
  exitOne: null,
  readsInput: () => true,
  run: async (invocation) => {
    const annotator = await makeAnnotator(invocation);
    const paths = invocation.arguments.length > 0
      ? invocation.arguments
      : ["-"];
    for (const path of paths) {
      attempt(invocation, () => annotateFile(path, annotator, invocation));
    }
    return true;
  },
};

async function makeAnnotator(invocation: Invocation): Promise<Annotator> {
  const { options, output } = invocation;
  const kinds = options.values("kind") as readonly Kind[];
  return new Annotator({
    names: listGuidNames({
      kinds: kinds.length > 0 ? new Set(kinds) : undefined,
      sources: await findAddedSources(invocation),
    }),
    style: (options.value("style") ?? "suffix") as AnnotationStyle,
    write: (bytes) => output.raw(bytes),
  });
}

function annotateFile(
  path: string,
  annotator: Annotator,
  { system }: Invocation,
): void {
  const reader = system.openFile(path);
  try {
    annotator.annotate(reader);
  } finally {
    reader.close();
  }
}
