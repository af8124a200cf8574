import { formatNumber, formatShare } from "@mainstay/phrases/format/format-number";
import { useTranslation } from "react-i18next";

/** A share or probability as per cent; `signed` for growth; 不适用 where there is none. */
export const Share = ({
  of,
  signed = false,
  decimals = 0,
}: {
  of: number | null | undefined;
  signed?: boolean;
  decimals?: number;
}) => {
  const { t } = useTranslation();
  if (of === null || of === undefined)
    return <span className="muted">{t("app.notApplicable")}</span>;
  const text = signed
    ? `${of > 0 ? "+" : ""}${formatNumber(of * 100, decimals)}%`
    : formatShare(of, decimals);
  return <span className="numeric">{text}</span>;
};
