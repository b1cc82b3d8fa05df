import { OSVERSIONINFOW } from "./layouts.ts";
import type { Libraries } from "./library.ts";
import { decodeUnits } from "./wide_string.ts";

/** `ComputerNameDnsHostname`. */
const DNS_HOST_NAME = 1;
/** The most characters of a host name, with room to spare. */
const MAX_NAME_UNITS = 256;
/** `GetCurrentProcessToken()`: a pseudo handle, which nobody closes. */
const CURRENT_PROCESS_TOKEN = 0xfffffffffffffffcn;
/** `TokenElevation`. */
const TOKEN_ELEVATION = 20;

/**
 * Asks for the name of this computer.
 *
 * @returns The name, or null if Windows does not say
 */
export function readComputerName(libraries: Libraries): string | null {
  const buffer = new Uint16Array(MAX_NAME_UNITS);
  const units = new Uint32Array([MAX_NAME_UNITS]);
  const ok = libraries.kernel32.GetComputerNameExW(
    DNS_HOST_NAME,
    buffer,
    units,
  );
  if (ok === 0) return null;
  return decodeUnits(buffer.subarray(0, units[0] ?? 0)) || null;
}

/**
 * Asks for the version of Windows as it is, not as it is shown to old programs.
 *
 * @returns Such as `10.0.22631`, or null if Windows does not say
 */
export function readWindowsVersion(libraries: Libraries): string | null {
  const bytes = new Uint8Array(OSVERSIONINFOW.size);
  const view = new DataView(bytes.buffer);
  view.setUint32(OSVERSIONINFOW.dwOSVersionInfoSize, OSVERSIONINFOW.size, true);
  if (libraries.ntdll.RtlGetVersion(bytes) !== 0) return null;
  return [
    OSVERSIONINFOW.dwMajorVersion,
    OSVERSIONINFOW.dwMinorVersion,
    OSVERSIONINFOW.dwBuildNumber,
  ].map((member) => view.getUint32(member, true)).join(".");
}

/**
 * Asks whether this process runs with the rights of an administrator.
 *
 * @returns The answer, or null if Windows does not say
 */
export function readElevation(libraries: Libraries): boolean | null {
  const elevated = new Uint32Array(1);
  const size = new Uint32Array(1);
  const ok = libraries.advapi32.GetTokenInformation(
    CURRENT_PROCESS_TOKEN,
    TOKEN_ELEVATION,
    elevated,
    elevated.byteLength,
    size,
  );
  return ok === 0 ? null : elevated[0] !== 0;
}
