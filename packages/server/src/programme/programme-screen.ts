import type { ProgrammeScreen } from "@mainstay/contract/programme";
import { isPermitted } from "@mainstay/domain/access/permission";
import { capWarning } from "@mainstay/domain/programme/programme-rule";
import { sql } from "kysely";
import { beyondSight } from "../approval/beyond-sight.ts";
import type { Db } from "../platform/db/database-handles.ts";
import {
  countActive,
  listMemberships,
  type MembershipReader,
  toMembershipViews,
} from "./membership-queries.ts";
import { findProgrammeRuleView } from "./rule-queries.ts";

const mostPast = 100;

/** The programme as this reader sees it, in five statements. */
export const readProgramme = async (db: Db, reader: MembershipReader): Promise<ProgrammeScreen> => {
  const { tenantId, actor } = reader;
  const rule = await findProgrammeRuleView(db, tenantId);
  const live = await listMemberships(db, tenantId, sql`m.status in ('active', 'nominated')`);
  const past = (status: "refused" | "exited") =>
    listMemberships(db, tenantId, sql`m.status = ${status}`, mostPast);
  const views = await toMembershipViews(db, reader, [
    ...live,
    ...(await past("refused")),
    ...(await past("exited")),
  ]);
  const of = (status: string) => views.filter((one) => one.status === status);
  const activeCount = await beyondSight(db, () => countActive(db, tenantId));
  return {
    rule,
    activeCount,
    capWarning: capWarning(rule.cap),
    members: of("active"),
    nominations: of("nominated"),
    refused: of("refused"),
    exited: of("exited"),
    can: {
      nominate: isPermitted(actor, "programme.nominate"),
      publishRule: isPermitted(actor, "programme.rule"),
    },
  };
};
