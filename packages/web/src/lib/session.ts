import type { SessionView } from "@mainstay/contract/session";
import { sessions } from "@mainstay/contract/session";
import type { Permission } from "@mainstay/domain/access/permission";
import { useSuspenseQuery } from "@tanstack/react-query";
import { call } from "./call.ts";
import { answerOptions, queryClient } from "./query.ts";
import { readPreferences } from "./preferences.ts";
import { noteSignedOut } from "./signed-out.ts";

export const sessionAnswer = () => ({ ...answerOptions(sessions.current, {}), staleTime: 60_000 });

/** Who is signed in, in which workspace, with which permissions. Only behind sign-in. */
export const useSession = (): SessionView => useSuspenseQuery(sessionAnswer()).data;

/** Whether my role may do an act at all; what I may do with one record travels with the record (`can`). */
export const useMay = (permission: Permission): boolean =>
  useSession().permissions.includes(permission);

/** Puts a fresh session in place after signing in, and forgets what another user may have left behind. */
export const adoptSession = async (session: SessionView): Promise<void> => {
  queryClient.clear();
  queryClient.setQueryData(sessionAnswer().queryKey, session);
  const { locale } = readPreferences();
  if (session.user.locale === null)
    await call(sessions.changeProfile, { body: { locale } }).catch(() => undefined);
};

export const useSignOut = () => () => {
  void call(sessions.signOut, {})
    .catch(() => undefined)
    .then(() => noteSignedOut());
};
