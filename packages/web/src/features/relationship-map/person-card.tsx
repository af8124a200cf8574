import { relationshipMaps } from "@mainstay/contract/relationship-map";
import type { TieView } from "@mainstay/contract/tie";
import { ties } from "@mainstay/contract/tie";
import { Button, Drawer, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { Icon } from "../../components/icon.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { StanceMark } from "../decision-chain/stance-mark.tsx";
import type { MapDialog } from "./map-dialog.ts";
import styles from "./map-dialogs.module.css";
import type { MapModel } from "./map-model.ts";
import { useMapWords } from "./map-words.ts";

const TieRow = ({
  tie,
  personId,
  model,
  onDialog,
}: {
  tie: TieView;
  personId: string;
  model: MapModel;
  onDialog: (dialog: MapDialog) => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const words = useMapWords();
  const end = useAct(ties.end, {
    refresh: [relationshipMaps.get, ties.suggest],
    onSuccess: () => notice.done(t("map.tie.ended")),
    onError: notice.refused,
  });
  const said = words.tie(tie, personId, model.nameOf);
  return (
    <li>
      <div>
        {said}
        <p>
          {t("map.tie.noted", { on: tie.notedOn, name: tie.notedByName ?? "" })}
          {tie.evidence !== "" && ` · ${tie.evidence}`}
        </p>
      </div>
      {model.map.can.edit && !model.isPast && (
        <Dropdown
          trigger={["click"]}
          menu={{
            items: [
              {
                key: "change",
                label: t("map.tie.change"),
                onClick: () => onDialog({ kind: "changeTie", tieId: tie.id }),
              },
              {
                key: "end",
                danger: true,
                label: t("map.tie.end"),
                onClick: () => end.mutate({ params: { tieId: tie.id }, ifMatch: tie.version }),
              },
            ],
          }}
        >
          <Button
            type="text"
            size="small"
            icon={<Icon name="more" />}
            aria-haspopup="menu"
            aria-label={t("map.tie.more", { name: said })}
          />
        </Dropdown>
      )}
    </li>
  );
};

/** One person as the map knows them, every line with its evidence, and what can be done. */
export const PersonCard = ({
  model,
  personId,
  onClose,
  onDialog,
}: {
  model: MapModel;
  personId: string;
  onClose: () => void;
  onDialog: (dialog: MapDialog) => void;
}) => {
  const { t } = useTranslation();
  const words = useMapWords();
  const node = model.personOf(personId);
  if (!node) return null;
  const lines = model.tiesOf(personId);
  const reports = model.tree.reportsOf(personId).length;
  const mayEdit = model.map.can.edit && !model.isPast;
  const ours = model.map.ourUsers.filter(({ id }) => node.ourUserIds.includes(id));
  return (
    <Drawer
      open
      onClose={onClose}
      size="min(420px, 100vw)"
      title={node.name}
      aria-label={t("map.card.label", { name: node.name })}
      extra={<a href={`/people/${personId}`}>{t("map.card.openPerson")}</a>}
      footer={
        mayEdit && (
          <div className={styles["acts"]}>
            <Button onClick={() => onDialog({ kind: "superior", personId })}>
              {t("map.superior.set")}
            </Button>
            <Button
              onClick={() => onDialog({ kind: "tie", fromPersonId: personId, toPersonId: null })}
            >
              {t("map.tie.draw")}
            </Button>
            {node.isPlaceholder && (
              <Button type="primary" onClick={() => onDialog({ kind: "name", personId })}>
                {t("map.add.nameIt")}
              </Button>
            )}
          </div>
        )
      }
    >
      <div className={styles["card"]}>
        <p>{words.job(node)}</p>
        {node.isPlaceholder && <p className="muted">{words.placeholder(node)}</p>}
        <dl>
          <dt>{t("map.node.role")}</dt>
          <dd>{words.role(node) ?? t("glossary.buyingRole.none")}</dd>
          <dt>{t("map.node.stance")}</dt>
          <dd>
            {node.profile === "shown" ? (
              <>
                <StanceMark
                  stance={node.stance?.stance ?? null}
                  isStale={node.stance?.isStale ?? false}
                />{" "}
                {node.stance && (
                  <span className="muted">
                    {t("map.node.assessedOn", { on: node.stance.assessedOn })}
                  </span>
                )}
                {node.stance?.isDisputed && <p>{t("map.node.disputed")}</p>}
                {node.influence && <p>{words.influence(node)}</p>}
              </>
            ) : (
              t(`map.node.${node.profile}`)
            )}
          </dd>
          <dt>{t("map.node.contact")}</dt>
          <dd>
            {words.coverage(node)}
            <p className="muted">{words.contact(node)}</p>
          </dd>
          <dt>{t("map.node.ourPeople")}</dt>
          <dd>{ours.map(({ name }) => name).join(t("map.comma")) || t("map.node.nobody")}</dd>
          <dt>{t("map.node.superior")}</dt>
          <dd>
            {node.superiorPersonId === null
              ? t("map.node.top")
              : model.nameOf(node.superiorPersonId)}
            {reports > 0 && <p className="muted">{t("map.card.below", { count: reports })}</p>}
          </dd>
        </dl>
        <h3>{t("map.node.ties")}</h3>
        {lines.length === 0 && <p className="muted">{t("map.node.noTies")}</p>}
        <ul className={styles["ties"]}>
          {lines.map((tie) => (
            <TieRow key={tie.id} tie={tie} personId={personId} model={model} onDialog={onDialog} />
          ))}
        </ul>
      </div>
    </Drawer>
  );
};
