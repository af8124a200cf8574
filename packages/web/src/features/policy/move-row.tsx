import { accounts } from "@mainstay/contract/account";
import { accountPage } from "@mainstay/contract/account-page";
import type { AnswerOf } from "@mainstay/contract/endpoint/endpoint";
import { segmentMoves } from "@mainstay/contract/policy";
import { today } from "@mainstay/contract/today";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Money } from "../../components/money.tsx";
import { ReasonText } from "../../components/reason-text.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import styles from "./moves.module.css";

export type SegmentMove = AnswerOf<typeof segmentMoves.decide>;

/** A proposed change of segment with its reason; accepted or declined by a person. */
export const MoveRow = ({
  move,
  currency,
  mayDecide,
  showAccount = true,
}: {
  move: SegmentMove;
  currency: string;
  mayDecide: boolean;
  showAccount?: boolean;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const segment = t(`glossary.segment.${move.to}`);
  const decide = useAct(segmentMoves.decide, {
    refresh: [
      segmentMoves.list,
      accounts.list,
      accounts.summary,
      accounts.matrix,
      accountPage.get,
      today.get,
    ],
    onSuccess: ({ status }) =>
      notice.done(
        status === "published"
          ? t("policy.accepted", { account: move.account.name, segment })
          : t("policy.declined", { account: move.account.name }),
      ),
    onError: notice.refused,
  });
  const act = (decision: "publish" | "decline") =>
    decide.mutate({ params: { moveId: move.id }, body: { decision } });
  return (
    <li className={styles["move"]}>
      <div className={styles["words"]}>
        <p className={styles["title"]}>
          {showAccount && (
            <Link to="/accounts/$accountId" params={{ accountId: move.account.id }}>
              {move.account.name}
            </Link>
          )}
          <span>
            {t(`glossary.segment.${move.from ?? "none"}`)} → <strong>{segment}</strong>
          </span>
          <span className="muted">
            <Money minor={move.revenue12mMinor} currency={currency} />
          </span>
        </p>
        <p className={styles["reason"]}>
          <ReasonText reason={move.reason} />
        </p>
      </div>
      {mayDecide && (
        <div className={styles["actions"]}>
          <Button size="small" loading={decide.isPending} onClick={() => act("publish")}>
            {t("policy.accept")}
          </Button>
          <Button
            size="small"
            type="text"
            disabled={decide.isPending}
            onClick={() => act("decline")}
          >
            {t("policy.decline")}
          </Button>
        </div>
      )}
    </li>
  );
};
