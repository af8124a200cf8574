import { type PasskeyView, passkeys } from "@mainstay/contract/passkey";
import { secondFactors } from "@mainstay/contract/second-factor";
import { singleSignOn } from "@mainstay/contract/single-sign-on";
import { browserSupportsWebAuthn } from "@simplewebauthn/browser";
import { Button, Popconfirm, Typography } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Instant } from "../../../components/day.tsx";
import { ErrorState } from "../../../components/error-state.tsx";
import { Skeleton } from "../../../components/skeleton.tsx";
import { useNotice } from "../../../lib/notice.tsx";
import { useAct, useAnswer } from "../../../lib/query.ts";
import styles from "../setting-list.module.css";
import { AddPasskey } from "./add-passkey.tsx";

/** My passkeys: add, rename, remove. `onAdded` runs after one was added. */
export const MyPasskeys = ({ onAdded }: { onAdded?: () => void }) => {
  const { t } = useTranslation();
  const [isAdding, setAdding] = useState(false);
  const found = useAnswer(passkeys.list, {});
  const options = useAnswer(singleSignOn.options, {});
  const factor = useAnswer(secondFactors.get, {});
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton lines={2} />;
  const { items } = found.data;
  const isFit = options.data?.passkeys !== false && browserSupportsWebAuthn();
  return (
    <>
      {items.length > 0 && (
        <ul className={styles["list"]} style={{ marginBottom: 12 }}>
          {items.map((passkey) => (
            <PasskeyItem key={passkey.id} passkey={passkey} />
          ))}
        </ul>
      )}
      {items.length === 0 && isFit && <p className="muted">{t("guard.noPasskeys")}</p>}
      {isFit ? (
        <Button onClick={() => setAdding(true)}>{t("guard.addPasskey")}</Button>
      ) : (
        <p className="muted">{t("guard.passkeysUnfit")}</p>
      )}
      {isAdding && (
        <AddPasskey
          hasPassword={factor.data?.hasPassword ?? true}
          onDone={() => {
            setAdding(false);
            onAdded?.();
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  );
};

const PasskeyItem = ({ passkey }: { passkey: PasskeyView }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const params = { passkeyId: passkey.id };
  const rename = useAct(passkeys.rename, {
    refresh: [passkeys.list],
    onSuccess: () => notice.done(t("guard.passkeyRenamed")),
    onError: notice.refused,
  });
  const remove = useAct(passkeys.remove, {
    refresh: [passkeys.list],
    onSuccess: () => notice.done(t("guard.passkeyRemoved")),
    onError: notice.refused,
  });
  const setName = (name: string) => {
    if (name.trim() !== "" && name.trim() !== passkey.name) {
      rename.mutate({ params, body: { name: name.trim() } });
    }
  };
  return (
    <li className={styles["item"]}>
      <div className={styles["words"]}>
        <Typography.Text
          className={styles["name"]}
          editable={{ onChange: setName, tooltip: t("guard.rename"), maxLength: 100 }}
        >
          {passkey.name}
        </Typography.Text>
        <span className="muted">
          {t("guard.added")} <Instant at={passkey.createdAt} />
          {" · "}
          {passkey.lastUsedAt === null ? (
            t("guard.neverUsed")
          ) : (
            <>
              {t("guard.lastUsed")} <Instant at={passkey.lastUsedAt} />
            </>
          )}
          {passkey.isSynced && ` · ${t("guard.synced")}`}
        </span>
      </div>
      <Popconfirm
        title={t("guard.passkeyRemoveAsk", { name: passkey.name })}
        okText={t("app.remove")}
        onConfirm={() => remove.mutate({ params })}
      >
        <Button size="small">{t("app.remove")}</Button>
      </Popconfirm>
    </li>
  );
};
