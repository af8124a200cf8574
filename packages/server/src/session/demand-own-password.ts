import type { Context } from "../platform/access/context.ts";
import { demandSession } from "../platform/access/demand.ts";
import type { Database } from "../platform/db/open-database.ts";
import { AppError } from "../platform/http/app-error.ts";
import { findPassword } from "../user/user-queries.ts";
import { countAttempt } from "./count-attempt.ts";
import { isPasswordRight } from "./password-hash.ts";

/**
 * Refuses unless the caller, signed in, gives their own password again: what guards a sign-in is not changed by whoever
 * sits down at an open page. Wrong ones count like failed sign-ins. A person without a password has none to give.
 */
export const demandOwnPassword = async (
  database: Database,
  context: Context,
  password: string | undefined,
): Promise<{ email: string }> => {
  demandSession(context);
  const { tenantId, actor } = context;
  const user = await context.read((db) => findPassword(db, tenantId, actor.userId));
  if (!user) throw new AppError("access.sign_in_needed");
  if (user.passwordHash === null) return { email: user.email };
  const attempt = await countAttempt(database, context, tenantId, actor.userId);
  if (password === undefined || !(await isPasswordRight(user.passwordHash, password))) {
    await attempt.noteLockOut();
    throw new AppError("session.password_wrong");
  }
  await attempt.takeBack();
  return { email: user.email };
};
