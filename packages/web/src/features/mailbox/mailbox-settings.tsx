import { useTranslation } from "react-i18next";
import { PageHeader } from "../../components/page-header.tsx";
import { CaseFormBlock } from "./case-form-block.tsx";
import { HookBlock } from "./hook-block.tsx";
import { MailboxBlock } from "./mailbox-block.tsx";

/** 服务邮箱: the ways by which customers reach us without signing in. */
export const MailboxSettings = () => {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader
        title={t("incomingMessage.setting.title")}
        lead={t("incomingMessage.setting.lead")}
      />
      <MailboxBlock />
      <HookBlock />
      <CaseFormBlock />
    </>
  );
};
