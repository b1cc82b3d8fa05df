/** The value that all of a list have in common, or null if they differ. */
export function onlyValue(
  values: readonly (string | null)[],
): string | null {
  const [first = null] = values;
  return values.every((value) => value === first) ? first : null;
}
