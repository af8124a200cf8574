import { personLists } from "@mainstay/contract/person-list";
import { keepPreviousData } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useDeferredValue } from "react";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../lib/query.ts";
import styles from "./likely-duplicates.module.css";

/** Who of those on file may be the one being typed, with a way to their page; silent where nobody is. */
export const LikelyDuplicates = ({
  accountId,
  name,
  workPhone,
  workEmail,
}: {
  accountId: string;
  name: string;
  workPhone: string;
  workEmail: string;
}) => {
  const { t } = useTranslation();
  const query = {
    accountId,
    name: useDeferredValue(name.trim()),
    workPhone: useDeferredValue(workPhone.trim()),
    workEmail: useDeferredValue(workEmail.trim()),
  };
  const found = useAnswer(
    personLists.duplicates,
    { query },
    {
      enabled:
        query.name.length >= 2 || query.workPhone.length >= 6 || query.workEmail.includes("@"),
      placeholderData: keepPreviousData,
    },
  );
  const items = query.name === "" && query.workPhone === "" ? [] : (found.data?.items ?? []);
  if (items.length === 0) return null;
  return (
    <div className={styles["hint"]} role="status">
      <p>{t("person.likely")}</p>
      <ul>
        {items.map(({ id, name: known, because, isHere, jobs }) => (
          <li key={id}>
            <Link to="/people/$personId" params={{ personId: id }} target="_blank">
              {known}
            </Link>
            <span className="muted">
              {" "}
              {[
                isHere ? t("person.likelyHere") : jobs[0]?.account.name,
                jobs[0]?.title,
                ...because.map((reason) => t(`person.likelyBecause.${reason}`)),
              ]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
};
