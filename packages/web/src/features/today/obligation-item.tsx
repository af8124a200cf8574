import type { ObligationView } from "@mainstay/contract/obligation";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { Suspense, lazy, useState } from "react";
import { useTranslation } from "react-i18next";
import { useObligationWords } from "../obligation/obligation-words.ts";

const Log = lazy(() =>
  import("../interaction/log-interaction-dialog.tsx").then((m) => ({
    default: m.LogInteractionDialog,
  })),
);

/** What is owed, how often, because of which line of the policy. */
export const ObligationWhy = ({ obligation }: { obligation: ObligationView }) => {
  const { t } = useTranslation();
  const { line } = useObligationWords();
  return (
    <>
      {t("todayRow.why.obligation", {
        every: t(`glossary.cadence.${obligation.every}`),
        kind: t(`glossary.obligationKind.${obligation.kind}`),
        line: line(obligation.policyLine),
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
