import type { ChainPerson, DecisionChain } from "@mainstay/contract/decision-chain";
import type { PairLevelView } from "@mainstay/contract/pair-level";
import { Suspense, lazy } from "react";

const Stance = lazy(() =>
  import("./assess-dialogs.tsx").then((m) => ({ default: m.AssessStanceDialog })),
);
const Influence = lazy(() =>
  import("./assess-dialogs.tsx").then((m) => ({ default: m.AssessInfluenceDialog })),
);
const Style = lazy(() =>
  import("./assess-dialogs.tsx").then((m) => ({ default: m.AssessStyleDialog })),
);
const Rank = lazy(() => import("./rank-dialog.tsx").then((m) => ({ default: m.RankDialog })));
const Buyer = lazy(() => import("./buyer-dialog.tsx").then((m) => ({ default: m.BuyerDialog })));
const Pair = lazy(() => import("./pair-dialog.tsx").then((m) => ({ default: m.PairDialog })));
const Names = lazy(() =>
  import("./level-names-dialog.tsx").then((m) => ({ default: m.LevelNamesDialog })),
);

export type AssessAct = "stance" | "influence" | "style";

/** Which dialog of the chain is open, and about whom. */
export type ChainDialog =
  | { readonly kind: AssessAct; readonly person: ChainPerson }
  | { readonly kind: "rank" | "buyer" | "names" }
  | {
      readonly kind: "pair";
      readonly pair: PairLevelView | null;
      readonly personId: string | null;
      readonly userId: string | null;
    };

/** Whichever dialog of the chain is open; its code is fetched when it is. */
export const ChainDialogs = ({
  chain,
  open,
  onClose,
}: {
  chain: DecisionChain;
  open: ChainDialog | null;
  onClose: () => void;
}) => {
  if (open === null) return null;
  const project = chain.projects.find(({ id }) => id === chain.projectId) ?? null;
  const given = (person: ChainPerson) => ({
    person: { accountId: chain.account.id, personId: person.personId, name: person.name },
    today: chain.today,
    project,
    onClose,
  });
  return (
    <Suspense>
      {open.kind === "stance" && <Stance {...given(open.person)} />}
      {open.kind === "influence" && <Influence {...given(open.person)} />}
      {open.kind === "style" && <Style {...given(open.person)} />}
      {open.kind === "rank" && <Rank chain={chain} onClose={onClose} />}
      {open.kind === "buyer" && <Buyer chain={chain} onClose={onClose} />}
      {open.kind === "names" && <Names names={chain.pairLevelNames} onClose={onClose} />}
      {open.kind === "pair" && (
        <Pair
          chain={chain}
          pair={open.pair}
          personId={open.personId}
          userId={open.userId}
          onClose={onClose}
        />
      )}
    </Suspense>
  );
};
