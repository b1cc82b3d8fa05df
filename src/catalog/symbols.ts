/** Whether a name is written like a C symbol, and not like a display name. */
export function isSymbol(name: string): boolean {
  return /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(name);
}
