import { formatNumber } from "@mainstay/phrases/format/format-number";
import { useTranslation } from "react-i18next";
import { Money } from "../../components/money.tsx";
import plain from "../account-page/plain-table.module.css";
import type { MoveSum } from "./preview-moves.ts";
import { SegmentChange } from "./segment-change.tsx";

/** How many accounts move from where to where, and what revenue goes with them. */
export const MovesTable = ({
  moves,
  currency,
}: {
  moves: readonly MoveSum[];
  currency: string;
}) => {
  const { t } = useTranslation();
  return (
    <table className={plain["table"]}>
      <thead>
        <tr>
          <th scope="col">{t("policy.moves")}</th>
          <th scope="col" data-numeric>
            {t("policy.accounts")}
          </th>
          <th scope="col" data-numeric>
            {t("policy.revenue")}
          </th>
        </tr>
      </thead>
      <tbody>
        {moves.map((move) => (
          <tr key={`${move.from}-${move.to}`}>
            <td>
              <SegmentChange from={move.from} to={move.to} />
            </td>
            <td data-numeric>{formatNumber(move.accounts)}</td>
            <td data-numeric>
              <Money minor={move.revenue12mMinor} currency={currency} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
