import { SID, SID_AND_ATTRIBUTES, TOKEN_INFORMATION } from "./layouts.ts";
import { checkCount, type Memory, readAddress, readStruct } from "./memory.ts";

/** `SID_MAX_SUB_AUTHORITIES`. */
const MAX_SUB_AUTHORITIES = 15;
/** More than any token holds. */
const MAX_TOKEN_SIDS = 4_096;

/**
 * Decodes a `SID`.
 *
 * @param memory Where it is
 * @param address Its address, or 0
 * @returns The form `S-1-…`, or null for address 0
 * @throws {UnavailableError} If it has more than 15 sub-authorities
 */
export function decodeSid(memory: Memory, address: number): string | null {
  if (address === 0) return null;
  const head = readStruct(memory, address, SID.SubAuthority);
  const count = head.getUint8(SID.SubAuthorityCount);
  checkCount("sub-authorities of a SID", count, MAX_SUB_AUTHORITIES);
  const tail = readStruct(
    memory,
    address + SID.SubAuthority,
    4 * count,
  );
  const parts = Array.from(
    { length: count },
    (_, i) => tail.getUint32(4 * i, true),
  );
  return ["S", head.getUint8(SID.Revision), formatAuthority(head), ...parts]
    .join("-");
}

/** Six bytes, big-endian: decimal below 2^32, else hexadecimal, as Windows writes it. */
function formatAuthority(head: DataView): string {
  const high = head.getUint16(SID.IdentifierAuthority);
  const low = head.getUint32(SID.IdentifierAuthority + 2);
  if (high === 0) return String(low);
  return `0x${high.toString(16).padStart(4, "0")}${
    low.toString(16).padStart(8, "0")
  }`;
}

/**
 * Decodes a `FWP_TOKEN_INFORMATION`.
 *
 * @param memory Where it is
 * @param address Its address, or 0
 * @returns The SIDs joined by `; `, the restricting ones marked, or null for address 0
 */
export function decodeToken(memory: Memory, address: number): string | null {
  if (address === 0) return null;
  const view = readStruct(memory, address, TOKEN_INFORMATION.size);
  const sids = decodeSids(memory, {
    address: readAddress(view, TOKEN_INFORMATION.sids),
    count: view.getUint32(TOKEN_INFORMATION.sidCount, true),
  });
  const restricting = decodeSids(memory, {
    address: readAddress(view, TOKEN_INFORMATION.restrictedSids),
    count: view.getUint32(TOKEN_INFORMATION.restrictedSidCount, true),
  });
  return [...sids, ...restricting.map((sid) => `restricting ${sid}`)]
    .join("; ");
}

function decodeSids(
  memory: Memory,
  array: { readonly address: number; readonly count: number },
): string[] {
  if (array.address === 0) return [];
  checkCount("SIDs of a token", array.count, MAX_TOKEN_SIDS);
  const { size, Sid } = SID_AND_ATTRIBUTES;
  const view = readStruct(memory, array.address, array.count * size);
  return Array.from(
    { length: array.count },
    (_, i) => decodeSid(memory, readAddress(view, i * size + Sid)),
  ).filter((sid) => sid !== null);
}
