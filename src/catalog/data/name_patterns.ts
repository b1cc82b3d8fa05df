// deno-fmt-ignore-file: one row a line
import type { NamePatternFact } from "../facts.ts";

/** Display names of callouts whose GUIDs are made at run time, and whose names are telling. */
export const NAME_PATTERNS = [
  ["Kaspersky Lab", "kasperskyWfpTrafficProcessingFilter", "portmasterIssue1634"],
  ["SNTP DNS *", "sophosNetworkThreatProtection", "piBurnerDump"],
  ["SNTP TLS *", "sophosNetworkThreatProtection", "piBurnerDump"],
  ["WinDivert*", "windivertSys", "duguudDump"],
] as const satisfies readonly NamePatternFact[];
