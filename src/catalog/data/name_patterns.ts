// deno-fmt-ignore-file: one row a line
import type { NamePatternFact } from "../facts.ts";
import { rows } from "../rows.ts";

/**
 * Display names that give away the product of a callout whose GUID is made at run
 * time. None of Microsoft's names is here: anybody can give a callout such a name.
 */
export const NAME_PATTERNS = rows((): readonly NamePatternFact[] => [
  ["Flow Established Callout", "netFilterSdk", "levoileDump"],
  ["Kaspersky Lab", "kaspersky", "portmasterIssue1634"],
  ["SNTP DNS *", "sophos", "piBurnerDump"],
  ["SNTP TLS *", "sophos", "piBurnerDump"],
  ["Stream Callout", "netFilterSdk", "levoileDump"],
  ["WinDivert*", "winDivert", "duguudDump"],
]);
