/**
 * Writes an IPv4 address with its mask.
 *
 * @param address The address in host byte order
 * @param mask The mask in host byte order
 * @returns `address/prefix`, or `address/mask` where the mask has holes
 */
export function formatV4Mask(address: number, mask: number): string {
  const holes = ~mask >>> 0;
  const isPrefix = (holes & (holes + 1)) === 0;
  const suffix = isPrefix ? String(Math.clz32(holes)) : formatV4(mask);
  return `${formatV4(address)}/${suffix}`;
}

function formatV4(address: number): string {
  return [24, 16, 8, 0].map((shift) => (address >>> shift) & 0xff).join(".");
}

/**
 * Writes an IPv6 address as RFC 5952 has it.
 *
 * @param bytes 16 bytes in network order
 * @returns The address, its longest run of zero groups cut to `::`
 */
export function formatV6(bytes: Uint8Array): string {
  const groups = Array.from(
    { length: 8 },
    (_, i) => ((bytes[2 * i] ?? 0) << 8) | (bytes[2 * i + 1] ?? 0),
  );
  const run = findLongestZeroRun(groups);
  const hex = groups.map((group) => group.toString(16));
  if (run.length < 2) return hex.join(":");
  const head = hex.slice(0, run.start).join(":");
  const tail = hex.slice(run.start + run.length).join(":");
  return `${head}::${tail}`;
}

function findLongestZeroRun(
  groups: readonly number[],
): { readonly start: number; readonly length: number } {
  let best = { start: 0, length: 0 };
  let start = 0;
  for (let i = 0; i <= groups.length; i++) {
    if (i < groups.length && groups[i] === 0) continue;
    if (i - start > best.length) best = { start, length: i - start };
    start = i + 1;
  }
  return best;
}
