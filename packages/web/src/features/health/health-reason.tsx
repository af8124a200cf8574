import type { HealthReasonView } from "@mainstay/contract/health";
import type { VoiceScale } from "@mainstay/domain/survey/survey-kind";
import { formatShare } from "@mainstay/phrases/format/format-number";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { indexText } from "../relationship/index-text.tsx";

const pageOf = {
  orders: "",
  relationship: "/support",
  voice: "",
  cases: "",
  payments: "",
  handovers: "/cycle",
  contract: "",
} as const;

/** Where the rows behind a reason are. */
const linkOfReason = (accountId: string, { link }: HealthReasonView): string =>
  `/accounts/${accountId}${pageOf[link]}`;

/** A reason of health as one complete sentence. */
const useHealthReasonWords = () => {
  const { t } = useTranslation();
  return ({ code, params }: HealthReasonView): string => {
    const number = (name: string) => (typeof params[name] === "number" ? params[name] : 0);
    if (code === "rhythm_broken")
      return typeof params["days"] === "number"
        ? t("health.reason.rhythm_broken", { days: params["days"] })
        : t("health.reason.rhythm_broken_unknown");
    if (code === "contact_left")
      return t("health.reason.contact_left", { count: number("people") });
    if (code === "low_relationship")
      return t("health.reason.low_relationship", {
        coverage: formatShare(number("coverage")),
        supportIndex: indexText(number("supportIndex")),
      });
    if (code === "low_payment")
      return t("health.reason.low_payment", { days: Math.round(number("days")) });
    if (code === "low_rhythm")
      return t("health.reason.low_rhythm", { share: formatShare(number("share")) });
    if (code === "buyer_dissatisfied")
      return t("health.reason.buyer_dissatisfied", {
        score: number("score"),
        scale: t(`health.scale.${params["scale"] as VoiceScale}`),
        days: number("days"),
      });
    if (code === "case_overdue") return t("health.reason.case_overdue", { count: number("cases") });
    if (code === "low_voice")
      return t("health.reason.low_voice", { count: number("answers"), score: number("score") });
    return t(`health.reason.${code}`, { score: number("score") });
  };
};

/** The reasons, each leading to its rows. */
export const HealthReasons = ({
  accountId,
  reasons,
}: {
  accountId: string;
  reasons: readonly HealthReasonView[];
}) => {
  const { t } = useTranslation();
  const words = useHealthReasonWords();
  if (reasons.length === 0) return <span className="muted">{t("health.noReasons")}</span>;
  return (
    <ul>
      {reasons.map((reason) => (
        <li key={reason.code}>
          <p>
            {words(reason)}{" "}
            <Link to={linkOfReason(accountId, reason) as string}>{t("health.look")}</Link>
          </p>
        </li>
      ))}
    </ul>
  );
};
