import type { AccountPage } from "@mainstay/contract/account-page";
import { useTranslation } from "react-i18next";
import { Day } from "../../components/day.tsx";
import { LevelMark } from "../../components/level-mark.tsx";
import { Money } from "../../components/money.tsx";
import { ReasonText } from "../../components/reason-text.tsx";
import { Share } from "../../components/share.tsx";
import { MoveRow } from "../policy/move-row.tsx";
import { FigureButton } from "./figure/figure-button.tsx";
import type { Figure } from "./figure/figure-format.ts";
import plain from "./plain-table.module.css";
import { Section } from "./section.tsx";
import styles from "./standing-section.module.css";

/** Segment and grade with their reasons, what is proposed, and how the judgement changed. */
export const StandingSection = ({
  page,
  onFigure,
}: {
  page: AccountPage;
  onFigure: (figure: Figure) => void;
}) => {
  const { t } = useTranslation();
  const { standing, segmentReasons, gradeReason, history, moves, baseCurrency } = page;
  const proposed = moves.filter(({ status }) => status === "proposed");
  return (
    <Section order={7} title={t("accountPage.standing.title")}>
      <dl className={styles["standing"]}>
        <div>
          <dt>
            <FigureButton figure="segment" onFigure={onFigure}>
              {t(`glossary.segment.${standing.segment ?? "none"}`)}
            </FigureButton>
          </dt>
          <dd>
            {segmentReasons.map((reason) => (
              <p key={reason.code}>
                <ReasonText reason={reason} />
              </p>
            ))}
          </dd>
        </div>
        <div>
          <dt>
            <FigureButton figure="grade" onFigure={onFigure}>
              {t(`glossary.grade.${standing.grade ?? "none"}`)}
            </FigureButton>
          </dt>
          <dd>{gradeReason !== null && <ReasonText reason={gradeReason} />}</dd>
        </div>
      </dl>
      {proposed.length > 0 && (
        <ul className={styles["moves"]}>
          {proposed.map((move) => (
            <MoveRow
              key={move.id}
              move={move}
              currency={baseCurrency}
              mayDecide={page.account.can.decideSegment}
              showAccount={false}
            />
          ))}
        </ul>
      )}
      {history.length > 0 && (
        <div
          className={styles["history"]}
          tabIndex={0}
          role="region"
          aria-label={t("accountPage.standing.history")}
        >
          <table className={plain["table"]}>
            <caption className="visually-hidden">{t("accountPage.standing.history")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("accountPage.standing.on")}</th>
                <th scope="col">{t("account.column.segment")}</th>
                <th scope="col">{t("account.column.grade")}</th>
                <th scope="col">{t("account.column.level")}</th>
                <th scope="col" data-numeric>
                  {t("account.column.pLost")}
                </th>
                <th scope="col" data-numeric>
                  {t("account.column.revenue12m")}
                </th>
              </tr>
            </thead>
            <tbody>
              {history.map((row) => (
                <tr key={row.asOf}>
                  <td>
                    <Day on={row.asOf} absolute />
                  </td>
                  <td>{t(`glossary.segment.${row.segment ?? "none"}`)}</td>
                  <td>{t(`glossary.grade.${row.grade ?? "none"}`)}</td>
                  <td>
                    <LevelMark level={row.level} />
                  </td>
                  <td data-numeric>
                    <Share of={row.pLost} />
                  </td>
                  <td data-numeric>
                    <Money minor={row.revenue12mMinor} currency={baseCurrency} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
};
