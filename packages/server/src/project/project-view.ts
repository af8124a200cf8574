import type { ProjectView } from "@mainstay/contract/project";
import type { Actor } from "@mainstay/domain/access/actor";
import type { AccountTeamFacts } from "@mainstay/domain/account/account-policy";
import { projectAbilities } from "@mainstay/domain/project/project-policy";
import type { ProjectRecord } from "./project-queries.ts";

/** The project as it goes over the wire, with what this actor may do. */
export const toProjectView = (
  actor: Actor,
  team: AccountTeamFacts,
  record: ProjectRecord,
): ProjectView => ({
  id: record.id,
  accountId: record.account_id,
  name: record.name,
  status: record.status,
  endedOn: record.ended_on,
  version: record.version,
  can: projectAbilities(actor, team, record.status),
});
