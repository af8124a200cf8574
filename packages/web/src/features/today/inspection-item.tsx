import type { InspectionToCall } from "@mainstay/contract/inspection-to-call";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Instant } from "../../components/day.tsx";

/** Which inspection, what it asks about, and how many customers wait to be called. */
export const InspectionWhy = ({ inspection }: { inspection: InspectionToCall }) => {
  const { t } = useTranslation();
  return (
    <>
      {t("inspection.today.why", {
        number: inspection.number,
        count: inspection.waiting,
        about: t(`inspection.population.${inspection.population}`),
      })}{" "}
      <span className="muted">
        {t("inspection.today.drawn")} <Instant at={inspection.drawnAt} />
      </span>
    </>
  );
};

export const InspectionActs = ({ inspection }: { inspection: InspectionToCall }) => {
  const { t } = useTranslation();
  return (
    <Link
      to="/voice/inspections/$inspectionId"
      params={{ inspectionId: inspection.id }}
      data-first-act
    >
      <Button size="small" type="primary" tabIndex={-1}>
        {t("inspection.today.open")}
      </Button>
    </Link>
  );
};
