import {
  findWindowsBuild,
  WINDOWS_NAMES,
} from "../../catalog/windows_builds.ts";
import { suggestion } from "../../cli/suggestion.ts";
import { UsageError } from "../../model/errors.ts";
import type { Since } from "../../model/record.ts";

/**
 * Makes a test for "first in this Windows or later".
 *
 * @param text A guard such as `NTDDI_WIN8`, a Windows such as `Windows 8`, `8.1`,
 *   `1809` or `Server 2022`, or a build such as `22621`
 * @throws {UsageError} If no Windows has that name
 */
export function parseSince(text: string): (since: Since | null) => boolean {
  const first = findWindowsBuild(text);
  if (first === undefined) throw unknownWindows(text);
  return (since) =>
    since !== null && (findWindowsBuild(since.ntddi) ?? 0) >= first;
}

function unknownWindows(text: string): UsageError {
  const names = WINDOWS_NAMES.map((name) => name.toUpperCase());
  const near = /^ntddi_/i.test(text)
    ? suggestion(text.toUpperCase(), names)
    : undefined;
  return new UsageError(
    `Cannot use --since "${text}": no Windows has that name`,
    {
      hint: "use a name such as Windows 8, 1809, Server 2022 or NTDDI_WIN8, " +
        "or a build such as 22621",
      ...near,
      details: { option: "since", value: text },
    },
  );
}
