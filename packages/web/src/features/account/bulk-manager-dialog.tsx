import { accounts } from "@mainstay/contract/account";
import { accountPage } from "@mainstay/contract/account-page";
import { Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProgressBar } from "../../components/progress-bar.tsx";
import { UserSelect } from "../../components/user-select.tsx";
import { call } from "../../lib/call.ts";
import { useNotice } from "../../lib/notice.tsx";
import { refreshKept } from "../../lib/optimistic.ts";
import { isProblem } from "../../lib/problem.ts";

/** Gives the picked accounts to another manager, one after the other, each with its own version checked. */
export const BulkManagerDialog = ({
  accountIds,
  onClose,
  onDone,
}: {
  accountIds: readonly string[];
  onClose: () => void;
  onDone: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [managerUserId, setManager] = useState<string | null>(null);
  const [done, setDone] = useState<number | null>(null);
  const change = async () => {
    let failed = 0;
    let words = "";
    for (const [index, accountId] of accountIds.entries()) {
      setDone(index);
      try {
        const { version } = await call(accounts.get, { params: { accountId } });
        await call(accounts.edit, {
          params: { accountId },
          ifMatch: version,
          body: { managerUserId },
        });
      } catch (error) {
        failed += 1;
        if (isProblem(error)) words = error.words;
      }
    }
    await refreshKept(accounts.list, accounts.summary, accountPage.get);
    const changed = accountIds.length - failed;
    if (changed > 0) notice.done(t("account.bulkDone", { count: changed }));
    if (failed > 0) notice.refused(new Error(t("account.bulkFailed", { count: failed, words })));
    onDone();
  };
  return (
    <Modal
      open
      title={t("account.bulkManagerTitle", { count: accountIds.length })}
      okText={t("app.save")}
      okButtonProps={{ loading: done !== null }}
      onOk={() => void change()}
      onCancel={onClose}
      mask={{ closable: done === null }}
      width={420}
    >
      {done === null ? (
        <UserSelect
          label={t("account.column.manager")}
          value={managerUserId}
          onChange={setManager}
        />
      ) : (
        <ProgressBar label={t("account.bulkProgress")} done={done} total={accountIds.length} />
      )}
    </Modal>
  );
};
