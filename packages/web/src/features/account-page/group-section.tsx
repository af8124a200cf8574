import type { AccountPage } from "@mainstay/contract/account-page";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { LevelMark } from "../../components/level-mark.tsx";
import { Money } from "../../components/money.tsx";
import { Section } from "./section.tsx";
import styles from "./group-section.module.css";

/** What the account and everything below it bring together, and each of those below. */
export const GroupSection = ({ page }: { page: AccountPage }) => {
  const { t } = useTranslation();
  const { group, baseCurrency, account } = page;
  if (group === null) return null;
  return (
    <Section order={10} title={t("accountPage.group.title")}>
      <p className="muted">{t("accountPage.group.summary", { count: group.accounts })}</p>
      <dl className={styles["sums"]}>
        <div>
          <dt>{t("accountPage.group.revenue")}</dt>
          <dd>
            <Money minor={group.revenue12mMinor} currency={baseCurrency} />
          </dd>
        </div>
        <div>
          <dt>{t("accountPage.group.risk")}</dt>
          <dd>
            <Money minor={group.valueAtRiskMinor} currency={baseCurrency} />
          </dd>
        </div>
      </dl>
      <ul>
        {group.children.slice(0, 12).map((child) => (
          <li
            key={child.id}
            className={styles["child"]}
            style={{ paddingLeft: (child.depth - 1) * 16 }}
          >
            <Link
              to="/accounts/$accountId"
              params={{ accountId: child.id }}
              className={styles["name"]}
            >
              {child.name}
            </Link>
            <span className={styles["about"]}>
              <LevelMark level={child.level} />
              <Money minor={child.revenue12mMinor} currency={baseCurrency} />
            </span>
          </li>
        ))}
      </ul>
      <Link to="/accounts" search={{ parent: account.id }}>
        {t("accountPage.group.inTable")}
      </Link>
    </Section>
  );
};
