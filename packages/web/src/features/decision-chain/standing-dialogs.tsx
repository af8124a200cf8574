import type { PersonStanding } from "@mainstay/contract/decision-chain";
import { AssessInfluenceDialog, AssessStanceDialog, AssessStyleDialog } from "./assess-dialogs.tsx";
import type { StandingDialog } from "./person-standing-section.tsx";

/** The guided dialog that is open on a person's page. */
export const StandingDialogs = ({
  standing,
  dialog,
  onClose,
}: {
  standing: PersonStanding;
  dialog: StandingDialog;
  onClose: () => void;
}) => {
  const given = {
    person: {
      accountId: dialog.accountId,
      personId: standing.person.id,
      name: standing.person.name,
    },
    today: standing.today,
    project: null,
    onClose,
  };
  if (dialog.act === "stance") return <AssessStanceDialog {...given} />;
  if (dialog.act === "influence") return <AssessInfluenceDialog {...given} />;
  return <AssessStyleDialog {...given} />;
};
