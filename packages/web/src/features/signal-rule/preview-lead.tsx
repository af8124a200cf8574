import type { SignalRulePreview } from "@mainstay/contract/signal-rule";
import { useTranslation } from "react-i18next";

/** The year in one sentence, and what history allows to say. */
export const PreviewLead = ({
  preview,
  className,
}: {
  preview: SignalRulePreview;
  className: string;
}) => {
  const { t } = useTranslation();
  const sum = (of: "raised" | "knownReal" | "knownFalse") =>
    preview.kinds.reduce((all, row) => all + row[of], 0);
  return (
    <div className={className} role="status">
      <p>
        {t("signalRule.previewLead", {
          from: preview.fromOn,
          to: preview.toOn,
          raised: sum("raised"),
          real: sum("knownReal"),
          unreal: sum("knownFalse"),
        })}
      </p>
      <p>{t("signalRule.previewHonest")}</p>
    </div>
  );
};
