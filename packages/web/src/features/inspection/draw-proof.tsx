import { type InspectionView, inspections } from "@mainstay/contract/inspection";
import {
  type DrawCheck,
  drawChecks,
  verifyDraw,
} from "@mainstay/domain/inspection/inspection-draw";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../lib/call.ts";
import { useNotice } from "../../lib/notice.tsx";
import styles from "./inspection.module.css";

/** 抽样可复核: what was announced, what was told with the draw, and its recomputation in the reader's own browser. */
export const DrawProof = ({ view }: { view: InspectionView }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [found, setFound] = useState<Record<DrawCheck, boolean> | null>(null);
  const [isWorking, setWorking] = useState(false);
  const verify = async () => {
    setWorking(true);
    try {
      const params = { inspectionId: view.id };
      const { ids, strata } = await call(inspections.population, { params });
      const { sampleSize, populationSha256, commitmentSha256, drawn } = view;
      setFound(
        verifyDraw({
          inspectionId: view.id,
          population: ids,
          strata,
          sampleSize,
          populationSha256,
          commitmentSha256,
          drawn,
          nonce: view.nonce ?? "",
          seed: view.seed ?? "",
        }),
      );
    } catch (error) {
      notice.refused(error);
    } finally {
      setWorking(false);
    }
  };
  const rows = [
    ["population", view.populationSha256],
    ["commitment", view.commitmentSha256],
    ["nonce", view.nonce],
    ["seed", view.seed],
  ] as const;
  const isEqual = found !== null && drawChecks.every((check) => found[check]);
  return (
    <section aria-label={t("inspection.proof")} className={styles["part"]}>
      <h2>{t("inspection.proof")}</h2>
      <dl className={styles["proof"]}>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`inspection.field.${name}`)}</dt>
            <dd>{value ?? <span className="muted">{t("inspection.field.notYet")}</span>}</dd>
          </div>
        ))}
      </dl>
      {view.status !== "announced" && (
        <Button loading={isWorking} onClick={() => void verify()}>
          {t("inspection.verify")}
        </Button>
      )}
      <div role="status">
        {found !== null && (
          <>
            <p className={styles["verdict"]} data-equal={isEqual || undefined}>
              {isEqual ? t("inspection.verified") : t("inspection.notVerified")}
            </p>
            <p className="muted">
              {drawChecks
                .map(
                  (check) =>
                    `${t(`inspection.check.${check}`)}: ${found[check] ? t("inspection.equal") : t("inspection.unequal")}`,
                )
                .join(" · ")}
            </p>
          </>
        )}
      </div>
    </section>
  );
};
