import { BuildError } from "./build_error.ts";

/** The targets of `deno compile`, each with its folder in the module's `bin`. */
export const TARGETS = {
  "x86_64-pc-windows-msvc": "win-x64",
  "aarch64-pc-windows-msvc": "win-arm64",
  "x86_64-unknown-linux-gnu": "linux-x64",
  "aarch64-unknown-linux-gnu": "linux-arm64",
  "x86_64-apple-darwin": "osx-x64",
  "aarch64-apple-darwin": "osx-arm64",
} as const;

/** A target of `deno compile`. */
export type Target = keyof typeof TARGETS;

/** The target that this machine runs. */
export function hostTarget(): Target {
  const target = Deno.build.target;
  if (target in TARGETS) return target as Target;
  throw new BuildError(
    `Cannot build for this machine: ${target} is not a target`,
    `give one with --target: ${Object.keys(TARGETS).join(", ")}`,
  );
}

/** The name of the executable. */
export function executableName(target: Target): string {
  return target.includes("windows") ? "wfpcallout.exe" : "wfpcallout";
}

/** Where the executable is in the folder of the build, as part of the module. */
export function pathInModule(target: Target): string {
  return `WfpCallout/bin/${TARGETS[target]}/${executableName(target)}`;
}
