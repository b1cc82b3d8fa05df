/** Offsets in a self-relative `SECURITY_DESCRIPTOR`, its SIDs and its lists. Source: winnt.h. */
const DESCRIPTOR = {
  size: 20,
  control: 2,
  owner: 4,
  group: 8,
  sacl: 12,
  dacl: 16,
};
const SID = { head: 8, count: 1 };
const ACL = { head: 8, size: 2 };
/** `SE_SELF_RELATIVE`. */
const SELF_RELATIVE = 0x8000;

/**
 * Tells whether all parts of a security descriptor lie within its bytes. The
 * functions of Windows that read one trust its offsets.
 *
 * @param bytes The descriptor, as a filter holds it
 * @returns Whether it may be handed to Windows
 */
export function isWholeDescriptor(bytes: Uint8Array): boolean {
  if (bytes.byteLength < DESCRIPTOR.size || bytes[0] !== 1) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if ((view.getUint16(DESCRIPTOR.control, true) & SELF_RELATIVE) === 0) {
    return false;
  }
  const at = (member: number): number => view.getUint32(member, true);
  return [DESCRIPTOR.owner, DESCRIPTOR.group]
    .every((member) => isWholeSid(view, at(member))) &&
    [DESCRIPTOR.sacl, DESCRIPTOR.dacl]
      .every((member) => isWholeList(view, at(member)));
}

/** An offset of 0 stands for a part that is not there. */
function isWholeSid(view: DataView, offset: number): boolean {
  if (offset === 0) return true;
  if (offset + SID.head > view.byteLength) return false;
  const size = SID.head + 4 * view.getUint8(offset + SID.count);
  return offset + size <= view.byteLength;
}

function isWholeList(view: DataView, offset: number): boolean {
  if (offset === 0) return true;
  if (offset + ACL.head > view.byteLength) return false;
  const size = view.getUint16(offset + ACL.size, true);
  return size >= ACL.head && offset + size <= view.byteLength;
}
