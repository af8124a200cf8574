import { cpus, totalmem } from "node:os";
import type { BenchLine } from "../packages/analytics/bench/bench-line.ts";

/** Sections by name; each is loaded only when it runs. */
const sections: Record<string, () => Promise<BenchLine[]>> = {
  models: async () =>
    (await import("../packages/analytics/bench/purchase-model-bench.ts")).benchPurchaseModels(),
  rhythm: async () => (await import("../packages/analytics/bench/rhythm-bench.ts")).benchRhythm(),
  portfolio: async () =>
    (await import("../packages/analytics/bench/portfolio-bench.ts")).benchPortfolio(),
  import: async () => (await import("./import-bench.ts")).benchImport(),
  relationships: async () => (await import("./relationships-bench.ts")).benchRelationships(),
  people: async () => (await import("./people-bench.ts")).benchPeople(),
  map: async () => (await import("./map-bench.ts")).benchMap(),
  "map-frames": async () => (await import("./map-frames.ts")).benchMapFrames(),
  today: async () => (await import("./today-bench.ts")).benchToday(),
  voice: async () => (await import("./voice-bench.ts")).benchVoice(),
  cases: async () => (await import("./cases-bench.ts")).benchCases(),
  answers: async () => (await import("./answers-bench.ts")).benchAnswers(),
  "survey-page": async () => (await import("./survey-page-bench.ts")).benchSurveyPage(),
  cycle: async () => (await import("./cycle-bench.ts")).benchCycle(),
  "http-10k": async () => (await import("./http-bench.ts")).benchHttp(10_000),
  "http-100k": async () => (await import("./http-bench.ts")).benchHttp(100_000),
  "http-1m": async () => (await import("./http-bench.ts")).benchHttp(1_000_000),
};
/** A million accounts take a quarter of an hour to make; asked for by name only. */
const byNameOnly = new Set(["http-1m"]);

const asked = process.argv.slice(2).filter((argument) => !argument.startsWith("-"));
const unknown = asked.filter((name) => !(name in sections));
if (unknown.length > 0) {
  console.error(
    `Unknown section ${unknown.join(", ")}. Sections: ${Object.keys(sections).join(", ")}.`,
  );
  process.exit(2);
}
const chosen = Object.keys(sections).filter((name) =>
  asked.length > 0 ? asked.includes(name) : !byNameOnly.has(name),
);

const number = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(2) : value.toPrecision(3);

console.log(
  `${new Date().toISOString().slice(0, 10)} · Node ${process.versions.node} · ${cpus().length} × ${cpus()[0]?.model ?? "?"} · ${Math.round(totalmem() / 2 ** 30)} GB\n`,
);
let missed = 0;
for (const name of chosen) {
  console.log(
    `## ${name}\n\n| what | rows | seconds | limit | ratio | note |\n|---|---|---|---|---|---|`,
  );
  for (const line of await (sections[name]?.() ?? [])) {
    const ratio = line.seconds / line.limitSeconds;
    if (ratio > 1) missed += 1;
    const limit = Number.isFinite(line.limitSeconds) ? number(line.limitSeconds) : "–";
    console.log(
      `| ${line.name} | ${line.rows} | ${number(line.seconds)} | ${limit} | ${number(ratio)}${ratio > 1 ? " ✗" : ""} | ${line.note ?? ""} |`,
    );
  }
  console.log("");
}
console.log(
  missed === 0
    ? "Every line is within its limit."
    : `${missed} lines are beyond their limit (marked ✗).`,
);
