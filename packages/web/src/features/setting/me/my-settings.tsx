import { useTranslation } from "react-i18next";
import { PreferenceSwitches } from "../../../components/preference-switches.tsx";
import { PageHeader } from "../../../components/page-header.tsx";
import { MyPasskeys } from "../guard/my-passkeys.tsx";
import { MySecondFactor } from "../guard/my-second-factor.tsx";
import { SettingBlock } from "../setting-block.tsx";
import { MyDevices } from "./my-devices.tsx";
import { MyPassword } from "./my-password.tsx";
import { MyProfile } from "./my-profile.tsx";

/** What concerns only the reader: name, language, appearance, password, second factor, passkeys, devices. */
export const MySettings = () => {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t("setting.me.title")} />
      <SettingBlock title={t("setting.me.profile")}>
        <MyProfile />
      </SettingBlock>
      <SettingBlock title={t("setting.me.reading")}>
        <PreferenceSwitches />
      </SettingBlock>
      <SettingBlock title={t("setting.me.password")}>
        <MyPassword />
      </SettingBlock>
      <SettingBlock title={t("guard.secondFactor")} lead={t("guard.secondFactorLead")}>
        <MySecondFactor />
      </SettingBlock>
      <SettingBlock title={t("guard.passkeys")} lead={t("guard.passkeysLead")}>
        <MyPasskeys />
      </SettingBlock>
      <SettingBlock title={t("setting.me.sessions")}>
        <MyDevices />
      </SettingBlock>
    </>
  );
};
