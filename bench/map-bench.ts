import type { BenchLine } from "../packages/analytics/bench/bench-line.ts";
import { isoFromDayNumber } from "../packages/domain/src/calendar/day-number.ts";
import { openBenchWorkspace } from "./bench-workspace.ts";
import { makeRelationshipMap } from "./make-relationship-map.ts";
import { quantile, timesOf } from "./measure-http.ts";

const size = { people: 150, ties: 400, interactions: 2_000 };
const screenLimitSeconds = 0.1;

/** The map of a large account over HTTP, as a director who sees profiles: today, a day gone by, with a project's scope off. */
export const benchMap = async (): Promise<BenchLine[]> => {
  const space = await openBenchWorkspace();
  try {
    const made = await makeRelationshipMap(space.adminUrl, space.tenantId, size);
    const asDirector = { ...space, token: made.token };
    const then = isoFromDayNumber(Math.floor(Date.now() / 86_400_000) - 60);
    const lines: BenchLine[] = [];
    for (const [name, query] of [
      ["relationship map, today", ""],
      ["relationship map, rebuilt as of 60 days ago", `?asOf=${then}`],
    ] as const) {
      const times = await timesOf(asDirector, 200, () => `/accounts/${made.accountId}/map${query}`);
      lines.push({
        name: `${name}, p95`,
        rows: size.people,
        seconds: quantile(times, 0.95) / 1000,
        limitSeconds: screenLimitSeconds,
        note: `p50 ${quantile(times, 0.5).toFixed(1)} ms; 400 ties, 2,000 contacts`,
      });
    }
    return lines;
  } finally {
    await space.end();
  }
};
