import type { AccountPage } from "@mainstay/contract/account-page";
import type { SignalView } from "@mainstay/contract/signal";
import { isOrderSignal } from "@mainstay/domain/signal/signal-kind";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SignalDialogKind } from "../signal/signal-dialogs.tsx";
import { SignalDialogs } from "../signal/signal-dialogs.tsx";
import { SignalRow } from "../signal/signal-row.tsx";
import styles from "./account-screen.module.css";
import { Section } from "./section.tsx";

/** What warns about this customer and what is done about it; what was resolved is one touch away. */
export const SignalsSection = ({ page }: { page: AccountPage }) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState<{ kind: SignalDialogKind; id: string } | null>(null);
  const [showsResolved, setShowsResolved] = useState(false);
  const { signals, today, baseCurrency } = page;
  // Red flags of the relationship stand in their own section until they are resolved.
  const working = signals.filter(
    ({ status, kind }) => status !== "resolved" && isOrderSignal(kind),
  );
  const resolved = signals.filter(({ status }) => status === "resolved");
  const shown: readonly SignalView[] = showsResolved ? [...working, ...resolved] : working;
  const signal = open && signals.find(({ id }) => id === open.id);
  return (
    <Section
      order={3}
      title={t("accountPage.signals.title")}
      actions={
        resolved.length > 0 && (
          <Button
            size="small"
            type="text"
            aria-expanded={showsResolved}
            onClick={() => setShowsResolved(!showsResolved)}
          >
            {showsResolved
              ? t("accountPage.signals.hideResolved")
              : t("accountPage.signals.resolved", { count: resolved.length })}
          </Button>
        )
      }
    >
      <div className={styles["list"]}>
        {shown.length === 0 && (
          <p className={styles["quiet"]}>
            {t("accountPage.signals.none")}{" "}
            <span className="muted">{t("accountPage.signals.noneWhy")}</span>
          </p>
        )}
        {shown.map((one) => (
          <SignalRow
            key={one.id}
            signal={one}
            today={today}
            currency={baseCurrency}
            showAccount={false}
            onDialog={(kind) => setOpen({ kind, id: one.id })}
          />
        ))}
      </div>
      <SignalDialogs
        open={open && signal ? { kind: open.kind, signal } : null}
        today={today}
        currency={baseCurrency}
        onClose={() => setOpen(null)}
        onDialog={(kind) => signal && setOpen({ kind, id: signal.id })}
      />
    </Section>
  );
};
