import { isPermitted, type Permission } from "@mainstay/domain/access/permission";
import { AppError } from "../http/app-error.ts";
import type { Context } from "./context.ts";

/** Refuses an edit whose caller saw another version than the one just locked. */
export const demandVersion = (context: Context, current: number): void => {
  if (context.expectedVersion !== null && context.expectedVersion !== current) {
    throw new AppError("request.version_conflict");
  }
};

/** Refuses unless role and token scope allow the act; for verbs whose permission depends on their input. */
export const demandPermission = (context: Context, permission: Permission): void => {
  if (!isPermitted(context.actor, permission)) throw new AppError("access.not_permitted");
};

/** Refuses access tokens: what changes a person's own keys needs the person, signed in. */
export const demandSession = (context: Context): void => {
  if (context.actor.scopes !== null) throw new AppError("access.scope_missing");
};
