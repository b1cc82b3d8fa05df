import type { Since } from "../model/record.ts";

/** The Windows of each version guard of the header, oldest first. */
const WINDOWS = {
  NTDDI_WIN6: "Windows Vista",
  NTDDI_WIN6SP1: "Windows Vista SP1, Server 2008",
  NTDDI_WIN7: "Windows 7, Server 2008 R2",
  NTDDI_WIN8: "Windows 8, Server 2012",
  NTDDI_WINBLUE: "Windows 8.1, Server 2012 R2",
  NTDDI_WINTHRESHOLD: "Windows 10 (1507)",
  NTDDI_WIN10_RS2: "Windows 10 1703 (15063)",
  NTDDI_WIN10_RS3: "Windows 10 1709 (16299)",
  NTDDI_WIN10_19H1: "Windows 10 1903 (18362)",
  NTDDI_WIN10_FE: "Server 2022 (20348)",
  NTDDI_WIN10_NI: "Windows 11 22H2 (22621)",
  NTDDI_WIN10_CU: "Windows 11 previews after 22H2 (25284)",
} as const;

/** A version guard that the tables name. */
export type NtddiName = keyof typeof WINDOWS;

/** The first Windows by its guard, or null where no header has the thing. */
export function sinceOf(ntddi: NtddiName | null): Since | null {
  return ntddi === null ? null : { ntddi, windows: WINDOWS[ntddi] };
}
