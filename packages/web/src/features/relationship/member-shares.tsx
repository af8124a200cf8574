import type { MemberShare, Relationship } from "@mainstay/contract/relationship";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { staleAfterDays } from "@mainstay/domain/stance/standing-stance";
import { freshness as freshnessOf } from "@mainstay/domain/relationship/freshness";
import { formatNumber } from "@mainstay/phrases/format/format-number";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Day } from "../../components/day.tsx";
import { StanceMark } from "../decision-chain/stance-mark.tsx";
import styles from "./member-shares.module.css";
import { PathDialog } from "./path-dialog.tsx";

const freshestStale = freshnessOf(staleAfterDays + 1);

/** Each member's part in the figures, heaviest first; the points sum up to the support index. */
export const MemberShares = ({
  relationship,
  today,
}: {
  relationship: Relationship;
  today: IsoDay;
}) => {
  const { t } = useTranslation();
  const [target, setTarget] = useState<MemberShare | null>(null);
  const { memberShares, account } = relationship;
  if (memberShares === null) return <p className="muted">{t("relationship.membersHidden")}</p>;
  if (memberShares.length === 0) return <p className="muted">{t("relationship.membersNone")}</p>;
  return (
    <>
      <div className={styles["scroll"]}>
        <table className={styles["rows"]}>
          <thead>
            <tr>
              <th scope="col">{t("relationship.column.person")}</th>
              <th scope="col">{t("relationship.column.role")}</th>
              <th scope="col">{t("relationship.column.weight")}</th>
              <th scope="col">{t("relationship.column.stance")}</th>
              <th scope="col">{t("relationship.column.points")}</th>
              <th scope="col">{t("relationship.column.coverage")}</th>
              <th scope="col">{t("relationship.column.lastContact")}</th>
              <th scope="col">{t("relationship.column.path")}</th>
            </tr>
          </thead>
          <tbody>
            {memberShares.map((member) => (
              <MemberRow
                key={member.personId}
                member={member}
                today={today}
                onPath={() => setTarget(member)}
              />
            ))}
          </tbody>
        </table>
      </div>
      {target !== null && (
        <PathDialog accountId={account.id} person={target} onClose={() => setTarget(null)} />
      )}
    </>
  );
};

const MemberRow = ({
  member,
  today,
  onPath,
}: {
  member: MemberShare;
  today: IsoDay;
  onPath: () => void;
}) => {
  const { t } = useTranslation();
  const { freshness, stanceValue, weight, influence, points } = member;
  return (
    <tr>
      <th scope="row">
        <Link to={`/people/${member.personId}` as string}>{member.name}</Link>
        {member.isKeyPerson && <span className={styles["key"]}>{t("relationship.key")}</span>}
        {member.title !== null && <div className={styles["title"]}>{member.title}</div>}
      </th>
      <td data-label={t("relationship.column.role")}>
        {t(`glossary.buyingRole.${member.role ?? "none"}`)}
      </td>
      <td data-label={t("relationship.column.weight")}>
        <span className="numeric">{formatNumber(weight, 1)}</span>
        <div className={styles["title"]}>
          {t("relationship.weightOf", {
            influence,
            factor: formatNumber(weight / influence, 1),
          })}
          {member.isInfluenceAssumed && <> · {t("relationship.assumed")}</>}
        </div>
      </td>
      <td data-label={t("relationship.column.stance")}>
        <StanceMark
          stance={member.stance}
          isStale={freshness !== null && freshness <= freshestStale}
        />
        {freshness !== null && stanceValue !== null && (
          <div className={`${styles["title"]} numeric`}>
            {formatNumber(stanceValue, 1)} × {formatNumber(freshness, 2)}
          </div>
        )}
      </td>
      <td data-label={t("relationship.column.points")}>
        <span className="numeric">
          {points > 0 ? "+" : ""}
          {formatNumber(points, 1)}
        </span>
      </td>
      <td data-label={t("relationship.column.coverage")}>
        <span className="numeric">{formatNumber(member.coverage, 2)}</span>
      </td>
      <td data-label={t("relationship.column.lastContact")}>
        {member.lastContactOn === null ? (
          <span className="muted">{t("relationship.neverMet")}</span>
        ) : (
          <Day on={member.lastContactOn} today={today} />
        )}
      </td>
      <td>
        {!member.isPlaceholder && (
          <Button size="small" type="link" style={{ paddingInline: 0 }} onClick={onPath}>
            {t("relationship.findPath")}
          </Button>
        )}
      </td>
    </tr>
  );
};
