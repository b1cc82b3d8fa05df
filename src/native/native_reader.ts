import type { Memory } from "./memory.ts";

/** What the decoders need of the world: memory, and two conversions that Windows makes. */
export interface NativeReader {
  readonly memory: Memory;
  /**
   * Loads a display string of the form `@dll,-id`.
   *
   * @param raw The text as the engine has it
   * @returns The text it stands for, or null if it is none or may not be loaded
   */
  loadText(raw: string): string | null;
  /**
   * Writes a security descriptor as SDDL.
   *
   * @param descriptor The self-relative descriptor
   * @returns The SDDL, or null if the system cannot convert it
   */
  formatSecurity(descriptor: Uint8Array<ArrayBuffer>): string | null;
}
