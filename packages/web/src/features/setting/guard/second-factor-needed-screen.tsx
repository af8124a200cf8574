import { useNavigate } from "@tanstack/react-router";
import { sessions } from "@mainstay/contract/session";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../../lib/call.ts";
import { adoptSession, useSignOut } from "../../../lib/session.ts";
import { EntryFrame } from "../../session/entry-frame.tsx";
import { homeOf } from "../../session/safe-return.ts";
import { SettingBlock } from "../setting-block.tsx";
import { MyPasskeys } from "./my-passkeys.tsx";
import { MySecondFactor } from "./my-second-factor.tsx";

/** For whom the workspace demands a second factor of and who has none yet: set one up, then on. */
export const SecondFactorNeededScreen = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const goOn = () =>
    void call(sessions.current, {}).then(async (session) => {
      await adoptSession(session);
      if (!session.needsSecondFactor)
        await navigate({ to: homeOf(session.user.role), replace: true });
    });
  return (
    <EntryFrame title={t("guard.neededTitle")} lead={t("guard.neededLead")}>
      <SettingBlock title={t("guard.secondFactor")}>
        <MySecondFactor onOn={goOn} />
      </SettingBlock>
      <SettingBlock title={t("guard.passkeys")} lead={t("guard.passkeysLead")}>
        <MyPasskeys onAdded={goOn} />
      </SettingBlock>
      <Button type="link" onClick={signOut}>
        {t("guard.signOut")}
      </Button>
    </EntryFrame>
  );
};
