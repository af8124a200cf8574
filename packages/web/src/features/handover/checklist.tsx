import { type HandoverView, handovers } from "@mainstay/contract/handover";
import { formatInstant } from "@mainstay/phrases/format/format-day";
import { Checkbox } from "antd";
import { useTranslation } from "react-i18next";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import styles from "./handover.module.css";
import { staleAfterHandover } from "./stale-after-handover.ts";

/** What is to be done, who did it and when; a tick is saved at once. */
export const Checklist = ({ handover }: { handover: HandoverView }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const tick = useAct(handovers.tick, {
    refresh: staleAfterHandover,
    onError: (error) => notice.refused(error),
  });
  return (
    <ul className={styles["checklist"]}>
      {handover.items.map(({ key, isMandatory, doneAt, doneBy, note }) => (
        <li key={key}>
          <Checkbox
            checked={doneAt !== null}
            disabled={!handover.can.tick || tick.isPending}
            onChange={(event) =>
              tick.mutate({
                params: { handoverId: handover.id, itemKey: key },
                body: { isDone: event.target.checked },
                ifMatch: handover.version,
              })
            }
          >
            {t(`handover.item.${key}`)}
            {isMandatory && doneAt === null && (
              <span className={styles["must"]}>{t("handover.mandatory")}</span>
            )}
          </Checkbox>
          {doneAt !== null && (
            <span className={styles["doneBy"]}>
              {doneBy === null
                ? formatInstant(doneAt)
                : t("handover.doneBy", { name: doneBy.name, at: formatInstant(doneAt) })}
            </span>
          )}
          {note !== "" && <span className={styles["doneBy"]}>{note}</span>}
        </li>
      ))}
    </ul>
  );
};
