import { type PersonPage, personPages } from "@mainstay/contract/person-page";
import { surveyOptOuts } from "@mainstay/contract/survey-setting";
import { Button, Dropdown } from "antd";
import { Suspense, lazy, useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../components/icon.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { useMay } from "../../lib/session.ts";

const Rename = lazy(() => import("./rename-dialog.tsx").then((m) => ({ default: m.RenameDialog })));
const Merge = lazy(() => import("./merge-dialog.tsx").then((m) => ({ default: m.MergeDialog })));
const Photo = lazy(() => import("./photo-dialog.tsx").then((m) => ({ default: m.PhotoDialog })));

const MakeLink = lazy(() =>
  import("../filing-link/make-filing-link-dialog.tsx").then((m) => ({
    default: m.MakeFilingLinkDialog,
  })),
);

type Act = "rename" | "merge" | "photo" | "filing" | "stopSurveys" | "allowSurveys";

/** What can be done with the person as a whole; nothing where this reader may do nothing. */
export const PersonActions = ({ page }: { page: PersonPage }) => {
  const { t } = useTranslation();
  const [act, setAct] = useState<Act | null>(null);
  const { person } = page;
  const notice = useNotice();
  const mayMakeLink = useMay("public_link.make");
  const job = page.jobs.find(({ endsOn }) => endsOn === null || endsOn >= page.today);
  const said = { params: { personId: person.id } };
  const asked = {
    refresh: [personPages.get, surveyOptOuts.list],
    onError: notice.refused,
  };
  const stop = useAct(surveyOptOuts.record, {
    ...asked,
    onSuccess: () => notice.done(t("person.page.surveysStopped")),
  });
  const allow = useAct(surveyOptOuts.remove, {
    ...asked,
    onSuccess: () => notice.done(t("person.page.surveysAllowed")),
  });
  const acts: { act: Act; may: boolean; words: string }[] = [
    {
      act: "rename",
      may: person.can.edit,
      words: t(person.isPlaceholder ? "person.page.identify" : "person.page.rename"),
    },
    { act: "merge", may: person.can.merge, words: t("person.page.merge") },
    { act: "photo", may: person.can.setPhoto, words: t("person.page.photo") },
    {
      act: "filing",
      may: mayMakeLink && job !== undefined && !person.isPlaceholder,
      words: t("incomingMessage.filing.title"),
    },
    page.surveyOptOut === null
      ? {
          act: "stopSurveys",
          may: person.can.edit && !person.isPlaceholder,
          words: t("person.page.stopSurveys"),
        }
      : { act: "allowSurveys", may: person.can.edit, words: t("person.page.allowSurveys") },
  ];
  const items = acts.filter(({ may }) => may);
  if (items.length === 0) return null;
  const begin = (chosen: Act) => {
    if (chosen === "stopSurveys") stop.mutate(said);
    else if (chosen === "allowSurveys") allow.mutate(said);
    else setAct(chosen);
  };
  const close = () => setAct(null);
  return (
    <>
      <Dropdown
        trigger={["click"]}
        menu={{
          items: items.map((item) => ({
            key: item.act,
            label: item.words,
            onClick: () => begin(item.act),
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
          {act === "filing" && job !== undefined && (
            <MakeLink accountId={job.accountId} personId={person.id} onClose={close} />
          )}
        </Suspense>
      )}
    </>
  );
};
