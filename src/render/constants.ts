/**
 * GUIDs as constants of a programming language.
 *
 * @module
 */

import { formatGuid } from "../model/format_guid.ts";
import type { Guid } from "../model/record.ts";

/** The languages. */
export const LANGUAGES = [
  "c",
  "csharp",
  "go",
  "rust",
  "typescript",
  "powershell",
] as const;

/** A symbol and its GUID. */
export interface Constant {
  readonly symbol: string;
  readonly guid: Guid;
}

/** How to write them. */
export interface ConstantsOptions {
  readonly language: typeof LANGUAGES[number];
  /** Program and version, for the first line. */
  readonly tool: string;
}

/**
 * Writes a whole source file.
 *
 * @param constants Symbols and GUIDs, in the order of the file
 * @param options The language, and what wrote the file
 * @returns The text of the file
 */
export function formatConstants(
  constants: readonly Constant[],
  { language, tool }: ConstantsOptions,
): string {
  const note = `GUIDs of the Windows Filtering Platform, written by ${tool}.`;
  const lines = constants.map(LINES[language]);
  const { before, after } = FRAMES[language](note);
  return [...before, ...lines, ...after].join("\n") + "\n";
}

type Language = typeof LANGUAGES[number];

const LINES: Readonly<Record<Language, (constant: Constant) => string>> = {
  c: ({ symbol, guid }) =>
    `DEFINE_GUID(${symbol}, ${formatGuid(guid, "c-flat")});`,
  csharp: ({ symbol, guid }) =>
    `        public static readonly Guid ${symbol} = new Guid("${guid}");`,
  go: ({ symbol, guid }) => {
    const [a, b, c, ...rest] = formatGuid(guid, "c-flat").split(", ");
    return `\t${symbol} = GUID{${a}, ${b}, ${c}, [8]byte{${rest.join(", ")}}}`;
  },
  rust: ({ symbol, guid }) => {
    const [a, b, c, ...rest] = formatGuid(guid, "c-flat").split(", ");
    return `pub const ${symbol}: GUID = GUID { data1: ${a}, data2: ${b}, ` +
      `data3: ${c}, data4: [${rest.join(", ")}] };`;
  },
  typescript: ({ symbol, guid }) => `export const ${symbol} = "${guid}";`,
  powershell: ({ symbol, guid }) => `    ${symbol} = '${guid}'`,
};

interface Frame {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const FRAMES: Readonly<Record<Language, (note: string) => Frame>> = {
  c: (note) => ({
    before: [
      `/* ${note} */`,
      "/* Define INITGUID in one source file before this is included. */",
      "#ifndef WFPCALLOUT_GUIDS_H",
      "#define WFPCALLOUT_GUIDS_H",
      "",
      "#include <guiddef.h>",
      "",
    ],
    after: ["", "#endif"],
  }),
  csharp: (note) => ({
    before: [
      `// ${note}`,
      "using System;",
      "",
      "namespace WfpCallout",
      "{",
      "    public static class WfpGuids",
      "    {",
    ],
    after: ["    }", "}"],
  }),
  go: (note) => ({
    before: [
      `// ${note}`,
      "",
      "package wfp",
      "",
      "// GUID has the layout of the Windows type of that name.",
      "type GUID struct {",
      "\tData1 uint32",
      "\tData2 uint16",
      "\tData3 uint16",
      "\tData4 [8]byte",
      "}",
      "",
      "var (",
    ],
    after: [")"],
  }),
  rust: (note) => ({
    before: [
      `// ${note}`,
      "",
      "/// Has the layout of the Windows type of that name.",
      "#[repr(C)]",
      "#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]",
      "pub struct GUID {",
      "    pub data1: u32,",
      "    pub data2: u16,",
      "    pub data3: u16,",
      "    pub data4: [u8; 8],",
      "}",
      "",
    ],
    after: [],
  }),
  typescript: (note) => ({ before: [`// ${note}`, ""], after: [] }),
  powershell: (note) => ({
    before: [
      `# ${note}`,
      "# Read it with Import-PowerShellDataFile.",
      "@{",
    ],
    after: ["}"],
  }),
};
