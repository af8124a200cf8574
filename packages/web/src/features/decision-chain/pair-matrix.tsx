import type { DecisionChain } from "@mainstay/contract/decision-chain";
import type { PairLevelView } from "@mainstay/contract/pair-level";
import { useTranslation } from "react-i18next";
import type { ChainDialog } from "./chain-dialogs.tsx";
import { useLevelWords } from "./level-words.ts";
import styles from "./pair-section.module.css";

/** Their people down, ours across; a cell says the step now, the step wanted where it is higher, and opens the pair. */
export const PairMatrix = ({
  chain,
  onDialog,
}: {
  chain: DecisionChain;
  onDialog: (dialog: ChainDialog) => void;
}) => {
  const { t } = useTranslation();
  const nameOf = useLevelWords(chain.pairLevelNames);
  const order = new Map(chain.pairs.toReversed().map((pair) => [pair.personId, pair.gap]));
  const theirs = chain.people
    .filter(({ personId }) => order.has(personId))
    .toSorted((a, b) => (order.get(b.personId) ?? 0) - (order.get(a.personId) ?? 0));
  const ours = chain.ours.filter(({ userId }) =>
    chain.pairs.some(({ user }) => user.id === userId),
  );
  const pairOf = (personId: string, userId: string) =>
    chain.pairs.find((pair) => pair.personId === personId && pair.user.id === userId) ?? null;
  const stepsOf = (pair: PairLevelView) =>
    pair.gap > 0 && pair.desiredLevel !== null
      ? `${nameOf(pair.currentLevel)} → ${nameOf(pair.desiredLevel)}`
      : nameOf(pair.currentLevel);
  return (
    <div className={styles["scroll"]}>
      <table className={styles["matrix"]}>
        <thead>
          <tr>
            <th scope="col">
              {t("chain.pairTheirs")} × {t("chain.pairOurs")}
            </th>
            {ours.map(({ userId, name }) => (
              <th key={userId} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {theirs.map((person) => (
            <tr key={person.personId}>
              <th scope="row">{person.name}</th>
              {ours.map(({ userId, name }) => {
                const pair = pairOf(person.personId, userId);
                const words = { ours: name, theirs: person.name };
                return (
                  <td key={userId}>
                    <button
                      type="button"
                      className={styles["cell"]}
                      data-gap={pair === null ? undefined : Math.min(pair.gap, 3)}
                      disabled={pair === null ? !person.can.pair : !pair.can.edit}
                      aria-label={
                        pair === null
                          ? t("chain.pairNone", words)
                          : t("chain.pairCell", { ...words, level: stepsOf(pair) })
                      }
                      onClick={() =>
                        onDialog({ kind: "pair", pair, personId: person.personId, userId })
                      }
                    >
                      {pair === null ? "—" : stepsOf(pair)}
                      {pair?.isExecutivePairing === true && (
                        <span className={styles["executive"]}>{t("chain.pairExecutive")}</span>
                      )}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
