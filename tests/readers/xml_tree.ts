import { SaxesParser } from "saxes";
import { XmlScanner } from "../../src/readers/xml_scanner.ts";

/** An element, without its attributes. */
export interface XmlTree {
  readonly name: string;
  /** Its own text, references and CDATA decoded. */
  readonly text: string;
  readonly children: readonly XmlTree[];
}

/** The elements of a text, as our scanner reads them. */
export function scanTree(text: string, usesPatterns: boolean): XmlTree[] {
  const xml = new XmlScanner(text, { usesPatterns });
  const roots: XmlTree[] = [];
  for (let name = xml.child(); name !== null; name = xml.child()) {
    roots.push(scanElement(xml, name));
  }
  return roots;
}

function scanElement(xml: XmlScanner, name: string): XmlTree {
  const children: XmlTree[] = [];
  const text = xml.text((child) => children.push(scanElement(xml, child)));
  return { name, text, children };
}

/** The elements of a text with one root, as a conforming parser reads them. */
export function parseTree(text: string): XmlTree[] {
  const root = { name: "", text: "", children: [] as XmlTree[] };
  const open = [root];
  const parser = new SaxesParser();
  parser.on("error", (error: Error) => {
    throw error;
  });
  parser.on("opentag", ({ name }: { name: string }) => {
    const element = { name, text: "", children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  const addText = (piece: string): void => {
    const element = open.at(-1);
    if (element !== undefined) element.text += piece;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => void open.pop());
  parser.write(text).close();
  return root.children;
}
