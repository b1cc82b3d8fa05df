import type { OptionSpec } from "../../cli/command.ts";

/** `--live`, `--from` and `--encoding`. */
export const SOURCE_OPTIONS: readonly OptionSpec[] = [
  {
    name: "live",
    summary: "ask the filter engine of this machine (Windows)",
    details:
      "An ordinary user may see only part of it; start as administrator.",
  },
  {
    name: "from",
    value: "FILE",
    repeatable: true,
    completion: "file",
    summary: "read a dump, a snapshot or JSON records; - is standard input",
    details: "FILE is what netsh wfp show state or show filters wrote, the " +
      "wfpdiag.xml of netsh wfp capture, a snapshot, or records that --json " +
      "or --jsonl printed. It is recognised by its content.",
  },
  {
    name: "encoding",
    value: "NAME",
    summary:
      "the encoding of input that is not UTF-8 and has no byte order mark",
    details:
      "A name such as ibm850, windows-1252 or utf-16le, or what chcp shows, " +
      "such as 936.",
  },
];
