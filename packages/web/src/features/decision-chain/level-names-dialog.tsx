import { pairLevels } from "@mainstay/contract/pair-level";
import { pairLevelNames } from "@mainstay/domain/pair-level/pair-level";
import { Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { staleAfterChainChange } from "./chain-acts.ts";
import styles from "./guided-dialog.module.css";

/** What the workspace calls the six steps. */
export const LevelNamesDialog = ({
  names,
  onClose,
}: {
  names: readonly (string | null)[];
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [said, setSaid] = useState(() => pairLevelNames.map((_, index) => names[index] ?? ""));
  const save = useAct(pairLevels.name, {
    refresh: [...staleAfterChainChange, pairLevels.names],
    onSuccess: () => {
      onClose();
      notice.done(t("chain.nameLevelsSaved"));
    },
  });
  return (
    <Modal
      open
      title={t("chain.nameLevels")}
      okText={t("app.save")}
      okButtonProps={{ loading: save.isPending }}
      onOk={() => save.mutate({ body: { names: said.map((name) => name.trim() || null) } })}
      onCancel={onClose}
      width={400}
    >
      <div className={styles["verdict"]}>
        <p className="muted">{t("chain.nameLevelsWhy")}</p>
        {pairLevelNames.map((key, index) => (
          <label key={key} className={styles["field"]}>
            <span>{t("chain.levelOf", { level: index + 1, name: "" })}</span>
            <Input
              maxLength={20}
              placeholder={t(`glossary.pairLevel.${key}`)}
              value={said[index] ?? ""}
              onChange={(event) =>
                setSaid(said.map((name, at) => (at === index ? event.target.value : name)))
              }
            />
          </label>
        ))}
        <FormProblem error={save.error} />
      </div>
    </Modal>
  );
};
