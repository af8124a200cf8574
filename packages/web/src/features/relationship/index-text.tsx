import { useTranslation } from "react-i18next";

/** A support index as people write it: a sign, a whole number. */
export const indexText = (value: number): string => {
  const whole = Math.round(value);
  return `${whole > 0 ? "+" : whole < 0 ? "−" : ""}${Math.abs(whole)}`;
};

/** A support index; 不适用 where there is no chain, greyed where too little of it is known. */
export const IndexText = ({
  value,
  isGreyed = false,
}: {
  value: number | null;
  isGreyed?: boolean;
}) => {
  const { t } = useTranslation();
  if (value === null) return <span className="muted">{t("app.notApplicable")}</span>;
  return (
    <span
      className={isGreyed ? "numeric muted" : "numeric"}
      title={isGreyed ? t("relationship.greyed") : undefined}
    >
      {indexText(value)}
    </span>
  );
};
