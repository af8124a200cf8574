import { accounts } from "@mainstay/contract/account";
import type { Grade } from "@mainstay/domain/account/grade";
import { grades } from "@mainstay/domain/account/grade";
import type { Segment } from "@mainstay/domain/account/segment";
import { segments } from "@mainstay/domain/account/segment";
import { Drawer } from "antd";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../../components/error-state.tsx";
import { Skeleton } from "../../../components/skeleton.tsx";
import { usePreferences } from "../../../lib/preferences.ts";
import { useAnswer } from "../../../lib/query.ts";
import type { Figure, FigureAnswer, FigureVoice } from "./figure-format.ts";
import { formatFigure } from "./figure-format.ts";
import { FigureRows } from "./figure-rows.tsx";
import styles from "./figure-drawer.module.css";

const useFigureVoice = (currency: string): FigureVoice => {
  const { t } = useTranslation();
  const { locale, amountUnit } = usePreferences();
  return {
    locale,
    amountUnit,
    currency,
    notApplicable: t("app.notApplicable"),
    word: (value) =>
      segments.includes(value as Segment)
        ? t(`glossary.segment.${value as Segment}`)
        : grades.includes(value as Grade)
          ? t(`glossary.grade.${value as Grade}`)
          : t("app.unknown"),
  };
};

const Explained = ({ answer, currency }: { answer: FigureAnswer; currency: string }) => {
  const { t, i18n } = useTranslation();
  const voice = useFigureVoice(currency);
  const known = answer.inputs.filter(({ key }) => i18n.exists(`figure.input.${key}`));
  return (
    <>
      <p className={styles["value"]}>
        {answer.word !== null
          ? voice.word(answer.word)
          : answer.unit === "day"
            ? formatFigure(
                answer.inputs.find(({ key }) => key === "next_expected_on")?.value ?? null,
                "day",
                voice,
              )
            : formatFigure(answer.value, answer.unit, voice)}
      </p>
      <h3>{t("figure.formula")}</h3>
      <p className={styles["words"]}>{t(`figure.words.${answer.figure}`)}</p>
      {known.length > 0 && (
        <>
          <h3>{t("figure.inputs")}</h3>
          <dl className={styles["inputs"]}>
            {known.map(({ key, value, unit }) => (
              <div key={key}>
                <dt>{t(`figure.input.${key}` as "figure.input.order_days")}</dt>
                <dd className="numeric">{formatFigure(value, unit, voice)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <h3>{t("figure.rows")}</h3>
      <FigureRows figure={answer.figure} rows={answer.rows} currency={currency} />
      <p className={styles["about"]}>
        {answer.asOf !== null && t("figure.asOf", { on: answer.asOf })}
        {answer.modelVersion !== null &&
          ` · ${t("figure.model", { version: answer.modelVersion })}`}
      </p>
    </>
  );
};

/** A number's formula in words, what went in, and the order-days it was made of. */
export const FigureDrawer = ({
  accountId,
  figure,
  currency,
  onClose,
}: {
  accountId: string;
  figure: Figure;
  currency: string;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const found = useAnswer(accounts.figure, { params: { accountId, figure } });
  return (
    <Drawer open onClose={onClose} size="min(480px, 100vw)" title={t(`figure.name.${figure}`)}>
      {found.isError ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : found.data ? (
        <Explained answer={found.data} currency={currency} />
      ) : (
        <Skeleton lines={6} />
      )}
    </Drawer>
  );
};
