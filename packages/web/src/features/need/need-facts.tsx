import type { NeedView } from "@mainstay/contract/need";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { FormulaHint } from "../../components/formula-hint.tsx";
import { Money } from "../../components/money.tsx";
import { useSession } from "../../lib/session.ts";
import { FitMark } from "./need-marks.tsx";
import styles from "./need.module.css";

/** Whose need it is, how we know, who works on it, what it is worth. */
export const NeedFacts = ({ need }: { need: NeedView }) => {
  const { t } = useTranslation();
  const currency = useSession().workspace.baseCurrency;
  const money = (minor: number | null) =>
    minor === null ? t("need.fit.unknown") : <Money minor={minor} currency={currency} />;
  const facts: [string, ReactNode][] = [
    [
      t("need.list.visibility"),
      <>
        {t(`need.visibility.${need.visibility}`)} · {t(`need.level.${need.level}`)}
        {need.becameExplicitOn !== null && (
          <span className="muted"> {t("need.becameExplicit", { on: need.becameExplicitOn })}</span>
        )}
      </>,
    ],
    [
      t("need.person"),
      need.person === null ? (
        t("need.fit.unknown")
      ) : (
        <Link to="/people/$personId" params={{ personId: need.person.id }}>
          {need.person.name}
        </Link>
      ),
    ],
    [t("need.owner"), need.owner?.name ?? t("app.nobody")],
    ...(need.department ? ([[t("need.department"), need.department.name]] as const) : []).map(
      ([label, value]): [string, ReactNode] => [label, value],
    ),
    ...(need.project ? [[t("need.project"), need.project.name] as [string, ReactNode]] : []),
    [
      t("need.note.source"),
      <>
        {t(`need.source.${need.source}`)}{" "}
        {need.origin?.kind === "case" ? (
          <Link to="/cases/$caseId" params={{ caseId: need.origin.id }}>
            {t("need.origin.case")}
          </Link>
        ) : (
          need.origin !== null && (
            <span className="muted">{t(`need.origin.${need.origin.kind}`)}</span>
          )
        )}
      </>,
    ],
    [t("need.worth.customerValue"), money(need.customerValueMinor)],
    [t("need.worth.profit"), money(need.profitMinor)],
    [t("need.worth.cost"), money(need.costMinor)],
    [t("need.noted"), t("need.notedOn", { on: need.notedOn })],
  ];
  return (
    <dl className={styles["facts"]}>
      {facts.map(([label, value]) => (
        <Fact key={label} label={label} value={value} />
      ))}
    </dl>
  );
};

const Fact = ({ label, value }: { label: string; value: ReactNode }) => (
  <>
    <dt>{label}</dt>
    <dd>{value}</dd>
  </>
);

/** The three grades the fit is made of, and how each is read. */
export const NeedFitTable = ({ need }: { need: NeedView }) => {
  const { t } = useTranslation();
  const { fit } = need;
  const level = (grade: number | null) =>
    grade === null ? t("need.fit.unknown") : t("need.fit.level", { level: grade });
  return (
    <dl className={styles["facts"]}>
      {(["value", "capability", "profit"] as const).map((name) => (
        <Fact
          key={name}
          label={t(`need.fit.${name}`)}
          value={
            <FormulaHint title={t(`need.fit.${name}`)} formula={t(`need.fit.${name}Why`)}>
              <span>{level(fit[name])}</span>
            </FormulaHint>
          }
        />
      ))}
      <Fact
        label={t("need.fit.title")}
        value={
          <FormulaHint title={t("need.fit.title")} formula={t("need.fit.formula")}>
            <span>
              <FitMark fit={fit} />
            </span>
          </FormulaHint>
        }
      />
    </dl>
  );
};
