import type { TodayItem } from "@mainstay/contract/today";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { LevelOfCase } from "../case/case-mark.tsx";
import { useCaseWords } from "../case/use-case-words.ts";

type CaseItem = Extract<TodayItem, { kind: "case" }>;

/** What it is about and how it stands: to work on, offered by a colleague, or solved and not confirmed. */
export const CaseWhy = ({ item }: { item: CaseItem }) => {
  const { t } = useTranslation();
  const words = useCaseWords();
  const { number, title, solvedAt } = item.case;
  const now = Date.now();
  const stand =
    item.because === "offered"
      ? t("case.today.transferOffered", { name: item.offeredBy?.name ?? t("app.nobody") })
      : item.because === "unconfirmed"
        ? t("case.today.unconfirmed", {
            span: words.waited(solvedAt ?? "", now),
          })
        : words.judge(item.case, now).words;
  return (
    <>
      #{number} {title} — {stand}
    </>
  );
};

export const CaseGrounds = ({ item }: { item: CaseItem }) => {
  const { t } = useTranslation();
  return (
    <>
      <LevelOfCase level={item.case.level} />
      <span>{t(`case.kind.${item.case.kind}`)}</span>
      <span>
        {t("case.person.firstResponder")} {item.case.firstResponder.name}
      </span>
    </>
  );
};

export const CaseActs = ({ item }: { item: CaseItem }) => {
  const { t } = useTranslation();
  return (
    <Link to="/cases/$caseId" params={{ caseId: item.case.id }} data-first-act>
      <Button size="small" type="primary" tabIndex={-1}>
        {t("case.today.open")}
      </Button>
    </Link>
  );
};
