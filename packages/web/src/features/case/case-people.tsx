import type { CaseView } from "@mainstay/contract/case";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./case-page.module.css";

/** 首问责任人 and who works on it now, always both; who raised it, and whom it complains about. */
export const CasePeople = ({ view }: { view: CaseView }) => {
  const { t } = useTranslation();
  const fact = (label: string, value: ReactNode, why?: string) => (
    <div title={why}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
  return (
    <dl className={styles["people"]}>
      {fact(
        t("case.person.firstResponder"),
        <>
          <strong>{view.firstResponder.name}</strong>
          {view.answersInPlace !== null && (
            <small>{t("case.person.inPlace", { name: view.answersInPlace.name })}</small>
          )}
        </>,
        t("case.person.firstResponderWhy"),
      )}
      {fact(
        t("case.person.handler"),
        view.handler === null ? (
          <strong className={styles["nobody"]}>{t("case.person.nobody")}</strong>
        ) : (
          <strong>{view.handler.name}</strong>
        ),
      )}
      {fact(
        t("case.person.raisedBy"),
        view.person === null ? (
          <span className="muted">
            {t(view.isAboutMe ? "case.person.untold" : "case.person.unknown")}
          </span>
        ) : (
          <Link to="/people/$personId" params={{ personId: view.person.id }}>
            {view.person.name}
          </Link>
        ),
      )}
      {view.openedBy !== null &&
        view.openedBy.id !== view.firstResponder.id &&
        fact(t("case.person.openedBy"), view.openedBy.name)}
      {view.complained.length > 0 &&
        fact(
          t("case.person.complained"),
          <span className={styles["complained"]}>
            {view.complained.map(({ name }) => name).join("、")}
            <small>{t("case.person.complainedWhy")}</small>
          </span>,
        )}
    </dl>
  );
};
