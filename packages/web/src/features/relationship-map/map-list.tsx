import { Button, Dropdown } from "antd";
import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../components/icon.tsx";
import { StanceMark } from "../decision-chain/stance-mark.tsx";
import type { MapDialog } from "./map-dialog.ts";
import styles from "./map-list.module.css";
import type { MapModel } from "./map-model.ts";
import { useMapWords } from "./map-words.ts";

const PersonRow = ({
  model,
  personId,
  onDialog,
}: {
  model: MapModel;
  personId: string;
  onDialog: (dialog: MapDialog) => void;
}) => {
  const { t } = useTranslation();
  const words = useMapWords();
  const node = model.personOf(personId);
  if (!node) return null;
  const depth = model.tree.depthOf(personId);
  const mayEdit = model.map.can.edit && !model.isPast;
  const lines = model.tiesOf(personId);
  const items = [
    { key: "superior", label: t("map.superior.set"), dialog: { kind: "superior", personId } },
    {
      key: "tie",
      label: t("map.tie.draw"),
      dialog: { kind: "tie", fromPersonId: personId, toPersonId: null },
    },
    { key: "add", label: t("map.keys.add"), dialog: { kind: "add", belowPersonId: personId } },
    ...(node.isPlaceholder
      ? [{ key: "name", label: t("map.add.nameIt"), dialog: { kind: "name", personId } }]
      : []),
  ].map(({ key, label, dialog }) => ({ key, label, onClick: () => onDialog(dialog as MapDialog) }));
  return (
    <tr data-placeholder={node.isPlaceholder || undefined}>
      <th scope="row" style={{ "--depth": Math.min(depth, 6) } as CSSProperties}>
        <Button
          type="link"
          className={styles["name"] ?? ""}
          onClick={() => onDialog({ kind: "card", personId })}
        >
          {node.name}
        </Button>
        <span className={styles["job"]}>{words.placeholder(node) ?? words.job(node)}</span>
        {node.isPlaceholder && <span className={styles["job"]}>{words.job(node)}</span>}
      </th>
      <td data-label={t("map.node.superior")}>
        {node.superiorPersonId === null ? (
          <span className="muted">{t("map.node.top")}</span>
        ) : (
          model.nameOf(node.superiorPersonId)
        )}
      </td>
      <td data-label={t("map.node.role")}>{words.role(node) ?? ""}</td>
      <td data-label={t("map.node.stance")}>
        {node.profile === "shown" ? (
          <>
            <StanceMark
              stance={node.stance?.stance ?? null}
              isStale={node.stance?.isStale ?? false}
            />
            <span className={styles["job"]}>
              {[
                node.stance?.isStale ? t("map.node.stale") : null,
                node.stance?.isDisputed ? t("map.node.disputed") : null,
                words.influence(node),
              ]
                .filter(Boolean)
                .join(t("map.comma"))}
            </span>
          </>
        ) : (
          <span className="muted">{t(`map.node.${node.profile}`)}</span>
        )}
      </td>
      <td data-label={t("map.node.contact")}>
        {words.coverage(node)}
        <span className={styles["job"]}>{words.contact(node)}</span>
      </td>
      <td data-label={t("map.node.ties")}>
        {lines.length === 0 ? (
          <span className="muted">{t("map.node.noTies")}</span>
        ) : (
          <ul>
            {lines.map((tie) => (
              <li key={tie.id}>{words.tie(tie, personId, model.nameOf)}</li>
            ))}
          </ul>
        )}
      </td>
      {mayEdit && (
        <td>
          <Dropdown trigger={["click"]} menu={{ items }}>
            <Button
              type="text"
              size="small"
              icon={<Icon name="more" />}
              aria-haspopup="menu"
              aria-label={t("map.node.actsOf", { name: node.name })}
            />
          </Dropdown>
        </td>
      )}
    </tr>
  );
};

/** The list twin of the canvas: the same people in the order of the tree, the same facts, the same acts. */
export const MapList = ({
  model,
  onDialog,
}: {
  model: MapModel;
  onDialog: (dialog: MapDialog) => void;
}) => {
  const { t } = useTranslation();
  const mayEdit = model.map.can.edit && !model.isPast;
  const columns = ["superior", "role", "stance", "contact", "ties"] as const;
  return (
    <div className={styles["frame"]}>
      <table className={styles["list"]}>
        <caption className="visually-hidden">
          {t("map.title", { account: model.map.account.name })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t("person.title")}</th>
            {columns.map((column) => (
              <th scope="col" key={column}>
                {t(`map.node.${column}`)}
              </th>
            ))}
            {mayEdit && (
              <th scope="col">
                <span className="visually-hidden">{t("map.node.acts")}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {model.tree.order.filter(model.isAsked).map((personId) => (
            <PersonRow key={personId} model={model} personId={personId} onDialog={onDialog} />
          ))}
        </tbody>
      </table>
    </div>
  );
};
