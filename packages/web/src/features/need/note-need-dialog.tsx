import { needs } from "@mainstay/contract/need";
import {
  type NeedLevel,
  needLevels,
  type NeedOrigin,
  type NeedSource,
  needSources,
  type NeedVisibility,
  needVisibilities,
} from "@mainstay/domain/need/need-kind";
import { Form, Input, Modal, Segmented, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AccountSelect } from "../../components/account-select.tsx";
import { FormProblem } from "../../components/form-problem.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { useUnsavedText } from "../../lib/unsaved-text.ts";
import { ContactSelect } from "../handover/contact-select.tsx";
import { staleAfterNeed } from "./stale-after-need.ts";

const sourceOf: Readonly<Record<NeedOrigin, NeedSource>> = {
  case: "complaint",
  survey_response: "survey",
  interaction: "visit",
};

/** Notes a need by itself, or from a record that stands beside it. */
export const NoteNeedDialog = ({
  account,
  origin = null,
  personId: person = null,
  title: words = "",
  onNoted,
  onClose,
}: {
  account: { id: string; name?: string } | null;
  origin?: { kind: NeedOrigin; id: string } | null;
  personId?: string | null;
  title?: string;
  onNoted?: (needId: string) => void;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [key] = useState(() => crypto.randomUUID());
  const title = useUnsavedText(`need:${origin?.id ?? account?.id ?? "new"}`, words.slice(0, 200));
  const [accountId, setAccount] = useState<string | null>(account?.id ?? null);
  const [personId, setPerson] = useState<string | null>(person);
  const [source, setSource] = useState<NeedSource>(origin ? sourceOf[origin.kind] : "visit");
  const [level, setLevel] = useState<NeedLevel>("business");
  const [visibility, setVisibility] = useState<NeedVisibility>("hidden");
  const note = useAct(needs.note, {
    refresh: staleAfterNeed,
    onSuccess: ({ id }) => {
      title.done();
      notice.done(t("need.note.done"));
      onNoted?.(id);
      onClose();
    },
  });
  return (
    <Modal
      open
      title={account?.name ? `${t("need.note.title")} · ${account.name}` : t("need.note.title")}
      okText={t("need.note.act")}
      okButtonProps={{
        disabled: title.text.trim() === "" || accountId === null,
        loading: note.isPending,
      }}
      onOk={() =>
        accountId !== null &&
        note.mutate({
          params: { accountId },
          body: {
            title: title.text.trim(),
            source,
            level,
            visibility,
            personId,
            ...(origin !== null && { origin }),
          },
          idempotencyKey: key,
        })
      }
      onCancel={onClose}
      width={480}
    >
      <Form layout="vertical" component="div">
        {account === null && (
          <Form.Item label={t("need.account")} htmlFor="need-account">
            <AccountSelect
              id="need-account"
              value={accountId}
              onChange={(next) => {
                setAccount(next);
                setPerson(null);
              }}
            />
          </Form.Item>
        )}
        <Form.Item label={t("need.note.what")} htmlFor="need-title">
          <Input.TextArea
            id="need-title"
            autoFocus
            autoSize={{ minRows: 1, maxRows: 4 }}
            maxLength={200}
            placeholder={t("need.note.whatHint")}
            value={title.text}
            onChange={(event) => title.setText(event.target.value)}
          />
        </Form.Item>
        {accountId !== null && (
          <Form.Item label={t("need.person")} htmlFor="need-person">
            <ContactSelect
              id="need-person"
              accountId={accountId}
              value={personId}
              onChange={setPerson}
            />
          </Form.Item>
        )}
        <Form.Item label={t("need.note.visibility")}>
          <Segmented
            aria-label={t("need.note.visibility")}
            value={visibility}
            onChange={setVisibility}
            options={needVisibilities.map((value) => ({
              value,
              label: t(`need.visibility.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item label={t("need.note.source")} htmlFor="need-source">
          <Select
            id="need-source"
            value={source}
            onChange={setSource}
            options={needSources.map((value) => ({ value, label: t(`need.source.${value}`) }))}
          />
        </Form.Item>
        <Form.Item label={t("need.note.level")} htmlFor="need-level">
          <Select
            id="need-level"
            value={level}
            onChange={setLevel}
            options={needLevels.map((value) => ({ value, label: t(`need.level.${value}`) }))}
          />
        </Form.Item>
      </Form>
      <FormProblem error={note.error} />
    </Modal>
  );
};
