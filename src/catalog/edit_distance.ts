/** One row of the table of distances; names are never longer than this. */
const row = new Uint8Array(256);

/**
 * The edit distance of two names of at most 255 characters: characters to
 * insert, remove or replace.
 *
 * @param a One name
 * @param b The other
 * @param bound The greatest distance of interest
 * @returns The distance, or any greater number than `bound`
 */
export function editDistance(a: string, b: string, bound: number): number {
  let start = 0;
  let endA = a.length;
  let endB = b.length;
  while (
    start < endA && start < endB && a.charCodeAt(start) === b.charCodeAt(start)
  ) {
    start++;
  }
  while (
    endA > start && endB > start &&
    a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)
  ) {
    endA--;
    endB--;
  }
  const height = endA - start;
  const width = endB - start;
  const tooFar = bound + 1;
  if (Math.abs(height - width) > bound) return tooFar;
  for (let x = 0; x <= width; x++) row[x] = x < tooFar ? x : tooFar;
  for (let y = 1; y <= height; y++) {
    const code = a.charCodeAt(start + y - 1);
    // Cells farther from the diagonal than the bound cannot lie on a short way.
    const first = y > bound ? y - bound : 1;
    const last = Math.min(width, y + bound);
    let diagonal = row[first - 1] as number;
    let left = first === 1 ? Math.min(y, tooFar) : tooFar;
    row[first - 1] = left;
    let least = left;
    for (let x = first; x <= last; x++) {
      const above = x === y + bound ? tooFar : row[x] as number;
      let cell = b.charCodeAt(start + x - 1) === code ? diagonal : diagonal + 1;
      if (above + 1 < cell) cell = above + 1;
      if (left + 1 < cell) cell = left + 1;
      if (cell > tooFar) cell = tooFar;
      diagonal = row[x] as number;
      row[x] = left = cell;
      if (cell < least) least = cell;
    }
    if (least > bound) return tooFar;
  }
  return row[width] as number;
}
