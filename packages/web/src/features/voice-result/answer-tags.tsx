import { departments } from "@mainstay/contract/department";
import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../lib/query.ts";
import { useSession } from "../../lib/session.ts";
import { useAddressState } from "../../lib/table-state.ts";
import styles from "./voice-result.module.css";
import type { VoiceSearch } from "./voice-search.ts";

/** What the answers are narrowed to; each can be taken off, and the list counts more than the figure then. */
export const AnswerTags = () => {
  const { t } = useTranslation();
  const [search, change] = useAddressState<VoiceSearch>();
  const { from, to, department, of, overall, round, question, account } = search;
  const { permissions } = useSession();
  const known = useAnswer(
    departments.list,
    {},
    {
      enabled:
        department !== undefined && department !== "none" && permissions.includes("user.view"),
    },
  );
  const nameOf = (id: string) =>
    known.data?.items.find((one) => one.id === id)?.name ?? t("voiceResult.answer.department");
  const tag = (words: string, names: readonly (keyof VoiceSearch)[]) => (
    <Tag
      key={words}
      closable={{ "aria-label": t("app.remove") }}
      style={{ marginInlineEnd: 0, lineHeight: "28px", paddingInlineEnd: 2 }}
      onClose={(event) => {
        event.preventDefault();
        change(Object.fromEntries(names.map((name) => [name, undefined])) as VoiceSearch);
      }}
    >
      {words}
    </Tag>
  );
  return (
    <div className={styles["filters"]}>
      {from !== undefined &&
        to !== undefined &&
        tag(t("voiceResult.answer.between", { from, to }), ["from", "to"])}
      {overall && tag(t("voiceResult.answer.overall"), ["overall"])}
      {department !== undefined &&
        tag(department === "none" ? t("voiceResult.answer.noDepartment") : nameOf(department), [
          "department",
        ])}
      {of !== undefined && tag(t(`glossary.segment.${of}`), ["of"])}
      {round !== undefined && tag(t("voiceResult.answer.ofRound"), ["round"])}
      {question !== undefined && tag(t("voiceResult.answer.ofQuestion"), ["question"])}
      {account !== undefined && tag(t("voiceResult.answer.ofAccount"), ["account"])}
    </div>
  );
};
