// deno-fmt-ignore-file: one row a line
import type { NamePatternFact } from "../facts.ts";
import { rows } from "../rows.ts";

/**
 * Telling display names of callouts whose GUIDs are made at run time. No name of
 * Microsoft's is here: anybody can give a callout such a name.
 */
export const NAME_PATTERNS = rows((): readonly NamePatternFact[] => [
  ["Flow Established Callout", "netFilterSdk", "levoileDump"],
  ["Kaspersky Lab", "kaspersky", "portmasterIssue1634"],
  ["SNTP DNS *", "sophos", "piBurnerDump"],
  ["SNTP TLS *", "sophos", "piBurnerDump"],
  ["Stream Callout", "netFilterSdk", "levoileDump"],
  ["WinDivert*", "winDivert", "duguudDump"],
]);
