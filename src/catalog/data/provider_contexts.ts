// deno-fmt-ignore-file: one row a line
import type { NamedFact } from "../facts.ts";
import { rows } from "../rows.ts";

/** All provider contexts of the header. */
export const PROVIDER_CONTEXTS = rows((): readonly NamedFact[] => [
  ["FWPM_PROVIDER_CONTEXT_SECURE_SOCKET_AUTHIP", "b25ea800-0d02-46ed-92bd-7fa84bb73e9d", "NTDDI_WIN6", "fwpmu", "Policy for AuthIP negotiations that the secure socket API uses by default."],
  ["FWPM_PROVIDER_CONTEXT_SECURE_SOCKET_IPSEC", "8c2d4144-f8e0-42c0-94ce-7ccfc63b2f9b", "NTDDI_WIN6", "fwpmu", "Policy for IPsec quick mode that the secure socket API uses by default."],
]);
