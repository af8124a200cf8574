import { dayNumberFromIso } from "@mainstay/domain/calendar/day-number";
import { generateDemoPortfolio } from "../demo/generate-demo-portfolio.ts";
import { judgePortfolio } from "../evaluation/judge-portfolio.ts";
import { calendarDayIn } from "../platform/clock/clock.ts";
import { reachConfiguredDatabase } from "../platform/db/configured-database.ts";
import { migrateDatabase } from "../platform/db/migrate-database.ts";
import { openDatabase } from "../platform/db/open-database.ts";
import { withoutTenant, withTenant } from "../platform/db/open-transaction.ts";
import { systemScope } from "../platform/db/tenant-scope.ts";
import { listWorkspaces } from "../setup/installation.ts";

/** `mainstay demo`: fills the workspace with the generated demo portfolio and judges it; refuses one that has accounts. */
export const runDemo = async (args: string[]): Promise<number> => {
  if (args.length > 0) {
    console.error("Usage: mainstay demo");
    return args[0] === "--help" ? 0 : 2;
  }
  const address = await reachConfiguredDatabase();
  const database = openDatabase({ appUrl: address.appUrl, maxConnections: 2 });
  try {
    await migrateDatabase(address.ownerUrl);
    const workspace = (await withoutTenant(database, listWorkspaces)).find(
      ({ isSetUp }) => isSetUp,
    );
    if (!workspace) {
      console.error(
        "There is no workspace yet: start Mainstay and open the link it prints. 还没有工作区:请先启动并打开一次性链接。",
      );
      return 1;
    }
    const { tenantId, timeZone } = workspace;
    const today = calendarDayIn(timeZone, new Date());
    const scope = systemScope(tenantId);
    const author = { tenantId, actor: null, requestId: null };
    const patient = { statementTimeoutMs: 0 };
    const outcome = await withTenant(
      database,
      scope,
      (tx) => generateDemoPortfolio(tx, author, today),
      patient,
    );
    if (outcome === "not_empty") {
      console.error(
        "The workspace already has accounts; the demo only fills an empty one. 工作区已有客户,演示数据只能放入空工作区。",
      );
      return 1;
    }
    const asOf = dayNumberFromIso(today) ?? 0;
    const judged = await judgePortfolio({ database, tenantId, asOf, runId: null });
    console.log(
      `Demo portfolio: ${judged.accounts} accounts, ${judged.raised} signals. 演示数据已生成。`,
    );
    return 0;
  } finally {
    await database.end();
    await address.stop();
  }
};
