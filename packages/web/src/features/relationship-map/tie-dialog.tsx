import { relationshipMaps } from "@mainstay/contract/relationship-map";
import type { TieView } from "@mainstay/contract/tie";
import { ties } from "@mainstay/contract/tie";
import { type TieKind, tieKinds } from "@mainstay/domain/tie/tie-kind";
import { isPersonalTie } from "@mainstay/domain/tie/tie-rules";
import { Form, Input, Modal, Segmented, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import type { MapModel } from "./map-model.ts";
import { useMapWords } from "./map-words.ts";
import { PersonSelect } from "./person-select.tsx";

interface Words {
  kind: TieKind;
  from: string;
  to: string;
  weight: number;
  evidence: string;
}

/** Draws a line between two people, or changes the strength and evidence of one. */
export const TieDialog = ({
  model,
  from,
  to,
  tie,
  onClose,
}: {
  model: MapModel;
  from?: string;
  to?: string | null;
  /** The line to change; without it a new one. */
  tie?: TieView;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const words = useMapWords();
  const [form] = Form.useForm<Words>();
  const [key] = useState(() => crypto.randomUUID());
  const refresh = [relationshipMaps.get, ties.suggest];
  const draw = useAct(ties.draw, {
    refresh,
    onSuccess: (drawn) => {
      onClose();
      const ends = { from: model.nameOf(drawn.fromPersonId), to: model.nameOf(drawn.toPersonId) };
      notice.done(t("map.tie.drawn", ends));
    },
  });
  const change = useAct(ties.change, {
    refresh,
    onSuccess: () => {
      onClose();
      notice.done(t("map.tie.changed"));
    },
  });
  const kind = Form.useWatch("kind", form) ?? tie?.kind ?? "influence";
  const kinds = tieKinds.filter((one) => model.map.can.seeProfiles || !isPersonalTie(one));
  const save = ({ kind: chosen, from: fromPersonId, to: toPersonId, weight, evidence }: Words) => {
    if (tie)
      change.mutate({
        params: { tieId: tie.id },
        body: { weight, evidence },
        ifMatch: tie.version,
      });
    else
      draw.mutate({
        params: { accountId: model.map.account.id },
        body: { kind: chosen, fromPersonId, toPersonId, weight, evidence },
        idempotencyKey: key,
      });
  };
  const required = [{ required: true, message: "" }];
  return (
    <Modal
      open
      width={460}
      title={t(tie ? "map.tie.change" : "map.tie.draw")}
      okText={t("app.save")}
      okButtonProps={{ loading: draw.isPending || change.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<Words>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          kind: tie?.kind ?? kinds[0] ?? "matrix_line",
          from: tie?.fromPersonId ?? from,
          to: tie?.toPersonId ?? to ?? undefined,
          weight: tie?.weight ?? 2,
          evidence: tie?.evidence ?? "",
        }}
        onFinish={save}
      >
        {tie === undefined && (
          <>
            <Form.Item
              name="kind"
              label={t("map.tie.kind")}
              help={<span className="muted">{t(`map.tieHint.${kind}`)}</span>}
            >
              <Select
                autoFocus
                options={kinds.map((value) => ({ value, label: words.tieKind(value) }))}
              />
            </Form.Item>
            <Form.Item name="from" label={t("map.tie.from_")} rules={required}>
              <PersonSelect model={model} />
            </Form.Item>
            <Form.Item name="to" label={t("map.tie.to_")} rules={required}>
              <PersonSelect model={model} />
            </Form.Item>
          </>
        )}
        {tie !== undefined && (
          <p className="muted">
            {words.tie(tie, tie.fromPersonId, model.nameOf)} {t("map.tie.changeHint")}
          </p>
        )}
        <Form.Item name="weight" label={t("map.tie.weight")}>
          <Segmented
            block
            options={[1, 2, 3].map((value) => ({ value, label: words.weight(value) }))}
          />
        </Form.Item>
        <Form.Item name="evidence" label={t("map.tie.evidence")}>
          <Input.TextArea
            rows={2}
            maxLength={1000}
            placeholder={t("map.tie.evidenceHint")}
            autoFocus={tie !== undefined}
          />
        </Form.Item>
        {isPersonalTie(kind) && <p className="muted">{t("map.tie.personal")}</p>}
        <FormProblem error={draw.error ?? change.error} />
      </Form>
    </Modal>
  );
};
