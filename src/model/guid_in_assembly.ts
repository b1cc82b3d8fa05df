const NUMBER_REGEXP = /(?<!\w)(\d[0-9a-f]*)h(?!\w)/gi;
const STRUCTURE_REGEXP = /<[^<>]*(?:<[^<>]*>\s*)?>/;
/** Place, name and directive at the beginning of a line. */
const BEFORE_REGEXP = /^.*?\bd[bwdq]\s/i;

/**
 * Writes what assemblers and disassemblers say of a GUID as C would: `db 6, 86h`,
 * `dd 0EDA08606h ; Data1` and the lines after it, `GUID <0EDA08606h, …>`.
 *
 * @returns The numbers as a C initialiser, or null if none is of that kind
 */
export function assemblyToC(text: string): string | null {
  if (text.search(NUMBER_REGEXP) < 0 || /0x/i.test(text)) return null;
  const lines = text.split(/\r?\n/).map((line) =>
    line.replace(/;.*/, "").replace(NUMBER_REGEXP, "0x$1")
  );
  const code = lines.join("\n");
  const structure = STRUCTURE_REGEXP.exec(code);
  if (structure !== null) {
    return structure[0].replaceAll("<", "{").replaceAll(">", "}");
  }
  const values = lines.map((line) => line.replace(BEFORE_REGEXP, "").trim());
  return `{${values.filter((line) => line !== "").join(",")}}`;
}
