import type { XmlScanner } from "./xml_scanner.ts";

/** A raw object while its fields are read. */
export type Draft<T> = { -readonly [Key in keyof T]: T[Key] };

/**
 * Reads the `item` elements of a list.
 *
 * @param xml The scanner, in the list
 * @param reader How an item is read
 * @param items Where they go: what stands there is kept if the text stops within the list
 * @returns `items`
 */
export function readItems<T>(
  xml: XmlScanner,
  reader: ItemReader<T>,
  items: T[] = [],
): T[] {
  for (;;) {
    const taken = reader.take?.(xml) ?? null;
    if (taken !== null) {
      items.push(taken);
      continue;
    }
    const child = xml.child();
    if (child === null) return items;
    if (child === "item") items.push(reader.read(xml));
    else xml.skip();
  }
}

/** How the items of a list are read. */
export interface ItemReader<T> {
  /** Reads an item that has been entered, whatever it looks like. */
  read(xml: XmlScanner): T;
  /** Reads the next item if it looks as netsh writes it, else returns null. */
  take?(xml: XmlScanner): T | null;
}
