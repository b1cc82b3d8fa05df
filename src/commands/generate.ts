import { listRecords } from "../catalog/list_records.ts";
import type { CommandSpec } from "../cli/command.ts";
import { CATALOG_KINDS } from "../model/kinds.ts";
import type { Kind } from "../model/record.ts";
import { formatConstants, LANGUAGES } from "../render/constants.ts";
import { VERSION } from "../version.ts";
import { kindOption } from "./shared/kind_option.ts";

/** `wfpcallout generate`: the catalogue as source code. */
export const GENERATE: CommandSpec = {
  name: "generate",
  summary: "write the GUIDs of the SDK header as source code constants",
  description:
    "Writes every object that the header of the SDK defines under each of its " +
    "symbols, aliases included, as a source file: a C header, a C# class, Go variables, " +
    "Rust or TypeScript constants, or a PowerShell data file. Objects without " +
    "a symbol, such as callouts of other products, are left out.",
  arguments: [],
  options: [
    {
      name: "language",
      value: "LANGUAGE",
      choices: LANGUAGES,
      summary: "c, csharp, go, rust, typescript or powershell; c by default",
    },
    kindOption("only symbols of this kind; all kinds by default"),
  ],
  printsRecords: false,
  examples: [
    {
      command: "wfpcallout generate --language c --kind callout",
      summary: "write the callouts as a C header",
    },
    {
      command: "wfpcallout generate --language csharp -o WfpGuids.cs",
      summary: "write everything as a C# class into a file",
    },
  ],
  exitOne: null,
  run: ({ options, output }) => {
    const language = options.value("language") ?? "c";
    const kind = options.value("kind") as Kind | undefined;
    const kinds = kind === undefined ? CATALOG_KINDS : [kind];
    const records = kinds.flatMap((one) => [...listRecords(one)]);
    const symbols = records.filter((record) => record.builtin)
      .flatMap(({ name, guid, aliases }) =>
        [name, ...aliases].filter((alias) => alias?.startsWith("FWPM_"))
          .map((symbol) => ({ symbol: symbol ?? "", guid: guid ?? "" }))
      );
    output.raw(
      formatConstants(symbols, {
        language: language as typeof LANGUAGES[number],
        tool: `wfpcallout ${VERSION}`,
      }),
    );
    return true;
  },
};
