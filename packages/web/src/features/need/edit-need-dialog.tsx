import { type NeedView, needs } from "@mainstay/contract/need";
import { needLevels, needVisibilities } from "@mainstay/domain/need/need-kind";
import { Form, Input, Modal, Segmented, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { UserSelect } from "../../components/user-select.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { ContactSelect } from "../handover/contact-select.tsx";
import { staleAfterNeed } from "./stale-after-need.ts";
import { WorthFields } from "./worth-fields.tsx";

/** What a need says, whose it is, what it is worth and how well we can meet it. */
export const EditNeedDialog = ({ need, onClose }: { need: NeedView; onClose: () => void }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [draft, setDraft] = useState({
    title: need.title,
    description: need.description,
    level: need.level,
    visibility: need.visibility,
    personId: need.person?.id ?? null,
    ownerUserId: need.owner?.id ?? null,
    customerValueMinor: need.customerValueMinor,
    profitMinor: need.profitMinor,
    costMinor: need.costMinor,
    capability: need.capability,
  });
  // Begun on this version: what a colleague saves meanwhile is a conflict, not overwritten.
  const [version] = useState(need.version);
  const set = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }));
  const edit = useAct(needs.edit, {
    refresh: staleAfterNeed,
    onSuccess: () => {
      onClose();
      notice.done(t("need.edit.done"));
    },
  });
  return (
    <Modal
      open
      title={t("need.edit.title")}
      okText={t("app.save")}
      okButtonProps={{ disabled: draft.title.trim() === "", loading: edit.isPending }}
      onOk={() =>
        edit.mutate({
          params: { needId: need.id },
          ifMatch: version,
          body: { ...draft, title: draft.title.trim() },
        })
      }
      onCancel={onClose}
      width={520}
    >
      <Form layout="vertical" component="div">
        <Form.Item label={t("need.note.what")} htmlFor="need-edit-title">
          <Input
            id="need-edit-title"
            maxLength={200}
            value={draft.title}
            onChange={(event) => set({ title: event.target.value })}
          />
        </Form.Item>
        <Form.Item label={t("need.note.description")} htmlFor="need-edit-description">
          <Input.TextArea
            id="need-edit-description"
            rows={3}
            maxLength={4000}
            value={draft.description}
            onChange={(event) => set({ description: event.target.value })}
          />
        </Form.Item>
        <Form.Item label={t("need.note.visibility")}>
          <Segmented
            aria-label={t("need.note.visibility")}
            value={draft.visibility}
            onChange={(visibility) => set({ visibility })}
            disabled={need.visibility === "explicit"}
            options={needVisibilities.map((value) => ({
              value,
              label: t(`need.visibility.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item label={t("need.note.level")} htmlFor="need-edit-level">
          <Select
            id="need-edit-level"
            value={draft.level}
            onChange={(level) => set({ level })}
            options={needLevels.map((value) => ({ value, label: t(`need.level.${value}`) }))}
          />
        </Form.Item>
        <Form.Item label={t("need.person")} htmlFor="need-edit-person">
          <ContactSelect
            id="need-edit-person"
            accountId={need.account.id}
            known={need.person}
            value={draft.personId}
            onChange={(personId) => set({ personId })}
          />
        </Form.Item>
        <Form.Item label={t("need.owner")} htmlFor="need-edit-owner">
          <UserSelect
            id="need-edit-owner"
            value={draft.ownerUserId}
            known={need.owner}
            onChange={(ownerUserId) => set({ ownerUserId })}
          />
        </Form.Item>
        <WorthFields worth={draft} onChange={set} />
      </Form>
      <FormProblem error={edit.error} />
    </Modal>
  );
};
