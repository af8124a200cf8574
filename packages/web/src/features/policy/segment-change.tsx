import type { Segment } from "@mainstay/domain/account/segment";
import { useTranslation } from "react-i18next";

/** From → to, in words. */
export const SegmentChange = ({ from, to }: { from: Segment | null; to: Segment }) => {
  const { t } = useTranslation();
  return (
    <>
      {t(`glossary.segment.${from ?? "none"}`)} <span aria-hidden="true">→</span>{" "}
      <strong>{t(`glossary.segment.${to}`)}</strong>
    </>
  );
};
