import type { ConsentScope } from "@mainstay/domain/fact/consent-scope";
import { useTranslation } from "react-i18next";

/** Scopes as one reads them: `生日、出生年份`. */
export const useScopeWords = (): ((scope: readonly ConsentScope[]) => string) => {
  const { t, i18n } = useTranslation();
  const comma = i18n.language === "en" ? ", " : "、";
  return (scope) => scope.map((one) => t(`glossary.consentScope.${one}`)).join(comma);
};
