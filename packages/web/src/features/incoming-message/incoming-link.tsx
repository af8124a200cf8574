import { incomingMessages } from "@mainstay/contract/incoming-message";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../lib/query.ts";
import { useMay } from "../../lib/session.ts";

/** The way from the list of cases to the messages that wait; only for who may see them. */
export const IncomingLink = () => (useMay("incoming_message.view") ? <Counted /> : null);

const Counted = () => {
  const { t } = useTranslation();
  const found = useAnswer(incomingMessages.count, {});
  const waiting = found.data?.waiting ?? 0;
  return (
    <Link to="/cases/incoming">
      {waiting > 0 ? t("incomingMessage.link", { n: waiting }) : t("incomingMessage.title")}
    </Link>
  );
};
