import type { PromiseView } from "@mainstay/contract/promise";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Day } from "../../components/day.tsx";
import styles from "./promise.module.css";
import { DueDay } from "./promise-marks.tsx";

/** Whose promise it is, to whom, by when, what shows that it was kept or why it was not, and where it was given. */
export const PromiseFacts = ({ promise }: { promise: PromiseView }) => {
  const { t } = useTranslation();
  const { account, person, evidence, because, doneOn, source, reworks } = promise;
  const fact = (label: string, value: ReactNode, isKnown = true) =>
    isKnown && (
      <>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </>
    );
  return (
    <dl className={styles["facts"]}>
      {fact(
        t("promise.field.account"),
        <Link to="/accounts/$accountId" params={{ accountId: account.id }}>
          {account.name}
        </Link>,
      )}
      {person !== null &&
        fact(
          t("promise.field.person"),
          <Link to="/people/$personId" params={{ personId: person.id }}>
            {person.name}
          </Link>,
        )}
      {fact(t("promise.column.department"), promise.department.name)}
      {fact(t("promise.column.giver"), promise.giver?.name ?? t("app.nobody"))}
      {fact(t("promise.column.due"), <DueDay promise={promise} />)}
      {fact(t("promise.field.madeOn"), <Day on={promise.madeOn} absolute />)}
      {fact(t("promise.dialog.doneOn"), <Day on={doneOn} absolute />, doneOn !== null)}
      {fact(t("promise.column.reworks"), t("promise.reworks", { count: reworks }), reworks > 0)}
      {fact(t("promise.field.evidence"), evidence, evidence !== "")}
      {fact(t("promise.field.because"), because, because !== null)}
      {source !== null && fact(t("promise.field.source"), <PromiseOrigin source={source} />)}
    </dl>
  );
};

const PromiseOrigin = ({ source }: { source: NonNullable<PromiseView["source"]> }) => {
  const { t } = useTranslation();
  const words = t(`promise.source.${source.kind}`);
  if (source.kind === "case")
    return (
      <Link to="/cases/$caseId" params={{ caseId: source.id }}>
        {words}
      </Link>
    );
  if (source.kind === "need")
    return (
      <Link to="/needs/$needId" params={{ needId: source.id }}>
        {words}
      </Link>
    );
  return <span>{words}</span>;
};
