import type { ObligationView } from "@mainstay/contract/obligation";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { Suspense, lazy, useState } from "react";
import { useTranslation } from "react-i18next";

const Log = lazy(() =>
  import("../interaction/log-interaction-dialog.tsx").then((m) => ({
    default: m.LogInteractionDialog,
  })),
);

/** What is owed, how often, because of which line of the policy. */
export const ObligationWhy = ({ obligation }: { obligation: ObligationView }) => {
  const { t } = useTranslation();
  const [axis = "", value = ""] = obligation.policyLine.split(":");
  const line =
    axis === "segment"
      ? t(`glossary.segment.${value as "core"}`)
      : axis === "grade"
        ? t(`glossary.grade.${value as "key"}`)
        : t("todayRow.byDefault");
  return (
    <>
      {t("todayRow.why.obligation", {
        every: t(`todayRow.every.${obligation.every}`),
        kind: t(`todayRow.duty.${obligation.kind}`),
        line,
        from: obligation.periodFrom,
        to: obligation.periodTo,
      })}
      {obligation.moves > 0 && t("todayRow.why.moved", { count: obligation.moves })}
    </>
  );
};

/** A contact is logged at once; what a contact cannot prove is marked on the page of obligations. */
export const ObligationActs = ({
  obligation,
  today,
}: {
  obligation: ObligationView;
  today: IsoDay;
}) => {
  const { t } = useTranslation();
  const [isLogging, setLogging] = useState(false);
  const byContact = obligation.contactKinds.length > 0;
  const { can } = obligation;
  const [kind] = obligation.contactKinds;
  return (
    <>
      {can.fulfil && byContact && (
        <Button size="small" type="primary" data-first-act onClick={() => setLogging(true)}>
          {t("todayRow.act.log")}
        </Button>
      )}
      <Link
        to={`/accounts/${obligation.account.id}/cycle` as string}
        {...(!(can.fulfil && byContact) && { "data-first-act": true })}
      >
        <Button size="small" type={can.fulfil && !byContact ? "primary" : "default"} tabIndex={-1}>
          {can.fulfil && !byContact
            ? t("todayRow.act.fulfil")
            : t(can.move ? "todayRow.act.move" : "todayRow.act.see")}
        </Button>
      </Link>
      {isLogging && kind !== undefined && (
        <Suspense>
          <Log
            account={obligation.account}
            kind={kind}
            today={today}
            onClose={() => setLogging(false)}
          />
        </Suspense>
      )}
    </>
  );
};
