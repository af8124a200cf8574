import type { SessionView } from "@mainstay/contract/session";
import { sessions } from "@mainstay/contract/session";
import type { Permission } from "@mainstay/domain/access/permission";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
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
  await import("./offline/device-owner.ts")
    .then(({ takeOverDevice }) => takeOverDevice(session.user.id))
    .catch(() => undefined);
  queryClient.setQueryData(sessionAnswer().queryKey, session);
  const { locale } = readPreferences();
  if (session.user.locale === null)
    await call(sessions.changeProfile, { body: { locale } }).catch(() => undefined);
};

const signOut = async (): Promise<void> => {
  await import("./offline/device-owner.ts")
    .then(({ leaveDevice }) => leaveDevice())
    .catch(() => undefined);
  await call(sessions.signOut, {}).catch(() => undefined);
  noteSignedOut();
};

/** Signs out and clears the device; while logs still wait to be sent, it shows them first. */
export const useSignOut = () => {
  const navigate = useNavigate();
  return () => {
    void countWaiting().then((waiting) =>
      waiting === 0 ? signOut() : navigate({ to: "/outbox", search: { leaving: "yes" } }),
    );
  };
};

/** The same without a question, from the screen that shows what would be lost. */
export const useSignOutNow = () => () => void signOut();

const countWaiting = async (): Promise<number> => {
  try {
    const [{ listWaiting }, { readOwner }] = await Promise.all([
      import("./offline/outbox.ts"),
      import("./offline/device-owner.ts"),
    ]);
    const owner = await readOwner();
    return owner === null
      ? 0
      : (await listWaiting(owner)).filter(({ draft }) => draft !== null).length;
  } catch {
    return 0;
  }
};
