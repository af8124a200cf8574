import type { AccountPage } from "@mainstay/contract/account-page";
import { users } from "@mainstay/contract/user";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../../lib/query.ts";
import { Section } from "../section.tsx";
import { FieldRow } from "./field-row.tsx";
import { recordFields } from "./record-fields.ts";
import styles from "./record-section.module.css";

/** The account's own record, each fact edited where it stands. */
export const RecordSection = ({ page }: { page: AccountPage }) => {
  const { t } = useTranslation();
  const [isWhole, setWhole] = useState(false);
  const colleagues = useAnswer(users.list, { query: { limit: 200 } }, { staleTime: 300_000 });
  const names = new Map((colleagues.data?.items ?? []).map(({ id, name }) => [id, name]));
  return (
    <Section order={11} title={t("accountPage.record.title")}>
      <dl className={styles["record"]}>
        {recordFields
          .filter(({ isFirst }) => isFirst || isWhole)
          .map((field) => (
            <FieldRow key={field.name} field={field} page={page} names={names} />
          ))}
      </dl>
      <Button size="small" type="text" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
        {t(isWhole ? "accountPage.record.less" : "accountPage.record.more")}
      </Button>
    </Section>
  );
};
