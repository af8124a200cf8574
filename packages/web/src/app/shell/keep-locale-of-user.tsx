import { sessions } from "@mainstay/contract/session";
import { useEffect, useRef } from "react";
import { call } from "../../lib/call.ts";
import { changePreferences, usePreferences } from "../../lib/preferences.ts";
import { queryClient } from "../../lib/query.ts";
import { sessionAnswer, useSession } from "../../lib/session.ts";

/** The language follows the user: taken from their record at first, written back whenever they switch. */
export const KeepLocaleOfUser = () => {
  const { user, workspace } = useSession();
  const { locale } = usePreferences();
  const isTaken = useRef(false);
  useEffect(() => {
    if (!isTaken.current) {
      isTaken.current = true;
      if (user.locale !== null && user.locale !== locale) {
        changePreferences({ locale: user.locale });
        return;
      }
    }
    if (user.locale === locale) return;
    void call(sessions.changeProfile, { body: { locale } })
      .then((session) => queryClient.setQueryData(sessionAnswer().queryKey, session))
      .catch(() => undefined);
  }, [locale, user.locale]);
  useEffect(() => {
    if (localStorage.getItem("mainstay.unitSeen") === workspace.amountUnit) return;
    localStorage.setItem("mainstay.unitSeen", workspace.amountUnit);
    changePreferences({ amountUnit: workspace.amountUnit });
  }, [workspace.amountUnit]);
  return null;
};
