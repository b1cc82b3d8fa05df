/**
 * Parses a dotted IPv4 address.
 *
 * @param text Such as `192.0.2.1`
 * @returns The address as the engine holds it, in host order, or null if `text` is not one
 */
export function parseIpv4(text: string): number | null {
  const parts = text.split(".");
  if (parts.length !== 4) return null;
  let value = 0;
  for (const part of parts) {
    if (!/^[0-9]{1,3}$/.test(part) || Number(part) > 255) return null;
    value = value * 256 + Number(part);
  }
  return value;
}

/**
 * Parses an IPv6 address, with `::` and an IPv4 tail.
 *
 * @param text Such as `fe80::1`
 * @returns Its 16 bytes as lower-case hexadecimal, or null if `text` is not one
 */
export function parseIpv6(text: string): string | null {
  const halves = text.split("::");
  if (halves.length > 2 || !text.includes(":")) return null;
  const [head, tail] = halves.map((half, index) =>
    parseGroups(half, index === halves.length - 1)
  );
  if (head === null || head === undefined || tail === null) return null;
  if (tail === undefined) return head.length === 32 ? head : null;
  const gap = 32 - head.length - tail.length;
  return gap < 4 ? null : head + "0".repeat(gap) + tail;
}

/** The digits of groups; only the last of an address may be dotted. */
function parseGroups(text: string, isEnd: boolean): string | null {
  if (text === "") return "";
  const groups = text.split(":");
  let digits = "";
  for (const [index, group] of groups.entries()) {
    const isTail = isEnd && index === groups.length - 1 && group.includes(".");
    const ipv4 = isTail ? parseIpv4(group) : null;
    if (ipv4 !== null) digits += ipv4.toString(16).padStart(8, "0");
    else if (/^[0-9a-f]{1,4}$/i.test(group)) digits += group.padStart(4, "0");
    else return null;
  }
  return digits.length > 32 ? null : digits.toLowerCase();
}
