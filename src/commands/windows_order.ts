import { NTDDI_NAMES, sinceOf } from "../catalog/windows_versions.ts";
import { suggestion } from "../cli/suggestion.ts";
import { UsageError } from "../model/errors.ts";
import type { Since } from "../model/record.ts";

/** Other ways to write a version guard: builds of the header, and common short names. */
const BUILDS: Readonly<Record<string, string>> = {
  "6000": "NTDDI_WIN6",
  "6001": "NTDDI_WIN6SP1",
  "7600": "NTDDI_WIN7",
  "9200": "NTDDI_WIN8",
  "9600": "NTDDI_WINBLUE",
  "10240": "NTDDI_WINTHRESHOLD",
  "10": "NTDDI_WINTHRESHOLD",
  "11": "NTDDI_WIN10_FE",
};

/**
 * Makes a test for "first in this Windows or later".
 *
 * @param text A guard such as `NTDDI_WIN8`, a Windows such as `Windows 8`, `8.1`,
 *   `1709` or `Server 2022`, or a build such as `22621`
 * @throws {UsageError} If no Windows has that name
 */
export function parseSince(text: string): (since: Since | null) => boolean {
  const first = indexOfWindows(text);
  return (since) =>
    since !== null &&
    NTDDI_NAMES.findIndex((name) => name === since.ntddi) >= first;
}

function indexOfWindows(text: string): number {
  const fold = text.trim().toLowerCase().replace(/^windows\s+/, "");
  const guard = (BUILDS[fold] ?? text.trim()).toUpperCase();
  const index = NTDDI_NAMES.findIndex((name) =>
    name === guard || name === `NTDDI_${guard}` ||
    namesOf(sinceOf(name)?.windows ?? "").includes(fold)
  );
  if (index >= 0) return index;
  throw new UsageError(
    `Cannot use --since "${text}": no Windows has that name`,
    suggestion(text.toUpperCase(), NTDDI_NAMES) ??
      { hint: "use a name such as NTDDI_WIN8, Windows 8, 1709 or 22621" },
  );
}

/** `Windows 10 1703 (15063)` is also `10 1703`, `1703` and `15063`; `Windows 8, Server 2012` also `8`. */
function namesOf(windows: string): string[] {
  return windows.toLowerCase().split(", ").flatMap((name) => {
    const short = name.replace(/^windows /, "");
    const [, version = short, build] = /^(.*?) \((\w+)\)$/.exec(short) ?? [];
    const release = /^1[01] (\w+)$/.exec(version)?.[1];
    return [short, version, release, build].filter((each) =>
      each !== undefined
    );
  });
}
