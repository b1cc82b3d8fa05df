/**
 * The address family that the name of a layer or callout speaks of.
 *
 * @param name The symbol or display name
 * @returns The family, or null if the name names none
 */
export function addressFamily(name: string | null): "IPv4" | "IPv6" | null {
  const upper = name?.toUpperCase() ?? "";
  return upper.includes("V4") ? "IPv4" : upper.includes("V6") ? "IPv6" : null;
}
