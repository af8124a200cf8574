import type { Reason } from "@mainstay/contract/endpoint/wire";
import {
  isEvaluationReason,
  renderEvaluationReason,
} from "@mainstay/phrases/reason/render-evaluation-reason";
import { useTranslation } from "react-i18next";
import { usePreferences } from "./preferences.ts";

/** Says a reason as a sentence in the reader's language and unit of amounts; one this version does not know is 未知. */
export const useReasonWords = (): ((reason: Reason) => string) => {
  const { t } = useTranslation();
  const { locale, amountUnit } = usePreferences();
  return (reason) => {
    const known: { code: string } = reason;
    return isEvaluationReason(known)
      ? renderEvaluationReason(known, locale, { amountUnit })
      : t("app.unknown");
  };
};
