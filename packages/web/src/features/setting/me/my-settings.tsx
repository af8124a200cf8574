import { useTranslation } from "react-i18next";
import { PreferenceSwitches } from "../../../components/preference-switches.tsx";
import { PageHeader } from "../../../components/page-header.tsx";
import { MyAbsences } from "../../absence/my-absences.tsx";
import { MyPasskeys } from "../guard/my-passkeys.tsx";
import { MySecondFactor } from "../guard/my-second-factor.tsx";
import { MyCalendarFeed } from "../../calendar/my-calendar-feed.tsx";
import { SettingBlock } from "../setting-block.tsx";
import { MyDevices } from "./my-devices.tsx";
import { MyNotifications } from "./my-notifications.tsx";
import { MyPassword } from "./my-password.tsx";
import { MyProfile } from "./my-profile.tsx";

/** What concerns only the reader: name, language, appearance, absences, password, second factor, passkeys, devices. */
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
      <div id="notifications">
        <SettingBlock title={t("notification.title")} lead={t("notification.lead")}>
          <MyNotifications />
        </SettingBlock>
      </div>
      <SettingBlock title={t("approval.absence.title")} lead={t("approval.absence.lead")}>
        <MyAbsences />
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
      <SettingBlock title={t("calendar.feed.title")} lead={t("calendar.feed.lead")}>
        <MyCalendarFeed />
      </SettingBlock>
      <SettingBlock title={t("setting.me.sessions")}>
        <MyDevices />
      </SettingBlock>
    </>
  );
};
