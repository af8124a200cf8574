import type { ProgrammeCriterion } from "@mainstay/domain/programme/programme-rule";
import { useTranslation } from "react-i18next";
import { usePreferences } from "../../lib/preferences.ts";

const shipped = [
  "value",
  "potential",
  "growth",
  "relationship",
  "strategic_fit",
  "willingness",
  "reference",
] as const;
type Shipped = (typeof shipped)[number];

/** How a criterion is called: its own name where the workspace gave one, else the product's. */
export const useCriterionName = (): ((
  criterion: Pick<ProgrammeCriterion, "key" | "name">,
) => string) => {
  const { t } = useTranslation();
  const { locale } = usePreferences();
  return ({ key, name }) => {
    if (name) return locale === "en" ? name.en : name.zh;
    return (shipped as readonly string[]).includes(key)
      ? t(`programme.criterion.${key as Shipped}`)
      : key;
  };
};
