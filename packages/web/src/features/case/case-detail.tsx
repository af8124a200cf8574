import type { CaseView } from "@mainstay/contract/case";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { CaseBlock } from "./case-block.tsx";
import styles from "./case-page.module.css";

/** What the customer says, what it is about, and how it was solved; their words always as plain text. */
export const CaseDetail = ({ view }: { view: CaseView }) => {
  const { t } = useTranslation();
  const fact = (label: string, value: ReactNode) =>
    value === null || value === undefined ? null : (
      <div>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    );
  const about = [view.department, view.product, view.project, view.cause].some(Boolean);
  return (
    <CaseBlock title={t("case.detail.title")}>
      {view.description === "" ? (
        <p className="muted">{t(view.isAboutMe ? "case.person.aboutMe" : "case.detail.noWords")}</p>
      ) : (
        <p className={styles["said"]}>{view.description}</p>
      )}
      {view.solution !== null && (
        <div className={styles["solution"]}>
          <strong>{t("case.detail.solution")}</strong>
          <p className={styles["said"]}>{view.solution}</p>
        </div>
      )}
      {about && (
        <dl className={styles["facts"]}>
          {fact(t("case.detail.department"), view.department?.name)}
          {fact(t("case.detail.product"), view.product?.name)}
          {fact(t("case.detail.project"), view.project?.name)}
          {fact(t("case.detail.cause"), view.cause && t(`case.cause.${view.cause}`))}
        </dl>
      )}
      {[...(view.duplicateOf ? [view.duplicateOf] : []), ...view.duplicates].length > 0 && (
        <p className={styles["duplicates"]}>
          <span className="muted">{t("case.detail.duplicates")}</span>{" "}
          {[...(view.duplicateOf ? [view.duplicateOf] : []), ...view.duplicates].map((one) => (
            <Link
              key={one.id}
              to="/cases/$caseId"
              params={{ caseId: one.id }}
              className={styles["other"]}
            >
              #{one.number} {one.title}
            </Link>
          ))}
        </p>
      )}
    </CaseBlock>
  );
};
