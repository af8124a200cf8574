import type { PromiseRow } from "@mainstay/contract/promise";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";

/** What was promised, and which of our departments answers for it. */
export const PromiseWhy = ({ promise }: { promise: PromiseRow }) => {
  const { t } = useTranslation();
  return (
    <>
      {promise.title} — {t("case.today.promiseFor", { department: promise.department.name })}
    </>
  );
};

export const PromiseActs = ({ promise }: { promise: PromiseRow }) => {
  const { t } = useTranslation();
  return (
    <Link to="/promises" search={{ promise: promise.id }} data-first-act>
      <Button size="small" type="primary" tabIndex={-1}>
        {t("case.today.toPromises")}
      </Button>
    </Link>
  );
};
