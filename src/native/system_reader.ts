import type { Libraries } from "./library.ts";
import { ProcessMemory, readWideText } from "./memory.ts";
import type { NativeReader } from "./native_reader.ts";
import { isWholeDescriptor } from "./security_descriptor.ts";
import { decodeUnits, encodeWide } from "./wide_string.ts";

/**
 * A resource string in a library by its bare file name: no path, no drive, no
 * variable, no package. Only such a name can be put into the system directory.
 */
const RESOURCE_TEXT = /^@([A-Za-z0-9_][A-Za-z0-9_.-]*),-(\d{1,5})(?:;.*)?$/s;
/** A device, which is in every folder, whatever comes behind a dot. */
const DEVICE = /^(?:aux|con|nul|prn|(?:com|lpt)\d)(?:\.|$)/i;

/** The longest text that a resource is given room for. */
const MAX_RESOURCE_UNITS = 8_192;
/** `INVALID_FILE_ATTRIBUTES`. */
const NO_FILE = 0xffffffff;
/** `FILE_ATTRIBUTE_DIRECTORY`. */
const DIRECTORY = 0x10;
/** `SDDL_REVISION_1`. */
const SDDL_REVISION = 1;
/** Owner, group, discretionary and system access control list. */
const SDDL_PARTS = 0x0f;

/**
 * Makes the reader that asks Windows.
 *
 * @param libraries The libraries, open for as long as the reader is used
 * @param memory Where structures are read
 * @returns The reader
 */
export function createSystemReader(
  libraries: Libraries,
  memory: ProcessMemory,
): NativeReader {
  const texts = new Map<string, string | null>();
  return {
    memory,
    loadText(raw): string | null {
      let text = texts.get(raw);
      if (text === undefined) {
        text = loadResourceText(libraries, raw);
        texts.set(raw, text);
      }
      return text;
    },
    formatSecurity: (descriptor) => formatSecurity(libraries, descriptor),
  };
}

function loadResourceText(libraries: Libraries, raw: string): string | null {
  const [, file, id] = RESOURCE_TEXT.exec(raw) ?? [];
  if (file === undefined || file.includes("..") || DEVICE.test(file)) {
    return null;
  }
  const path = `${libraries.systemDirectory}\\${file}`;
  const attributes = libraries.kernel32.GetFileAttributesW(encodeWide(path));
  if (attributes === NO_FILE || (attributes & DIRECTORY) !== 0) return null;
  const buffer = new Uint16Array(MAX_RESOURCE_UNITS);
  const result = libraries.shlwapi.SHLoadIndirectString(
    encodeWide(`@${path},-${id}`),
    buffer,
    MAX_RESOURCE_UNITS,
    null,
  );
  return result === 0 ? decodeUntilZero(buffer) || null : null;
}

function formatSecurity(
  libraries: Libraries,
  descriptor: Uint8Array<ArrayBuffer>,
): string | null {
  if (!isWholeDescriptor(descriptor)) return null;
  const { advapi32, kernel32 } = libraries;
  const out = new BigUint64Array(1);
  const converted = advapi32
    .ConvertSecurityDescriptorToStringSecurityDescriptorW(
      descriptor,
      SDDL_REVISION,
      SDDL_PARTS,
      out,
      null,
    );
  const address = out[0] ?? 0n;
  if (converted === 0 || address === 0n) return null;
  try {
    // SAFETY: the text is Windows' own until LocalFree, which is called once, here
    return readWideText(new ProcessMemory(), Number(address));
  } finally {
    kernel32.LocalFree(address);
  }
}

function decodeUntilZero(units: Uint16Array): string {
  const end = units.indexOf(0);
  return decodeUnits(units.subarray(0, end < 0 ? units.length : end));
}
