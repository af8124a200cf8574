import type { SignalRulePreview } from "@mainstay/contract/signal-rule";
import { signals } from "@mainstay/contract/signal";
import type { AnswerOf } from "@mainstay/contract/endpoint/endpoint";
import { type SignalKind, signalKinds } from "@mainstay/domain/signal/signal-kind";
import type { SignalRules } from "@mainstay/domain/signal-rule/signal-rules";
import { Switch } from "antd";
import { useTranslation } from "react-i18next";
import { useMoneyText } from "../../components/money.tsx";
import { useAnswer } from "../../lib/query.ts";
import styles from "./kind-table.module.css";

type Precision = AnswerOf<typeof signals.precision>["kinds"][number];
type Previewed = SignalRulePreview["kinds"][number];

const PrecisionCell = ({ found, currency }: { found: Precision | undefined; currency: string }) => {
  const { t } = useTranslation();
  const moneyText = useMoneyText();
  const decided = (found?.real ?? 0) + (found?.falseAlarms ?? 0);
  if (!found || decided === 0)
    return <span className="muted">{t("signalRule.precisionNone")}</span>;
  return (
    <>
      {t("signalRule.precision", { count: decided, real: found.real })}
      {(found.savedMinor > 0 || found.lostMinor > 0) && (
        <small>
          {t("signalRule.savedLost", {
            saved: moneyText(found.savedMinor, currency),
            lost: moneyText(found.lostMinor, currency),
          })}
        </small>
      )}
    </>
  );
};

const PreviewCells = ({ row, stepDays }: { row: Previewed; stepDays: number }) => {
  const { t } = useTranslation();
  const isDecided = row.knownReal + row.knownFalse > 0;
  const basis = row.basis === "replayed" && stepDays > 1 ? "replayedSeldom" : row.basis;
  return (
    <>
      <td data-wide data-label={t("signalRule.columns.raised")}>
        {row.basis === "today" ? "—" : t("signalRule.raised", { count: row.raised })}
        {row.basis !== "today" && row.raised > 0 && (
          <small>{t("signalRule.raisedAccounts", { count: row.accounts })}</small>
        )}
      </td>
      <td data-wide data-label={t("signalRule.columns.known")}>
        {row.basis === "today" || row.raised === 0
          ? "—"
          : isDecided
            ? t("signalRule.known", { real: row.knownReal, unreal: row.knownFalse })
            : t("signalRule.knownNone")}
      </td>
      <td data-wide data-label={t("signalRule.columns.standing")} className="numeric">
        {row.standingToday}
      </td>
      <td data-wide data-label={t("signalRule.columns.basis")}>
        {t(`signalRule.basis.${basis}`)}
        {row.historyFrom !== null && row.basis !== "today" && (
          <small>{t("signalRule.since", { on: row.historyFrom })}</small>
        )}
      </td>
    </>
  );
};

/** Every kind with its switch, how often it was real so far, and what the drafted rules would have raised. */
export const KindTable = ({
  rules,
  preview,
  mayChange,
  onChange,
}: {
  rules: SignalRules;
  preview: SignalRulePreview | undefined;
  mayChange: boolean;
  onChange: (rules: SignalRules) => void;
}) => {
  const { t } = useTranslation();
  const precision = useAnswer(signals.precision, {});
  const of = new Map(precision.data?.kinds.map((one) => [one.kind, one]));
  const previewed = new Map(preview?.kinds.map((one) => [one.kind, one]));
  const turn = (kind: SignalKind, isOn: boolean) =>
    onChange({
      ...rules,
      off: isOn ? rules.off.filter((one) => one !== kind) : [...rules.off, kind],
    });
  return (
    <div className={styles["wrap"]} tabIndex={0} role="region" aria-label={t("signalRule.kinds")}>
      <table className={styles["table"]}>
        <thead>
          <tr>
            <th scope="col">{t("signalRule.columns.kind")}</th>
            <th scope="col">{t("signalRule.columns.on")}</th>
            <th scope="col">{t("signalRule.columns.precision")}</th>
            {preview && (
              <>
                <th scope="col">{t("signalRule.columns.raised")}</th>
                <th scope="col">{t("signalRule.columns.known")}</th>
                <th scope="col">{t("signalRule.columns.standing")}</th>
                <th scope="col">{t("signalRule.columns.basis")}</th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {signalKinds.map((kind) => {
            const isOn = !rules.off.includes(kind);
            const row = previewed.get(kind);
            return (
              <tr key={kind} data-on={isOn}>
                <th scope="row">{t(`glossary.signalKind.${kind}`)}</th>
                <td>
                  <Switch
                    size="small"
                    checked={isOn}
                    disabled={!mayChange}
                    aria-label={t("signalRule.switchOf", {
                      kind: t(`glossary.signalKind.${kind}`),
                    })}
                    onChange={(next) => turn(kind, next)}
                  />
                </td>
                <td data-wide data-label={t("signalRule.columns.precision")}>
                  <PrecisionCell
                    found={of.get(kind)}
                    currency={precision.data?.baseCurrency ?? ""}
                  />
                </td>
                {row && preview && <PreviewCells row={row} stepDays={preview.stepDays} />}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
};
