import { type DecisionChain, decisionChains } from "@mainstay/contract/decision-chain";
import { type PairLevelView, pairLevels } from "@mainstay/contract/pair-level";
import type { PairLevel } from "@mainstay/domain/pair-level/pair-level";
import { useTranslation } from "react-i18next";
import { useAskConflict } from "../../components/ask-conflict.tsx";
import { call } from "../../lib/call.ts";
import { isProblem } from "../../lib/problem.ts";
import { useAct } from "../../lib/query.ts";
import { staleAfterChainChange } from "./chain-acts.ts";
import { useLevelWords } from "./level-words.ts";

interface PairChange {
  readonly currentLevel: PairLevel;
  readonly desiredLevel: PairLevel | null;
  readonly isExecutivePairing: boolean;
  readonly note: string;
}

/** Saves a pair; where a colleague was quicker it shows both versions and asks which stays. */
export const usePairEdit = (chain: DecisionChain, onSaved: () => void) => {
  const { t } = useTranslation();
  const ask = useAskConflict();
  const nameOf = useLevelWords(chain.pairLevelNames);
  const edit = useAct(pairLevels.edit, { refresh: staleAfterChainChange, onSuccess: onSaved });
  const wanted = (level: PairLevel | null) =>
    level === null ? t("chain.noDesired") : nameOf(level);
  const save = (pair: PairLevelView, body: PairChange) =>
    edit.mutate(
      { params: { pairLevelId: pair.id }, ifMatch: pair.version, body },
      {
        onError: (error) => {
          if (isProblem(error, "request.version_conflict")) void settle(pair, body);
        },
      },
    );
  const settle = async (pair: PairLevelView, mine: PairChange): Promise<void> => {
    const now = await call(decisionChains.get, { params: { accountId: chain.account.id } });
    const theirs = now.pairs.find(({ id }) => id === pair.id);
    if (!theirs) return onSaved();
    const keepsMine = await ask(t("chain.pairEdit"), [
      {
        label: t("chain.pairCurrent"),
        mine: nameOf(mine.currentLevel),
        theirs: nameOf(theirs.currentLevel),
      },
      {
        label: t("chain.pairDesired"),
        mine: wanted(mine.desiredLevel),
        theirs: wanted(theirs.desiredLevel),
      },
      { label: t("chain.pairNote"), mine: mine.note, theirs: theirs.note },
    ]);
    if (keepsMine) save(theirs, mine);
    else onSaved();
  };
  const isConflict = isProblem(edit.error, "request.version_conflict");
  return { save, isPending: edit.isPending, error: isConflict ? null : edit.error };
};
