import { assertEquals, assertThrows } from "@std/assert";
import { InputError } from "../../src/model/errors.ts";
import {
  type InputKind,
  recognizeBytes,
  recognizeText,
} from "../../src/readers/recognize_input.ts";

const HINT = "give a file that netsh wfp show state, netsh wfp show filters " +
  "or wfpcallout snapshot wrote";

Deno.test("recognizeText() goes by what stands in a text", () => {
  const cases: Readonly<Record<string, InputKind>> = {
    '<?xml version="1.0"?>\r\n<wfpstate>': "netsh-state",
    "C:\\> type wfpstate.xml\n<wfpstate/>": "netsh-state",
    "<wfpdiag>\n<filters>": "netsh-filters",
    "<item>\n<calloutKey>{": "netsh-fragment",
    "see here: <filterKey/>": "netsh-fragment",
    "<Event xmlns='http://x'>": "events",
    "- <Event>": "events",
    "<Events><Event/></Events>": "events",
    ' {"format": "wfpcallout-snapshot", "x": ': "snapshot",
    '{"schemaVersion":1,"format":"wfpcallout-snapshot"}': "snapshot",
    '[{"kind":"callout"': "records",
    '{"kind":"filter","guid":null}\n{"kind":': "records",
    '[{"guid":null,"kind":"layer"}]': "records",
    "[ ]": "records",
    '{"EventID":5446}': "events",
    '{"winlog":{"event_id":5447}}\n{"winlog":{"event_id":5447}}': "events",
    '[{"Event":{"System":{"EventID":5440}}}]': "events",
    '{"data":{"win":{"system":{"eventID":"5157"}}}}': "events",
    '{"messages":[{"message":{"winlogbeat_winlog_event_id":"5157"}}]}':
      "events",
  };
  for (const [text, kind] of Object.entries(cases)) {
    assertEquals(recognizeText(text), kind, text);
  }
});

Deno.test("recognizeText() says what another text is", () => {
  const cases: Readonly<Record<string, readonly [string, string]>> = {
    " \n": ["the file holds only blanks", HINT],
    "a\0b": ["the file is binary", HINT],
    "<!DOCTYPE html><html>": ["it is an HTML page", HINT],
    "<?xml version='1.0'?><!-- x --><Project a='b'>": [
      "it is XML, but no dump: its root is <Project>",
      HINT,
    ],
    "<netEvents><item/></netEvents>": [
      "it is a list of network events, which name no callouts",
      HINT,
    ],
    "Data collection successful; output = wfpstate.xml\r\n": [
      "it is only what netsh printed",
      "netsh wrote the XML to wfpstate.xml: give that file",
    ],
    "<pre>&lt;item&gt;&lt;calloutKey&gt;{": [
      "it is a dump written as HTML: its tags begin with &lt;",
      "copy the XML as a browser displays the page",
    ],
    "hello": ["it is text, but neither a dump nor a snapshot", HINT],
    "{nonsense": ["it is not well-formed JSON", HINT],
    '{"error":{"code":"x"}}': [
      "it is JSON, but neither a snapshot nor records",
      HINT,
    ],
    '[7, {"kind":"callout"}]': [
      "it is JSON, but neither a snapshot nor records",
      HINT,
    ],
  };
  for (const [text, [found, hint]] of Object.entries(cases)) {
    const error = assertThrows(() => recognizeText(text), InputError);
    assertEquals([error.code, error.message, error.hint], [
      "unknownFormat",
      found,
      hint,
    ]);
  }
});

Deno.test("recognizeBytes() knows files that hold no text", () => {
  const bytes = (text: string): Uint8Array =>
    Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  assertEquals(recognizeBytes(bytes("ElfFile\0\0\0")), "evtx");
  assertEquals(recognizeBytes(bytes("<wfpstate>")), undefined);
  const cases = {
    "": "the file is empty",
    "MSCF\0\0": "it is a cabinet",
    "PK\u0003\u0004": "it is a ZIP archive",
    "\u001f\u008b\b": "it is a gzip archive",
  };
  for (const [text, found] of Object.entries(cases)) {
    assertThrows(
      () => recognizeBytes(bytes(text)),
      InputError,
      found,
    );
  }
});
