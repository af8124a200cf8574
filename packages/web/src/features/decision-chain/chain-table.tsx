import type { ChainPerson, DecisionChain } from "@mainstay/contract/decision-chain";
import { useTranslation } from "react-i18next";
import { ChainRow } from "./chain-row.tsx";
import styles from "./chain-table.module.css";
import type { ChainDialog } from "./chain-dialogs.tsx";

const columns = ["person", "role", "stance", "influence", "style", "play", "actions"] as const;

/** People of the chain, the weightiest first; on a phone each is a card. */
export const ChainTable = ({
  chain,
  people,
  onDialog,
}: {
  chain: DecisionChain;
  people: readonly ChainPerson[];
  onDialog: (dialog: ChainDialog) => void;
}) => {
  const { t } = useTranslation();
  const shown = chain.profileHidden ? (["person", "role"] as const) : columns;
  return (
    <table className={styles["table"]}>
      <thead>
        <tr>
          {shown.map((column) => (
            <th key={column} scope="col">
              {column === "actions" ? (
                <span className="visually-hidden">{t(`chain.columns.${column}`)}</span>
              ) : (
                t(`chain.columns.${column}`)
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <ChainRow key={person.personId} chain={chain} person={person} onDialog={onDialog} />
        ))}
      </tbody>
    </table>
  );
};
