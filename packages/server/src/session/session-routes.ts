import { sessions } from "@mainstay/contract/session";
import type { App } from "../platform/http/app.ts";
import { serve, servePublic } from "../platform/http/serve.ts";
import { changePassword } from "./change-password.ts";
import { changeProfile } from "./change-profile.ts";
import { endOtherSessions, endSession } from "./end-sessions.ts";
import { presentSession } from "./present-session.ts";
import { listSessions } from "./session-queries.ts";
import { readSessionView } from "./session-view.ts";
import { signIn } from "./sign-in.ts";
import { createUnknownFailures } from "./unknown-failures.ts";

export const sessionRoutes = (app: App): void => {
  const { database, gate } = app;
  const unknown = createUnknownFailures();
  servePublic(app, sessions.signIn, (context, { body }) =>
    signIn(database, unknown, context, body),
  );
  serve(app, sessions.current, (context) =>
    context.read((db) =>
      readSessionView(
        db,
        context.tenantId,
        context.actor.userId,
        context.now,
        context.sessionMethod,
        context.actor.scopes,
      ),
    ),
  );
  serve(app, sessions.signOut, async (context) => {
    await endSession(gate, context, context.credentialId);
    context.setSessionCookie(null);
  });
  serve(app, sessions.list, async (context) => {
    const rows = await context.read((db) =>
      listSessions(db, context.tenantId, context.actor.userId, context.now),
    );
    return {
      items: rows.map((row) => presentSession(row, context.credentialId)),
    };
  });
  serve(app, sessions.end, (context, { params }) => endSession(gate, context, params.sessionId));
  serve(app, sessions.endOthers, (context) => endOtherSessions(gate, context));
  serve(app, sessions.changePassword, (context, { body }) => changePassword(gate, context, body));
  serve(app, sessions.changeProfile, (context, { body }) => changeProfile(gate, context, body));
};
