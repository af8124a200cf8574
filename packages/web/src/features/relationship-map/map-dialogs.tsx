import { Suspense, lazy } from "react";
import type { MapDialog } from "./map-dialog.ts";
import type { MapModel } from "./map-model.ts";

const Card = lazy(() => import("./person-card.tsx").then((m) => ({ default: m.PersonCard })));
const Superior = lazy(() =>
  import("./superior-dialog.tsx").then((m) => ({ default: m.SuperiorDialog })),
);
const Add = lazy(() =>
  import("./add-to-map-dialog.tsx").then((m) => ({ default: m.AddToMapDialog })),
);
const Name = lazy(() =>
  import("./name-placeholder-dialog.tsx").then((m) => ({ default: m.NamePlaceholderDialog })),
);
const Tie = lazy(() => import("./tie-dialog.tsx").then((m) => ({ default: m.TieDialog })));
const Suggest = lazy(() =>
  import("./suggested-ties-dialog.tsx").then((m) => ({ default: m.SuggestedTiesDialog })),
);
const Keys = lazy(() => import("./keys-dialog.tsx").then((m) => ({ default: m.KeysDialog })));

/** The one dialog that stands open over map or list; fetched when it is first needed. */
export const MapDialogs = ({
  model,
  dialog,
  onDialog,
}: {
  model: MapModel;
  dialog: MapDialog | null;
  onDialog: (dialog: MapDialog | null) => void;
}) => {
  if (dialog === null) return null;
  const shared = { model, onClose: () => onDialog(null) };
  const changed =
    dialog.kind === "changeTie" && model.map.ties.find(({ id }) => id === dialog.tieId);
  return (
    <Suspense>
      {dialog.kind === "card" && (
        <Card {...shared} personId={dialog.personId} onDialog={onDialog} />
      )}
      {dialog.kind === "superior" && <Superior {...shared} personId={dialog.personId} />}
      {dialog.kind === "add" && <Add {...shared} belowPersonId={dialog.belowPersonId} />}
      {dialog.kind === "name" && <Name {...shared} personId={dialog.personId} />}
      {dialog.kind === "tie" && (
        <Tie {...shared} from={dialog.fromPersonId} to={dialog.toPersonId} />
      )}
      {changed && <Tie {...shared} tie={changed} />}
      {dialog.kind === "suggest" && <Suggest {...shared} />}
      {dialog.kind === "keys" && <Keys onClose={shared.onClose} />}
    </Suspense>
  );
};
