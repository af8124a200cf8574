import { type ConsentTextView, consentTexts } from "@mainstay/contract/consent";
import { privacy } from "@mainstay/contract/privacy";
import { Link } from "@tanstack/react-router";
import { App, Button, Checkbox } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../components/error-state.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct, useAnswer } from "../../lib/query.ts";
import { useScopeWords } from "../consent/scope-words.ts";
import { staleAfterConsent } from "../consent/stale-after-consent.ts";
import { ConsentTextDialog } from "./consent-text-dialog.tsx";
import styles from "./privacy.module.css";
import { Tag } from "./tag.tsx";
import { TermsForm } from "./terms-form.tsx";

const Ending = () => {
  const { t } = useTranslation();
  const scopeWords = useScopeWords();
  const found = useAnswer(privacy.overview, {});
  const items = found.data?.endingConsents ?? [];
  return (
    <section className={styles["part"]}>
      <h2>{t("privacy.ending.title")}</h2>
      {found.data && items.length === 0 && <p className="muted">{t("privacy.ending.none")}</p>}
      {items.length > 0 && (
        <ul className={styles["list"]}>
          {items.map((one) => (
            <li key={one.id} className={styles["item"]}>
              <div className={styles["head"]}>
                <Link to="/people/$personId" params={{ personId: one.person.id }}>
                  {one.person.name}
                </Link>
                <span>{scopeWords(one.scope)}</span>
                <span className="muted">{t("consent.until", { on: one.expiresOn })}</span>
                {one.facts > 0 && (
                  <span className="muted">{t("consent.facts", { count: one.facts })}</span>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};

const TextItem = ({ text, onEdit }: { text: ConsentTextView; onEdit: () => void }) => {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const notice = useNotice();
  const scopeWords = useScopeWords();
  const [isOpen, setOpen] = useState(false);
  const retire = useAct(consentTexts.retire, {
    refresh: staleAfterConsent,
    onSuccess: () => notice.done(t("consent.texts.retiredDone")),
    onError: notice.refused,
  });
  const ask = () =>
    modal.confirm({
      title: t("consent.texts.retireTitle"),
      content: t("consent.texts.retireWords"),
      okText: t("consent.texts.retire"),
      onOk: () => retire.mutateAsync({ params: { textId: text.id } }).catch(() => undefined),
    });
  return (
    <li className={styles["item"]}>
      <div className={styles["head"]}>
        <h3>{scopeWords(text.scope)}</h3>
        {text.isSensitive && <Tag tone="red">{t("consent.sensitive")}</Tag>}
        {text.isShipped && <Tag>{t("consent.texts.shipped")}</Tag>}
        {text.retiredAt !== null && <Tag tone="amber">{t("consent.texts.retired")}</Tag>}
        {text.consents > 0 && (
          <span className="muted">{t("consent.texts.consents", { count: text.consents })}</span>
        )}
      </div>
      <div className="muted">{text.purpose}</div>
      {isOpen && <p className={styles["words"]}>{text.words}</p>}
      <div className={styles["acts"]}>
        <Button size="small" type="text" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t("consent.words")}
        </Button>
        {text.can.edit && (
          <Button size="small" type="text" onClick={onEdit}>
            {t("consent.texts.edit")}
          </Button>
        )}
        {text.can.retire && (
          <Button size="small" type="text" onClick={ask}>
            {t("consent.texts.retire")}
          </Button>
        )}
      </div>
    </li>
  );
};

/** Consents that end soon, the texts people consent to, and the workspace's terms. */
export const ConsentsTab = () => {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const [edited, setEdited] = useState<ConsentTextView | "new" | null>(null);
  const found = useAnswer(consentTexts.list, { query: { all: all ? "true" : "false" } });
  return (
    <>
      <Ending />
      <section className={styles["part"]}>
        <div className={styles["bar"]}>
          <div>
            <h2>{t("consent.texts.title")}</h2>
            <p className="muted">{t("consent.texts.lead")}</p>
          </div>
          <div className={styles["acts"]}>
            <Checkbox checked={all} onChange={(event) => setAll(event.target.checked)}>
              {t("consent.texts.showRetired")}
            </Checkbox>
            {found.data?.can.add && (
              <Button onClick={() => setEdited("new")}>{t("consent.texts.add")}</Button>
            )}
          </div>
        </div>
        {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
        {found.isPending && <Skeleton height={60} />}
        {found.data && (
          <ul className={styles["list"]}>
            {found.data.items.map((text) => (
              <TextItem key={text.id} text={text} onEdit={() => setEdited(text)} />
            ))}
          </ul>
        )}
      </section>
      <TermsForm />
      {edited !== null && (
        <ConsentTextDialog
          replaced={edited === "new" ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );
};
