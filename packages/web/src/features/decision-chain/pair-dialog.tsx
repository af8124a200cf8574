import type { DecisionChain } from "@mainstay/contract/decision-chain";
import { type PairLevelView, pairLevels } from "@mainstay/contract/pair-level";
import { type PairLevel, pairLevels as levels } from "@mainstay/domain/pair-level/pair-level";
import { Button, Checkbox, Form, Input, Modal, Select } from "antd";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { UserSelect } from "../../components/user-select.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { staleAfterChainChange } from "./chain-acts.ts";
import { useLevelWords } from "./level-words.ts";
import { usePairEdit } from "./pair-edit.ts";

interface PairWords {
  userId: string | null;
  personId: string | null;
  currentLevel: PairLevel;
  /** 0: no target. */
  desiredLevel: PairLevel | 0;
  isExecutivePairing: boolean;
  note: string;
}

/** How well one of us and one of them know each other, now and as wanted. */
export const PairDialog = ({
  chain,
  pair,
  personId,
  userId,
  onClose,
}: {
  chain: DecisionChain;
  pair: PairLevelView | null;
  personId: string | null;
  userId: string | null;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [form] = Form.useForm<PairWords>();
  const nameOf = useLevelWords(chain.pairLevelNames);
  const saved = () => {
    onClose();
    notice.done(t("chain.pairSaved"));
  };
  const add = useAct(pairLevels.add, { refresh: staleAfterChainChange, onSuccess: saved });
  const edit = usePairEdit(chain, saved);
  const remove = useAct(pairLevels.remove, {
    refresh: staleAfterChainChange,
    onSuccess: () => {
      onClose();
      notice.done(t("chain.pairRemoved"));
    },
  });
  const finish = ({ userId: ours, personId: theirs, desiredLevel, ...words }: PairWords) => {
    const body = { ...words, desiredLevel: desiredLevel === 0 ? null : desiredLevel };
    if (pair !== null) return edit.save(pair, body);
    if (ours === null || theirs === null) return;
    const params = { accountId: chain.account.id };
    add.mutate({ params, body: { ...body, userId: ours, personId: theirs } });
  };
  const theirs = chain.people.filter((one) => one.can.pair || one.personId === pair?.personId);
  const options = levels.map((level) => ({
    value: level,
    label: t("chain.levelOf", { level, name: nameOf(level) }),
  }));
  const needed = { required: true, message: t("chain.pairNeeded") };
  return (
    <Modal
      open
      title={pair === null ? t("chain.pairAdd") : t("chain.pairEdit")}
      width={440}
      onCancel={onClose}
      footer={[
        pair !== null && (
          <Button
            key="remove"
            danger
            type="text"
            loading={remove.isPending}
            onClick={() => remove.mutate({ params: { pairLevelId: pair.id } })}
          >
            {t("chain.pairRemove")}
          </Button>
        ),
        <Button
          key="save"
          type="primary"
          loading={add.isPending || edit.isPending}
          onClick={() => form.submit()}
        >
          {t("app.save")}
        </Button>,
      ]}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={finish}
        initialValues={{
          userId: pair?.user.id ?? userId ?? chain.ours[0]?.userId ?? null,
          personId: pair?.personId ?? personId,
          currentLevel: pair?.currentLevel ?? 1,
          desiredLevel: pair === null ? 4 : (pair.desiredLevel ?? 0),
          isExecutivePairing: pair?.isExecutivePairing ?? (personId !== null && userId !== null),
          note: pair?.note ?? "",
        }}
      >
        <Form.Item name="userId" label={t("chain.pairOurs")} rules={[needed]}>
          {pair === null ? (
            <UserSelect known={knownOf(chain, userId)} />
          ) : (
            <Select disabled options={[{ value: pair.user.id, label: pair.user.name }]} />
          )}
        </Form.Item>
        <Form.Item name="personId" label={t("chain.pairTheirs")} rules={[needed]}>
          <Select
            disabled={pair !== null}
            showSearch={{ optionFilterProp: "label" }}
            options={theirs.map((one) => ({
              value: one.personId,
              label: [one.name, one.position.title].filter(Boolean).join(" · "),
            }))}
          />
        </Form.Item>
        <Form.Item name="currentLevel" label={t("chain.pairCurrent")}>
          <Select options={options} />
        </Form.Item>
        <Form.Item name="desiredLevel" label={t("chain.pairDesired")}>
          <Select options={[...options, { value: 0, label: t("chain.noDesired") }]} />
        </Form.Item>
        <Form.Item name="isExecutivePairing" valuePropName="checked">
          <Checkbox>{t("chain.pairExecutive")}</Checkbox>
        </Form.Item>
        <Form.Item name="note" label={t("chain.pairNote")}>
          <Input maxLength={500} />
        </Form.Item>
        <FormProblem error={add.error ?? edit.error ?? remove.error} />
      </Form>
    </Modal>
  );
};

const knownOf = (chain: DecisionChain, userId: string | null) => {
  const found = chain.ours.find((one) => one.userId === (userId ?? chain.ours[0]?.userId));
  return found ? { id: found.userId, name: found.name } : null;
};
