import { useTranslation } from "react-i18next";
import { Instant } from "../../../components/day.tsx";

/** What the server or platform said when it last refused; nothing while all is well. */
export const LastError = ({ words, at }: { words: string | null; at: string | null }) => {
  const { t } = useTranslation();
  if (words === null) return null;
  return (
    <span style={{ color: "var(--red)", overflowWrap: "anywhere" }}>
      {t("channel.lastError")} {at !== null && <Instant at={at} />} {words}
    </span>
  );
};
