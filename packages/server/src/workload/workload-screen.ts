import type { WorkloadView } from "@mainstay/contract/workload";
import { judgeLoad, type Load, loadPoints, medianLoad } from "@mainstay/domain/workload/judge-load";
import type { Context } from "../platform/access/context.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { named } from "../platform/http/named.ts";
import { type ColleagueRow, listColleagueLoads, listUnowned } from "./workload-queries.ts";

const loadOf = (row: ColleagueRow): Load => ({
  keyAccounts: row.key_accounts,
  urgentSignals: row.urgent,
  signals: row.signals,
  overdue: row.overdue,
  dueThisWeek: row.due,
  handovers: row.handovers,
});

/** Whether the reader watches over this colleague: all who see all, else the own department and those below. */
const isOfTeam = ({ actor }: Context, userId: string): boolean =>
  actor.visibility === "all" || actor.teamUserIds.includes(userId);

/** Who of the team carries what, the most burdened first, and what nobody owns, the dearest first. */
export const readWorkload = async (db: Db, context: Context): Promise<WorkloadView> => {
  const { tenantId, today, now } = context;
  const asked = { tenantId, today, now };
  const rows = (await listColleagueLoads(db, asked)).filter(({ id }) => isOfTeam(context, id));
  const carries = (row: ColleagueRow) => loadPoints(loadOf(row)) > 0 || row.key_accounts > 0;
  const median = medianLoad(rows.map(loadOf));
  const unowned = await listUnowned(db, asked);
  const countOf = (kind: (typeof unowned)[number]["kind"]) =>
    unowned.find((row) => row.kind === kind)?.n ?? 0;
  return {
    today,
    baseCurrency: context.workspace.baseCurrency,
    colleagues: rows
      .filter((row) => carries(row) || row.approvals_overdue > 0)
      .map((row) => {
        const load = loadOf(row);
        return {
          user: { id: row.id, name: row.name, role: row.role, departmentName: row.department },
          ...load,
          moneyAtStakeMinor: row.at_stake,
          handoversOverdue: row.handovers_overdue,
          approvalsOverdue: row.approvals_overdue,
          points: loadPoints(load),
          level: judgeLoad(load, median),
          away:
            row.away_until && row.delegate_id && row.delegate_name !== null
              ? {
                  untilOn: row.away_until,
                  delegate: { id: row.delegate_id, name: row.delegate_name },
                }
              : null,
        };
      })
      .toSorted((a, b) => b.points - a.points),
    medianPoints: median,
    unowned: {
      accounts: countOf("account"),
      signals: countOf("signal"),
      obligations: countOf("obligation"),
      tasks: countOf("task"),
      handovers: countOf("handover"),
      items: unowned
        .map((row) => ({
          kind: row.kind,
          id: row.id,
          account: named(row.account_id, row.account_name),
          title: row.title,
          code: row.code,
          dueOn: row.due_on,
          moneyMinor: row.money ?? 0,
          version: row.version,
          gone: named(row.gone_id, row.gone_name),
        }))
        .toSorted((a, b) => b.moneyMinor - a.moneyMinor)
        .slice(0, 20),
    },
  };
};
