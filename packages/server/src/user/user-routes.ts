import { invitations, users } from "@mainstay/contract/user";
import type { App } from "../platform/http/app.ts";
import { AppError } from "../platform/http/app-error.ts";
import { readCursor, writeCursor } from "../platform/http/page-cursor.ts";
import { serve, servePublic } from "../platform/http/serve.ts";
import { acceptInvitation, lookAtInvitation } from "./accept-invitation.ts";
import { deactivateUser, editUser, reactivateUser } from "./change-user.ts";
import {
  endSessionOfUser,
  endSessionsOfUser,
  listSessionsOfUser,
  resetSecondFactor,
  unlockUser,
} from "./guard-user.ts";
import { inviteUser, inviteUserAgain } from "./invite-user.ts";
import { findUser, listUsers } from "./user-queries.ts";
import { presentUser } from "./user-view.ts";

export const userRoutes = (app: App): void => {
  const { database, gate } = app;
  serve(app, users.list, async (context, { query }) => {
    const after = readCursor(query.cursor, "user:name");
    const { users: found, total } = await context.read((db) =>
      listUsers(db, context.tenantId, { q: query.q, after, limit: query.limit + 1 }),
    );
    const items = found.slice(0, query.limit);
    const last = items.at(-1);
    const nextCursor =
      found.length > query.limit && last
        ? writeCursor("user:name", { key: last.name, id: last.id })
        : null;
    return {
      items: items.map((user) => presentUser(context.actor, user, context.now)),
      nextCursor,
      total,
    };
  });
  serve(app, users.get, async (context, { params }) => {
    const user = await context.read((db) => findUser(db, context.tenantId, params.userId));
    if (!user) throw new AppError("user.not_found");
    return presentUser(context.actor, user, context.now);
  });
  serve(app, users.invite, (context, { body }) => inviteUser(gate, context, body));
  serve(app, users.inviteAgain, (context, { params }) => inviteUserAgain(context, params.userId));
  serve(app, users.edit, (context, { params, body }) =>
    editUser(gate, context, params.userId, body),
  );
  serve(app, users.deactivate, (context, { params }) =>
    deactivateUser(gate, context, params.userId),
  );
  serve(app, users.reactivate, (context, { params }) =>
    reactivateUser(gate, context, params.userId),
  );
  serve(app, users.unlock, (context, { params }) => unlockUser(gate, context, params.userId));
  serve(app, users.resetSecondFactor, (context, { params }) =>
    resetSecondFactor(gate, context, params.userId),
  );
  serve(app, users.sessions, (context, { params }) => listSessionsOfUser(context, params.userId));
  serve(app, users.endSession, (context, { params }) =>
    endSessionOfUser(gate, context, params.userId, params.sessionId),
  );
  serve(app, users.endSessions, (context, { params }) =>
    endSessionsOfUser(gate, context, params.userId),
  );
  servePublic(app, invitations.look, (context, { body }) =>
    lookAtInvitation(database, context, body.token),
  );
  servePublic(app, invitations.accept, (context, { body }) =>
    acceptInvitation(database, gate, context, body),
  );
};
