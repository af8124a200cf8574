import type { PersonView } from "@mainstay/contract/person-page";
import { personPhotos } from "@mainstay/contract/person-photo";
import { Button, Modal } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { staleAfterPerson } from "./person-acts.ts";
import { PhotoMark } from "./photo-mark.tsx";

const base64Of = async (file: File): Promise<string> => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 32_768)
    text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  return btoa(text);
};

/** Puts a picture up or takes it down; the server asks for the consent. */
export const PhotoDialog = ({ person, onClose }: { person: PersonView; onClose: () => void }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [file, setFile] = useState<File | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const params = { personId: person.id };
  const finish = (words: string) => () => {
    onClose();
    notice.done(words);
  };
  const set = useAct(personPhotos.set, {
    refresh: staleAfterPerson,
    onSuccess: finish(t("person.page.photoSet")),
  });
  const remove = useAct(personPhotos.remove, {
    refresh: staleAfterPerson,
    onSuccess: finish(t("person.page.photoRemoved")),
  });
  return (
    <Modal
      open
      title={t("person.page.photo")}
      okText={t("person.page.setPhoto")}
      okButtonProps={{ loading: set.isPending, disabled: file === null }}
      onOk={() => {
        if (file !== null)
          void base64Of(file).then((content) => set.mutate({ params, body: { content } }));
      }}
      onCancel={onClose}
      width={400}
    >
      <p className="muted">{t("person.page.photoHint")}</p>
      <p style={{ display: "flex", alignItems: "center", gap: 12, margin: "12px 0" }}>
        <PhotoMark
          personId={person.id}
          name={person.name}
          hasPhoto={person.hasPhoto}
          stamp={String(person.version)}
        />
        {person.hasPhoto && (
          <Button
            danger
            size="small"
            loading={remove.isPending}
            onClick={() => remove.mutate({ params })}
          >
            {t("person.page.removePhoto")}
          </Button>
        )}
      </p>
      <div style={{ display: "flex", flexWrap: "wrap", alignItems: "center", gap: 12 }}>
        <Button onClick={() => picker.current?.click()}>{t("person.page.choosePhoto")}</Button>
        <span>{file?.name}</span>
      </div>
      <input
        ref={picker}
        type="file"
        style={{ display: "none" }}
        accept="image/png,image/jpeg,image/webp"
        aria-label={t("person.page.setPhoto")}
        onChange={(event) => setFile(event.target.files?.[0] ?? null)}
      />
      <FormProblem error={set.error ?? remove.error} />
    </Modal>
  );
};
