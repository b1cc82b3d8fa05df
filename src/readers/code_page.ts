/** Code pages of Windows that the Encoding Standard has under other names only. */
const LABELS: Readonly<Record<string, string>> = {
  874: "windows-874",
  932: "shift_jis",
  936: "gbk",
  949: "euc-kr",
  950: "big5",
  65001: "utf-8",
};

/**
 * The label of an encoding that a user may call by the number of its code page, which is
 * what `chcp` shows: `936` and `cp936` are GBK.
 *
 * @param name What the user calls it
 * @returns A label of the Encoding Standard, or `name` itself if it is no such number
 */
export function labelOfCodePage(name: string): string {
  const page = /^(?:cp|windows-)?(\d{3,5})$/i.exec(name.trim())?.[1] ?? "";
  return LABELS[page] ?? (/^125\d$/.test(page) ? `windows-${page}` : name);
}
