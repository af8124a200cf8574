import type { ProjectView } from "@mainstay/contract/project";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import type { ProjectEnd } from "@mainstay/domain/project/project-status";
import { findAccount } from "../account/account-queries.ts";
import { teamOf } from "../account/account-view.ts";
import type { Context } from "../platform/access/context.ts";
import { demandVersion } from "../platform/access/demand.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { AppError } from "../platform/http/app-error.ts";
import { refuseField } from "../platform/http/field-problems.ts";
import { changeProject, lockProject } from "./project-queries.ts";
import { toProjectView } from "./project-view.ts";

type Change = Parameters<typeof changeProject>[3];

const workOnProject = (
  context: Context,
  projectId: string,
  work: { act: keyof ProjectView["can"]; done: `project.${string}`; change: Change },
): Promise<ProjectView> =>
  context.write(async (tx) => {
    const { tenantId, actor } = context;
    const before = await lockProject(tx, tenantId, projectId);
    const account = before && (await findAccount(tx, tenantId, before.account_id));
    if (!before || !account) throw new AppError("project.not_found");
    demandVersion(context, before.version);
    const seen = toProjectView(actor, teamOf(account), before);
    if (!seen.can[work.act]) throw new AppError("project.ended");
    await changeProject(tx, tenantId, projectId, work.change, context.now);
    const subject = { kind: "project", id: projectId };
    await recordAudit(tx, context, work.done, subject, {
      accountId: before.account_id,
      was: before.name,
      ...work.change,
    });
    const after = { ...before, ...work.change, version: before.version + 1 };
    return toProjectView(actor, teamOf(account), after);
  });

/** Gives a project another name; an ended one too, as a name can always be put right. */
export const renameProject = (context: Context, projectId: string, name: string) =>
  workOnProject(context, projectId, { act: "rename", done: "project.renamed", change: { name } });

/** Closes a project with how it ended; today unless another day is said, never one ahead. */
export const endProject = (
  context: Context,
  projectId: string,
  end: { status: ProjectEnd; endedOn?: IsoDay | undefined },
) => {
  const endedOn = end.endedOn ?? context.today;
  if (endedOn > context.today) throw refuseField("endedOn", "too_big");
  const change = { status: end.status, ended_on: endedOn };
  return workOnProject(context, projectId, { act: "end", done: "project.ended", change });
};
