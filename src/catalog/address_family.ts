/**
 * The address family that the name of a layer or callout speaks of.
 *
 * @param name The symbol or display name
 * @returns The family, or null if the name names none
 */
export function addressFamily(name: string | null): "IPv4" | "IPv6" | null {
  if (name === null) return null;
  if (/(?:\b|_)(?:IP)?V4(?:\b|_)/i.test(name)) return "IPv4";
  return /(?:\b|_)(?:IP)?V6(?:\b|_)/i.test(name) ? "IPv6" : null;
}
