// deno-fmt-ignore-file: one row a line
import type { NamedFact } from "../facts.ts";
import { rows } from "../rows.ts";

/** All keying modules. */
export const KEYING_MODULES = rows((): readonly NamedFact[] => [
  ["FWPM_KEYING_MODULE_AUTHIP", "11e3dae0-dd26-4590-857d-ab4b28d1a095", "NTDDI_WIN6", "fwpmu", "AuthIP, Microsoft's extension of IKE."],
  ["FWPM_KEYING_MODULE_IKE", "a9bbf787-82a8-45bb-a400-5d7e5952c7a9", "NTDDI_WIN6", "fwpmu", "Internet Key Exchange, version 1."],
  ["FWPM_KEYING_MODULE_IKEV2", "041792cc-8f07-419d-a394-716968cb1647", "NTDDI_WIN6", "fwpmu", "Internet Key Exchange, version 2.", { notes: ["The guard says Windows Vista, but the header of Vista SP1 lacks it; Microsoft dates it to Windows 7."] }],
]);
