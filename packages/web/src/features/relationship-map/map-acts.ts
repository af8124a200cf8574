import { relationshipMaps } from "@mainstay/contract/relationship-map";
import type { MapPlace } from "@mainstay/contract/relationship-map";
import { useTranslation } from "react-i18next";
import { call } from "../../lib/call.ts";
import { useNotice } from "../../lib/notice.tsx";
import { refreshKept } from "../../lib/optimistic.ts";
import { useAct } from "../../lib/query.ts";
import type { MapModel } from "./map-model.ts";

/** What people do straight on the map, with a way back; dialogs of their own do the rest. */
export const useMapActs = (model: MapModel) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const refresh = [relationshipMaps.get];
  const superior = useAct(relationshipMaps.setSuperior, { refresh, onError: notice.refused });
  const move = useAct(relationshipMaps.movePlaces, { refresh, onError: notice.refused });
  const reset = useAct(relationshipMaps.resetLayout, { refresh, onError: notice.refused });
  const { account } = model.map;
  const positionOf = (personId: string | null) =>
    personId === null ? null : (model.personOf(personId)?.positionId ?? null);
  return {
    /** Lets one person report to another, or to nobody; can be taken back for a while. */
    setSuperior: (personId: string, superiorPersonId: string | null, onDone?: () => void) => {
      const person = model.personOf(personId);
      if (!person) return;
      const before = positionOf(person.superiorPersonId);
      superior.mutate(
        {
          params: { positionId: person.positionId },
          body: { superiorPositionId: positionOf(superiorPersonId) },
          ifMatch: person.positionVersion,
        },
        {
          onSuccess: (after) => {
            onDone?.();
            const words =
              superiorPersonId === null
                ? t("map.superior.doneNone", { name: person.name })
                : t("map.superior.done", {
                    name: person.name,
                    superior: model.nameOf(superiorPersonId),
                  });
            // The dialog it was asked in is gone by now: not through its hooks.
            notice.done(words, () => {
              call(relationshipMaps.setSuperior, {
                params: { positionId: person.positionId },
                body: { superiorPositionId: before },
                ifMatch: after.version,
              })
                .then(() => notice.done(t("map.superior.undone")), notice.refused)
                .finally(() => void refreshKept(relationshipMaps.get));
            });
          },
        },
      );
    },
    isSettingSuperior: superior.isPending,
    movePlaces: (owner: "mine" | "shared", places: MapPlace[]) =>
      move.mutate({ params: { accountId: account.id }, body: { owner, places } }),
    resetLayout: (owner: "mine" | "shared") =>
      reset.mutate(
        { params: { accountId: account.id, owner } },
        { onSuccess: () => notice.done(t("map.layout.resetDone")) },
      ),
  };
};
