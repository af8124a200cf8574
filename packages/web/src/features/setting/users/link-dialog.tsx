import type { AnswerOf } from "@mainstay/contract/endpoint/endpoint";
import type { users } from "@mainstay/contract/user";
import { formatInstant } from "@mainstay/phrases/format/format-day";
import { Modal } from "antd";
import { useTranslation } from "react-i18next";
import { CopyLine } from "../copy-line.tsx";

/** A one-time link, shown once, to be handed over by the administrator. */
export const LinkDialog = ({
  invitation,
  onClose,
}: {
  invitation: AnswerOf<typeof users.invite>;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  return (
    <Modal
      open
      title={t("setting.users.linkTitle", { name: invitation.user.name })}
      onCancel={onClose}
      onOk={onClose}
      okText={t("app.close")}
      cancelButtonProps={{ hidden: true }}
      mask={{ closable: false }}
    >
      <p className="muted">
        {t("setting.users.linkWhy", { until: formatInstant(invitation.expiresAt) })}
      </p>
      <CopyLine text={`${window.location.origin}${invitation.path}`} />
    </Modal>
  );
};
