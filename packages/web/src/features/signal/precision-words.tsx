import { signals } from "@mainstay/contract/signal";
import type { SignalKind } from "@mainstay/domain/signal/signal-kind";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../lib/query.ts";

/** How often warnings of the kind were real so far; says nothing while nobody has decided any. */
export const PrecisionWords = ({ kind }: { kind: SignalKind }) => {
  const { t } = useTranslation();
  const found = useAnswer(signals.precision, {}, { staleTime: 300_000 });
  const row = found.data?.kinds.find((one) => one.kind === kind);
  const count = (row?.real ?? 0) + (row?.falseAlarms ?? 0);
  return row && count > 0 ? (
    <p className="muted">{t("signal.precision", { count, real: row.real })}</p>
  ) : null;
};
