// deno-fmt-ignore-file: one row a line
import type { NamePatternFact } from "../facts.ts";

/** Display names of callouts whose GUIDs are made at run time, and whose names are telling. */
export const NAME_PATTERNS = [
  ["Kaspersky Lab", "kaspersky", "portmasterIssue1634"],
  ["SNTP DNS *", "sophos", "piBurnerDump"],
  ["SNTP TLS *", "sophos", "piBurnerDump"],
  ["WinDivert*", "winDivert", "duguudDump"],
] as const satisfies readonly NamePatternFact[];
