import type { PersonPage } from "@mainstay/contract/person-page";
import { Button, Dropdown } from "antd";
import { Suspense, lazy, useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../components/icon.tsx";

const Rename = lazy(() => import("./rename-dialog.tsx").then((m) => ({ default: m.RenameDialog })));
const Merge = lazy(() => import("./merge-dialog.tsx").then((m) => ({ default: m.MergeDialog })));
const Photo = lazy(() => import("./photo-dialog.tsx").then((m) => ({ default: m.PhotoDialog })));

type Act = "rename" | "merge" | "photo";

/** What can be done with the person as a whole; nothing where this reader may do nothing. */
export const PersonActions = ({ page }: { page: PersonPage }) => {
  const { t } = useTranslation();
  const [act, setAct] = useState<Act | null>(null);
  const { person } = page;
  const acts: { act: Act; may: boolean; words: string }[] = [
    {
      act: "rename",
      may: person.can.edit,
      words: t(person.isPlaceholder ? "person.page.identify" : "person.page.rename"),
    },
    { act: "merge", may: person.can.merge, words: t("person.page.merge") },
    { act: "photo", may: person.can.setPhoto, words: t("person.page.photo") },
  ];
  const items = acts.filter(({ may }) => may);
  if (items.length === 0) return null;
  const close = () => setAct(null);
  return (
    <>
      <Dropdown
        trigger={["click"]}
        menu={{
          items: items.map((item) => ({
            key: item.act,
            label: item.words,
            onClick: () => setAct(item.act),
          })),
        }}
      >
        <Button
          icon={<Icon name="more" />}
          aria-haspopup="menu"
          aria-label={t("person.page.actions")}
        />
      </Dropdown>
      {act !== null && (
        <Suspense>
          {act === "rename" && <Rename person={person} onClose={close} />}
          {act === "merge" && <Merge personId={person.id} onClose={close} />}
          {act === "photo" && <Photo person={person} onClose={close} />}
        </Suspense>
      )}
    </>
  );
};
