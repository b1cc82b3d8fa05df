import type { EventMessageLayout } from "./event_template.ts";

const GUID = /^\{[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\}$/i;

/**
 * Reads the fields of an event from the text made for people, by the order of its
 * values: the labels are in the machine's language.
 *
 * @param message The text
 * @param layout The order of the event's values
 * @returns The fields by name in lower case; empty if the text is not in that order
 */
export function parseEventMessage(
  message: string,
  layout: EventMessageLayout,
): ReadonlyMap<string, string> {
  const lines = message.split(/\r?\n/);
  const values = lines.flatMap((line, index) => {
    const value = findValue(line);
    return value === undefined ? [] : [{ value, index }];
  });
  const { head, rest, tail } = layout;
  const fields = new Map<string, string>();
  const extra = values.length - head.length - tail.length;
  if (extra < 0 || (extra > 0 && rest === null)) return fields;
  const last = values.slice(values.length - tail.length);
  head.forEach((name, i) => fields.set(name, values[i]?.value ?? ""));
  tail.forEach((name, i) => fields.set(name, last[i]?.value ?? ""));
  if (rest === "conditions") {
    const from = (values[head.length - 1]?.index ?? 0) + 1;
    const to = last[0]?.index ?? lines.length;
    fields.set(rest, lines.slice(from, to).join("\n"));
  } else if (rest !== null) {
    const between = values.slice(head.length, values.length - tail.length);
    // Newer versions put values of other kinds there, too.
    if (between.length === 1) fields.set(rest, between[0]?.value ?? "");
  }
  return isPlausible(fields) ? fields : new Map();
}

/**
 * The value of a line: what stands behind a label, which ends in a colon of any
 * script, and a tab. A pattern for it would be quadratic in the blanks.
 */
function findValue(line: string): string | undefined {
  const text = line.trim();
  const tab = text.indexOf("\t");
  const label = text.slice(0, Math.max(tab, 0)).trimEnd();
  return label.length > 1 && [":", "\uff1a"].includes(label.slice(-1))
    ? text.slice(tab).trim()
    : undefined;
}

/** Whether keys are GUIDs and ids numbers, as they are if the order is right. */
function isPlausible(fields: ReadonlyMap<string, string>): boolean {
  for (const [name, value] of fields) {
    if (name.endsWith("key") && !GUID.test(value)) return false;
    const isNumber = /^(?:filter|layer)(?:id|rtid)$|^calloutid$|^processid$/
      .test(name);
    if (isNumber && !/^(?:\d+|0x[\da-f]+)$/i.test(value)) return false;
  }
  return true;
}
