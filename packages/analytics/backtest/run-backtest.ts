/**
 * `npm run backtest [-- --quick] [--only friendly|development|confirmation|unseen|real] [--seeds 31,32]`: prints, as markdown, every
 * table beside the naive rules, then the promises with what was measured. A missed promise does not fail the run;
 * the acceptance tests do that.
 */
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import type { Bar } from "./acceptance-bars.ts";
import { friendlySection, harderSection, type ReportSection } from "./early-warning-report.ts";
import { markdownTable } from "./markdown-table.ts";
import { onlineRetailAbsent, readOnlineRetail } from "./online-retail-orders.ts";
import { forecastSection, orderProbabilitySection, valueSection } from "./real-data-report.ts";

const { values: asked } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    only: { type: "string" },
    seeds: { type: "string" },
  },
});

const usualSeeds = asked.quick ? [31] : [31, 32, 33];
const seeds = asked.seeds?.split(",").map(Number) ?? usualSeeds;
const drawn = asked.quick ? 0 : 1;
const size = asked.quick ? 600 : 1500;

const realSections = (): (ReportSection | null)[] => {
  const retail = readOnlineRetail();
  if (retail === null) return [{ markdown: onlineRetailAbsent, bars: [] }];
  return [orderProbabilitySection(retail), valueSection(retail), forecastSection()];
};

const rooms: Record<string, () => (ReportSection | null)[]> = {
  friendly: () => [friendlySection(seeds, size / 5)],
  development: () => [harderSection("development", seeds, drawn, size)],
  confirmation: () => [harderSection("confirmation", seeds, drawn, size)],
  unseen: () => [harderSection("unseen", seeds.slice(0, 2), 0, size)],
  real: realSections,
};

const barTable = (bars: readonly Bar[]): string =>
  markdownTable(
    ["area", "promise", "measured", ""],
    bars.map(({ area, promise, measured, holds }) => [
      area,
      promise,
      measured,
      holds ? "holds" : "MISSED",
    ]),
  );

const run = (): void => {
  if (asked.only !== undefined && !(asked.only in rooms)) {
    console.error(`--only takes one of ${Object.keys(rooms).join(", ")}`);
    process.exitCode = 2;
    return;
  }
  if (!seeds.every(Number.isSafeInteger)) {
    console.error("--seeds takes whole numbers separated by commas");
    process.exitCode = 2;
    return;
  }
  const started = Date.now();
  const today = new Date().toISOString().slice(0, 10);
  const machine = `${cpus()[0]?.model.trim() ?? "unknown processor"}, Node ${process.versions.node}`;
  console.log(`# Backtest of ${today}${asked.quick ? " (quick)" : ""}\n\n${machine}, one thread\n`);
  const bars: Bar[] = [];
  for (const [name, sections] of Object.entries(rooms)) {
    if (asked.only !== undefined && asked.only !== name) continue;
    for (const section of sections()) {
      if (section === null) continue;
      console.log(`${section.markdown}\n`);
      bars.push(...section.bars);
    }
  }
  console.log(`## Promises\n\n${barTable(bars)}\n`);
  console.log(`${((Date.now() - started) / 1000).toFixed(0)} s`);
};

run();
