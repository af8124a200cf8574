import { type ConsentView, consents } from "@mainstay/contract/consent";
import { Button } from "antd";
import { Suspense, lazy, useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { useAnswer } from "../../lib/query.ts";
import { useMay } from "../../lib/session.ts";
import { Section } from "../account-page/section.tsx";
import { ConsentRow } from "./consent-row.tsx";
import styles from "./consents.module.css";

const RecordConsentDialog = lazy(() =>
  import("./record-consent-dialog.tsx").then((m) => ({ default: m.RecordConsentDialog })),
);
const WithdrawDialog = lazy(() =>
  import("./withdraw-dialog.tsx").then((m) => ({ default: m.WithdrawDialog })),
);
const WithdrawalLinkDialog = lazy(() =>
  import("./withdrawal-link-dialog.tsx").then((m) => ({ default: m.WithdrawalLinkDialog })),
);

type Open = { readonly act: "record" } | { readonly act: "withdraw" | "link"; of: ConsentView };

const hasEnded = ({ state }: ConsentView) => state === "withdrawn" || state === "expired";

/** What a person has consented to, for the person's page: those in force, then how many ended. */
export const ConsentsSection = ({ personId }: { personId: string }) => {
  const { t } = useTranslation();
  const may = useMay("consent.view");
  const [open, setOpen] = useState<Open | null>(null);
  const [showsEnded, setShowsEnded] = useState(false);
  const found = useAnswer(consents.listOfPerson, { params: { personId } }, { enabled: may });
  if (!may) return null;
  const items = found.data?.items ?? [];
  const living = items.filter((one) => !hasEnded(one));
  const ended = items.filter(hasEnded);
  const close = () => setOpen(null);
  const record = found.data?.can.record && (
    <Button size="small" onClick={() => setOpen({ act: "record" })}>
      {t("consent.record")}
    </Button>
  );
  return (
    <div id="consents">
      <Section
        title={t("consent.title")}
        order={6}
        {...(found.data && { about: t("consent.about", { count: living.length }) })}
        actions={record}
      >
        {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
        {found.isPending && <Skeleton height={80} />}
        {found.data && living.length === 0 && (
          <EmptyState title={t("consent.none")} words={t("consent.noneHint")} />
        )}
        <ul className={styles["list"]}>
          {[...living, ...(showsEnded ? ended : [])].map((consent) => (
            <ConsentRow
              key={consent.id}
              consent={consent}
              onWithdraw={() => setOpen({ act: "withdraw", of: consent })}
              onLink={() => setOpen({ act: "link", of: consent })}
            />
          ))}
        </ul>
        {ended.length > 0 && (
          <Button type="link" size="small" onClick={() => setShowsEnded(!showsEnded)}>
            {showsEnded ? t("consent.hideEnded") : t("consent.ended", { count: ended.length })}
          </Button>
        )}
      </Section>
      <Suspense>
        {open?.act === "record" && <RecordConsentDialog personId={personId} onClose={close} />}
        {open?.act === "withdraw" && <WithdrawDialog consent={open.of} onClose={close} />}
        {open?.act === "link" && <WithdrawalLinkDialog consent={open.of} onClose={close} />}
      </Suspense>
    </div>
  );
};
