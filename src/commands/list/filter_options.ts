import type { OptionSpec } from "../../cli/command.ts";

/** The options of `list` that narrow what it prints; `record_filter.ts` applies them. */
export const FILTER_OPTIONS: readonly OptionSpec[] = [
  {
    name: "layer",
    value: "LAYER",
    repeatable: true,
    completion: "layer",
    summary: "only callouts of this layer: its name, GUID or a wildcard",
  },
  {
    name: "provider",
    value: "PROVIDER",
    repeatable: true,
    completion: "provider",
    summary: "only objects of this provider: its name, GUID or a wildcard",
  },
  {
    name: "family",
    value: "FAMILY",
    choices: ["IPv4", "IPv6"],
    summary: "only callouts and layers of this address family: IPv4 or IPv6",
  },
  {
    name: "since",
    value: "WINDOWS",
    summary: "only what came with this Windows or later",
    details:
      "WINDOWS is a version guard of the header (NTDDI_WIN8), a release " +
      "(Windows 8, 1809, Server 2022) or a build (22621).",
  },
  { name: "builtin", summary: "only what the header of the SDK defines" },
  {
    name: "third-party",
    summary: "only callouts that are neither built in nor Microsoft's",
  },
  {
    name: "registered",
    summary: "only callouts that a driver has registered",
    details:
      "In the catalogue: those that were registered on the machines where " +
      "they were seen.",
  },
  {
    name: "unregistered",
    summary: "only callouts that no driver has registered",
  },
];
