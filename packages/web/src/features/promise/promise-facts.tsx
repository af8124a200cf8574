import type { PromiseView } from "@mainstay/contract/promise";
import { Link } from "@tanstack/react-router";
import { Fragment, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Day } from "../../components/day.tsx";
import styles from "./promise.module.css";
import { DueDay } from "./promise-marks.tsx";

/** Whose promise it is, to whom, by when, what shows that it was kept or why it was not, and where it was given. */
export const PromiseFacts = ({ promise }: { promise: PromiseView }) => {
  const { t } = useTranslation();
  const { account, person, evidence, because, doneOn, source, reworks } = promise;
  const facts: (readonly [string, ReactNode])[] = [
    [
      t("promise.field.account"),
      <Link to="/accounts/$accountId" params={{ accountId: account.id }}>
        {account.name}
      </Link>,
    ],
    ...(person
      ? [
          [
            t("promise.field.person"),
            <Link to="/people/$personId" params={{ personId: person.id }}>
              {person.name}
            </Link>,
          ] as const,
        ]
      : []),
    [t("promise.column.department"), promise.department.name],
    [t("promise.column.giver"), promise.giver?.name ?? t("app.nobody")],
    [t("promise.column.due"), <DueDay promise={promise} />],
    [t("promise.field.madeOn"), <Day on={promise.madeOn} absolute />],
    ...(doneOn === null
      ? []
      : [[t("promise.dialog.doneOn"), <Day on={doneOn} absolute />] as const]),
    ...(reworks === 0
      ? []
      : [[t("promise.column.reworks"), t("promise.reworks", { count: reworks })] as const]),
    ...(evidence === "" ? [] : [[t("promise.field.evidence"), evidence] as const]),
    ...(because === null ? [] : [[t("promise.field.because"), because] as const]),
    ...(source === null
      ? []
      : [[t("promise.field.source"), <PromiseOrigin source={source} />] as const]),
  ];
  return (
    <dl className={styles["facts"]}>
      {facts.map(([label, value]) => (
        <Fragment key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
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
