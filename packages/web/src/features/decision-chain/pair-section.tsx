import type { DecisionChain } from "@mainstay/contract/decision-chain";
import type { PairLevelView } from "@mainstay/contract/pair-level";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useIsPhone } from "../../lib/media.ts";
import type { ChainDialog } from "./chain-dialogs.tsx";
import { useLevelWords } from "./level-words.ts";
import { PairMatrix } from "./pair-matrix.tsx";
import styles from "./pair-section.module.css";

type Open = (dialog: ChainDialog) => void;

/** Executives of theirs without one of ours, and who should be. */
const MissingPairings = ({ chain, onDialog }: { chain: DecisionChain; onDialog: Open }) => {
  const { t } = useTranslation();
  if (chain.missingExecutivePairings.length === 0) return null;
  const theirs = (id: string) => chain.people.find(({ personId }) => personId === id)?.name ?? "";
  return (
    <div className={styles["missing"]}>
      <h3>{t("chain.executiveMissing")}</h3>
      <ul>
        {chain.missingExecutivePairings.map(({ personId, userId }) => {
          const ours = chain.ours.find((one) => one.userId === userId)?.name;
          return (
            <li key={personId} className={styles["suggestion"]}>
              {ours === undefined ? (
                t("chain.executiveNobody", { theirs: theirs(personId) })
              ) : (
                <>
                  {t("chain.executiveSuggest", { theirs: theirs(personId), ours })}
                  <Button
                    size="small"
                    onClick={() => onDialog({ kind: "pair", pair: null, personId, userId })}
                  >
                    {t("chain.pairAdd")}
                  </Button>
                </>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
};

const PairList = ({ chain, onDialog }: { chain: DecisionChain; onDialog: Open }) => {
  const { t } = useTranslation();
  const nameOf = useLevelWords(chain.pairLevelNames);
  const wanted = (pair: PairLevelView) =>
    pair.gap > 0 && pair.desiredLevel !== null
      ? `${nameOf(pair.currentLevel)} → ${nameOf(pair.desiredLevel)}`
      : nameOf(pair.currentLevel);
  return (
    <ul className={styles["list"]}>
      {chain.pairs.map((pair) => (
        <li key={pair.id}>
          <button
            type="button"
            className={styles["row"]}
            disabled={!pair.can.edit}
            onClick={() => onDialog({ kind: "pair", pair, personId: null, userId: null })}
          >
            <span>
              {pair.user.name} ×{" "}
              {chain.people.find(({ personId }) => personId === pair.personId)?.name}
            </span>
            <span className="muted">
              {wanted(pair)} ·{" "}
              {pair.gap > 0 ? t("chain.pairGap", { count: pair.gap }) : t("chain.pairNoGap")}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
};

/** Who of ours knows whom of theirs how well; the widest gaps first. */
export const PairSection = ({ chain, onDialog }: { chain: DecisionChain; onDialog: Open }) => {
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  const mayAdd = chain.people.some(({ can }) => can.pair);
  return (
    <section aria-labelledby="chain-pairs" className={styles["section"]}>
      <div className={styles["head"]}>
        <h2 id="chain-pairs">{t("chain.pairs")}</h2>
        {!chain.profileHidden && <span className={styles["about"]}>{t("chain.pairsAbout")}</span>}
        <span className={styles["acts"]}>
          {chain.can.nameLevels && (
            <Button size="small" type="text" onClick={() => onDialog({ kind: "names" })}>
              {t("chain.nameLevels")}
            </Button>
          )}
          {mayAdd && (
            <Button
              size="small"
              onClick={() => onDialog({ kind: "pair", pair: null, personId: null, userId: null })}
            >
              {t("chain.pairAdd")}
            </Button>
          )}
        </span>
      </div>
      <MissingPairings chain={chain} onDialog={onDialog} />
      {chain.pairs.length === 0 && (
        <p className="muted">
          {chain.profileHidden ? t("chain.pairsHidden") : t("chain.pairsEmpty")}
        </p>
      )}
      {chain.pairs.length > 0 &&
        (isPhone ? (
          <PairList chain={chain} onDialog={onDialog} />
        ) : (
          <PairMatrix chain={chain} onDialog={onDialog} />
        ))}
    </section>
  );
};
