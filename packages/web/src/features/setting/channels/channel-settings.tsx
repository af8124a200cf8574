import { useTranslation } from "react-i18next";
import { NoPermission } from "../../../components/no-permission.tsx";
import { PageHeader } from "../../../components/page-header.tsx";
import { useMay } from "../../../lib/session.ts";
import { MailBlock } from "./mail-block.tsx";
import { OutgoingBlock } from "./outgoing-block.tsx";
import { RobotBlock } from "./robot-block.tsx";

/** 消息通道: the mail server, the group robots, and what waits or failed on its way out. */
export const ChannelSettings = () => {
  const { t } = useTranslation();
  if (!useMay("setting.edit")) return <NoPermission />;
  return (
    <>
      <PageHeader title={t("setting.channels.title")} lead={t("channel.lead")} />
      <MailBlock />
      <RobotBlock />
      <OutgoingBlock />
    </>
  );
};
