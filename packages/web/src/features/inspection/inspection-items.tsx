import type { InspectionItem, InspectionView } from "@mainstay/contract/inspection";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { Day, Instant } from "../../components/day.tsx";
import { useSession } from "../../lib/session.ts";
import styles from "./inspection.module.css";

const CallDialog = lazy(() =>
  import("./inspection-call-dialog.tsx").then((m) => ({ default: m.InspectionCallDialog })),
);

/** Whom to call about what, and what they said. */
export const InspectionItems = ({ view }: { view: InspectionView }) => {
  const { t } = useTranslation();
  const [calling, setCalling] = useState<InspectionItem | null>(null);
  return (
    <section aria-label={t("inspection.items")} className={styles["part"]}>
      <h2>{t("inspection.items")}</h2>
      <ul className={styles["list"]}>
        {view.items.map((item) => (
          <Item key={item.id} item={item} onCall={() => setCalling(item)} />
        ))}
      </ul>
      <Suspense>
        {calling && (
          <CallDialog inspectionId={view.id} item={calling} onClose={() => setCalling(null)} />
        )}
      </Suspense>
    </section>
  );
};

const Item = ({ item, onCall }: { item: InspectionItem; onCall: () => void }) => {
  const { t } = useTranslation();
  const { today } = useSession().workspace;
  const { subject } = item;
  return (
    <li className={styles["item"]}>
      <span className={styles["position"]}>{item.position}</span>
      <div className={styles["words"]}>
        <span>
          <strong>{item.account.name}</strong>
          {subject?.person ? ` · ${subject.person.name}` : ""}
          {item.department ? <span className="muted"> · {item.department.name}</span> : null}
        </span>
        {subject === null ? (
          <span className="muted">{t("inspection.gone")}</span>
        ) : (
          <span>
            {subject.kind === "case" ? (
              <Link to="/cases/$caseId" params={{ caseId: subject.id }}>
                {t("inspection.caseOf", { number: subject.number ?? 0 })} {subject.title}
              </Link>
            ) : (
              subject.title
            )}{" "}
            <span className="muted">
              <Day on={subject.on} today={today} />
            </span>
          </span>
        )}
        {item.calls.map((call) => (
          <div key={call.id} className={styles["call"]}>
            <span className="muted">
              {call.by.name} · <Instant at={call.calledAt} />
            </span>{" "}
            {call.outcome === "not_reached"
              ? t("closing.call.not_reached")
              : [
                  call.score !== null && t("closing.score", { score: call.score }),
                  call.recordTrue !== null &&
                    (call.recordTrue ? t("inspection.true") : t("inspection.untrue")),
                ]
                  .filter(Boolean)
                  .join(" · ")}
            {call.words !== "" && <p className={styles["typed"]}>{call.words}</p>}
            {call.caseId !== null && (
              <Link to="/cases/$caseId" params={{ caseId: call.caseId }}>
                {t("inspection.openedCase")}
              </Link>
            )}
          </div>
        ))}
      </div>
      <span className={styles["status"]} data-status={item.status}>
        {t(`inspection.itemStatus.${item.status}`)}
        {item.status === "waiting" && (
          <span className="muted">
            {" "}
            {item.inspector
              ? t("inspection.inspector", { name: item.inspector.name })
              : t("inspection.nobody")}
          </span>
        )}
      </span>
      {item.can.callBack && (
        <Button size="small" onClick={onCall}>
          {t("closing.callBack")}
        </Button>
      )}
    </li>
  );
};
