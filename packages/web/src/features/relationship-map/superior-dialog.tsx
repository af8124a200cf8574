import { Form, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMapActs } from "./map-acts.ts";
import type { MapModel } from "./map-model.ts";
import { everybodyBelow } from "./map-tree.ts";
import { PersonSelect } from "./person-select.tsx";

/** Says whom somebody reports to; those below are not offered, they would close a circle. */
export const SuperiorDialog = ({
  model,
  personId,
  onClose,
}: {
  model: MapModel;
  personId: string;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const acts = useMapActs(model);
  const person = model.personOf(personId);
  const [chosen, choose] = useState(person?.superiorPersonId ?? null);
  const [below] = useState(() => everybodyBelow(model.tree, personId).add(personId));
  const save = () => acts.setSuperior(personId, chosen, onClose);
  return (
    <Modal
      open
      width={440}
      title={t("map.superior.title", { name: person?.name ?? "" })}
      okText={t("app.save")}
      okButtonProps={{ loading: acts.isSettingSuperior }}
      onOk={save}
      onCancel={onClose}
    >
      <Form layout="vertical" onFinish={save}>
        <Form.Item label={t("map.superior.choose")} htmlFor="map-superior">
          <PersonSelect
            id="map-superior"
            autoFocus
            model={model}
            value={chosen}
            onChange={choose}
            without={(id) => below.has(id)}
            nobody={t("map.superior.none")}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
};
