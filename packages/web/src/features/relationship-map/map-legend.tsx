import { stances } from "@mainstay/domain/stance/stance";
import { tieKinds } from "@mainstay/domain/tie/tie-kind";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { StanceMark } from "../decision-chain/stance-mark.tsx";
import { lookOfTie, widthOfTie } from "./map-line.ts";
import styles from "./map-screen.module.css";

/** What shapes, sizes, rings and dashes mean. */
export const MapLegend = () => {
  const { t } = useTranslation();
  const [isOpen, open] = useState(false);
  return (
    <div className={styles["legend"]}>
      <Button size="small" type="text" aria-expanded={isOpen} onClick={() => open(!isOpen)}>
        {t("map.legend.open")}
      </Button>
      {isOpen && (
        <div className={styles["legendBody"]}>
          <section>
            <h3>{t("map.legend.stance")}</h3>
            <ul>
              {[...stances, null].map((stance) => (
                <li key={stance ?? "unknown"}>
                  <StanceMark stance={stance} />
                </li>
              ))}
            </ul>
          </section>
          <section>
            <h3>{t("map.legend.lines")}</h3>
            <ul>
              <li>
                <svg width={44} height={10} aria-hidden="true">
                  <path d="M0 5H44" stroke="var(--line-strong)" strokeWidth={1.5} />
                </svg>
                {t("map.legend.reporting")}
              </li>
              {tieKinds.map((kind) => {
                const look = lookOfTie(kind);
                return (
                  <li key={kind}>
                    <svg width={44} height={10} aria-hidden="true">
                      <path
                        d={look.hasArrow ? "M1 5H43M37 1l6 4-6 4" : "M1 5H43"}
                        fill="none"
                        stroke={`var(${look.colour})`}
                        strokeWidth={widthOfTie(2)}
                        strokeDasharray={look.dash}
                        strokeLinecap="round"
                      />
                    </svg>
                    {t(`map.tieKind.${kind}`)}
                  </li>
                );
              })}
            </ul>
          </section>
          <section>
            <ul>
              {(["size", "ring", "stale", "placeholder"] as const).map((word) => (
                <li key={word}>{t(`map.legend.${word}`)}</li>
              ))}
            </ul>
          </section>
        </div>
      )}
    </div>
  );
};
