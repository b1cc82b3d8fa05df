import { assert, assertEquals } from "@std/assert";
import { parse } from "@std/yaml/parse";
import config from "../deno.json" with { type: "json" };
import { ROOT } from "../src/build/files.ts";

const WORKFLOWS = `${ROOT}/.github/workflows`;

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly "runs-on": string;
  readonly "timeout-minutes": number;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly needs?: string | readonly string[];
  readonly strategy?: { readonly matrix: { readonly os: readonly string[] } };
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly name: string;
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

function readWorkflow(name: string): Workflow {
  return parse(Deno.readTextFileSync(`${WORKFLOWS}/${name}`)) as Workflow;
}

const TESTED = ["ci.yml", "release.yml"].map(readWorkflow);
const ALL = [...TESTED, readWorkflow("live.yml")];
const JOBS = ALL.flatMap(({ jobs }) => Object.entries(jobs));
const STEPS = JOBS.flatMap(([, { steps }]) => steps);

Deno.test("workflows: every step does one thing", () => {
  const wrong = STEPS.filter(({ uses, run }) =>
    (uses === undefined) === (run === undefined)
  );
  assertEquals(wrong, []);
});

Deno.test("workflows: actions are pinned by commit", () => {
  const wrong = STEPS.flatMap(({ uses }) => uses ?? []).filter((uses) =>
    !/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/.test(uses)
  );
  assertEquals(wrong, []);
});

Deno.test("workflows: one job may write, and only what a release needs", () => {
  for (const { permissions } of ALL) {
    assertEquals(permissions, { contents: "read" });
  }
  const more = JOBS.filter(([, { permissions }]) => permissions !== undefined);
  assertEquals(
    more.map(([name, { permissions }]) => [name, permissions]),
    [["release", { contents: "write" }]],
  );
});

Deno.test("workflows: every job ends in time and waits for jobs that exist", () => {
  for (const { jobs } of ALL) {
    for (const job of Object.values(jobs)) {
      assert(job["timeout-minutes"] <= 40);
      const unknown = [job.needs ?? []].flat().filter((name) =>
        !(name in jobs)
      );
      assertEquals(unknown, []);
    }
  }
});

Deno.test("workflows: the tests run on every system", () => {
  for (const { jobs } of TESTED) {
    assertEquals(jobs["test"]?.strategy?.matrix.os, [
      "windows-latest",
      "windows-11-arm",
      "ubuntu-latest",
      "macos-latest",
    ]);
  }
});

Deno.test("workflows: every job uses the Deno of .ci/run", () => {
  const script = Deno.readTextFileSync(`${ROOT}/.ci/run`);
  const version = /^readonly DENO_VERSION=(.*)$/m.exec(script)?.[1];
  assertEquals(
    ALL.map(({ env }) => env["DENO_VERSION"]),
    ALL.map(() => version),
  );
});

Deno.test("workflows: tasks and scripts that are run exist", () => {
  const lines = STEPS.flatMap(({ run }) => run?.split("\n") ?? []);
  const tasks = lines.flatMap((line) =>
    /\bdeno task (\S+)/.exec(line)?.[1] ?? []
  );
  assertEquals(tasks.filter((task) => !(task in config.tasks)), []);
  const scripts = lines.flatMap((line) => /(\.ci\/\S+)/.exec(line)?.[1] ?? []);
  assert(scripts.includes(".ci/run"));
  for (const script of scripts) {
    assert(Deno.statSync(`${ROOT}/${script}`).isFile);
  }
});

Deno.test("workflows: a release uses no other base runtime than Deno's", () => {
  const builds = STEPS.flatMap(({ run }) => run?.split("\n") ?? [])
    .filter((line) => line.includes("deno task build"));
  assertEquals(builds.filter((line) => !line.includes(" --release ")), []);
  const targets = builds.flatMap((line) =>
    [...line.matchAll(/--target (\S+)/g)].map((match) => match[1])
  );
  assertEquals(new Set(targets).size, 6);
});
