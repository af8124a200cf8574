import type { Reason } from "@mainstay/contract/endpoint/wire";
import { isStageReason, renderStageReason } from "@mainstay/phrases/lifecycle/render-stage-reason";
import { useTranslation } from "react-i18next";
import { usePreferences } from "../../lib/preferences.ts";

/** What the criteria of stages say, as sentences in the reader's language. */
export const StageReasons = ({ reasons }: { reasons: readonly Reason[] }) => {
  const { t } = useTranslation();
  const { locale } = usePreferences();
  return (
    <ul>
      {reasons.map((reason) => {
        const known: { code: string } = reason;
        return (
          <li key={reason.code}>
            {isStageReason(known) ? renderStageReason(known, locale) : t("app.unknown")}
          </li>
        );
      })}
    </ul>
  );
};
