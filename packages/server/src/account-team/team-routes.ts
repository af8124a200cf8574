import { accountTeams } from "@mainstay/contract/account-team";
import type { App } from "../platform/http/app.ts";
import { serve } from "../platform/http/serve.ts";
import { addTeamMember, changeTeamMember, endTeamMember } from "./change-team.ts";
import { readAccountTeam } from "./team-screen.ts";

export const accountTeamRoutes = (app: App): void => {
  serve(app, accountTeams.get, (context, { params }) =>
    context.read((db) => readAccountTeam(db, context, params.accountId)),
  );
  serve(app, accountTeams.add, (context, { params, body }) =>
    addTeamMember(context, params.accountId, body),
  );
  serve(app, accountTeams.change, (context, { params, body }) =>
    changeTeamMember(context, params.memberId, body),
  );
  serve(app, accountTeams.end, (context, { params }) => endTeamMember(context, params.memberId));
};
