import {
  type ChangeDetail,
  type ChangeVersion,
  requirementChanges,
} from "@mainstay/contract/requirement-change";
import { formatInstant } from "@mainstay/phrases/format/format-day";
import { confirmationSides } from "@mainstay/domain/requirement-change/change-status";
import { Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Day } from "../../components/day.tsx";
import { addressOf } from "../../lib/call.ts";
import { useChangeWords } from "./change-words.ts";
import styles from "./change.module.css";

/** One version: what it asks for, what differs from the one before, who confirmed it, and the hashes by which it is known. */
export const VersionCard = ({
  change,
  version,
}: {
  change: ChangeDetail;
  version: ChangeVersion;
}) => {
  const { t } = useTranslation();
  const words = useChangeWords();
  const isNewest = version.number === change.newest.number;
  const params = { changeId: change.id, number: version.number };
  const cell = (label: string, value: ReactNode) => (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
  return (
    <section className={styles["version"]} aria-label={t("requirementChange.version", params)}>
      <div className={styles["versionHead"]}>
        <h2>
          {t("requirementChange.version", { number: version.number })}
          {isNewest && change.versions.length > 1 && ` · ${t("requirementChange.newest")}`}
        </h2>
        <Button size="small" href={addressOf(requirementChanges.print, params)} download>
          {t(
            version.sentAt === null
              ? "requirementChange.act.printDraft"
              : "requirementChange.act.print",
          )}
        </Button>
      </div>
      <p className="muted">
        {t("requirementChange.madeBy", {
          name: version.madeBy?.name ?? "",
          at: formatInstant(version.madeAt),
        })}{" "}
        ·{" "}
        {version.sentAt === null
          ? t("requirementChange.notSent")
          : t("requirementChange.sentAt", {
              name: version.sentBy?.name ?? "",
              at: formatInstant(version.sentAt),
            })}
      </p>
      {version.changed.length > 0 && (
        <p>
          {t("requirementChange.changed", {
            fields: version.changed
              .map((field) => t(`requirementChange.field.${field}`))
              .join(t("requirementChange.comma")),
          })}
        </p>
      )}
      <h3>{t("requirementChange.field.scope")}</h3>
      <p className={styles["scope"]}>{version.scope}</p>
      <dl className={styles["facts"]}>
        {cell(t("requirementChange.field.feeMinor"), words.fee(version))}
        {cell(t("requirementChange.field.scheduleDays"), words.days(version.scheduleDays))}
        {version.deliverOn !== null &&
          cell(t("requirementChange.field.deliverOn"), <Day on={version.deliverOn} absolute />)}
      </dl>
      <h3>{t("requirementChange.confirmations")}</h3>
      <ul className={styles["confirmations"]}>
        {confirmationSides.map((side) => {
          const found = version.confirmations.find((one) => one.side === side);
          const name = found?.by?.name ?? t("requirementChange.erased");
          return (
            <li key={side}>
              {found === undefined ? (
                <span className="muted">
                  {t(`requirementChange.side.${side}`)}: {t("requirementChange.notYet")}
                </span>
              ) : side === "ours" ? (
                t("requirementChange.confirmedByOurs", {
                  name,
                  at: formatInstant(found.recordedAt),
                })
              ) : (
                <>
                  <p>
                    {t("requirementChange.confirmedByTheirs", {
                      name,
                      on: found.signedOn,
                      recorder: found.recordedBy?.name ?? "",
                    })}{" "}
                    {found.paper !== null && (
                      <a href={addressOf(requirementChanges.signedPaper, params)} download>
                        {t("requirementChange.act.signed")}
                      </a>
                    )}
                  </p>
                  {found.paper !== null && (
                    <div className={styles["hash"]} title={t("requirementChange.signedHash")}>
                      {found.paper.sha256}
                    </div>
                  )}
                </>
              )}
            </li>
          );
        })}
      </ul>
      <h3>{t("requirementChange.contentHash")}</h3>
      <p className={styles["hash"]}>{version.contentSha256}</p>
      {version.paperSha256 !== null && (
        <>
          <h3>{t("requirementChange.paperHash")}</h3>
          <p className={styles["hash"]}>{version.paperSha256}</p>
        </>
      )}
    </section>
  );
};
