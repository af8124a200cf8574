import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import { useAddressState } from "../../lib/table-state.ts";
import type { CaseSearch } from "./case-search.ts";

/** What a link from the analyses narrowed the list to and no field of the bar says; each can be taken off. */
export const CaseFilterTags = () => {
  const { t } = useTranslation();
  const [search, change] = useAddressState<CaseSearch>();
  const { cause, segment, product, without, outcome, from, to } = search;
  const tag = (key: string, words: string, names: readonly (keyof CaseSearch)[]) => (
    <Tag
      key={key}
      closable={{ "aria-label": t("app.remove") }}
      style={{ marginInlineEnd: 0, lineHeight: "28px", paddingInlineEnd: 2 }}
      onClose={(event) => {
        event.preventDefault();
        change(Object.fromEntries(names.map((name) => [name, undefined])) as CaseSearch);
      }}
    >
      {words}
    </Tag>
  );
  return (
    <>
      {from !== undefined &&
        to !== undefined &&
        tag("period", t("case.list.filter.opened", { from, to }), ["from", "to"])}
      {cause?.map((one) =>
        tag(one, t("case.list.filter.cause", { cause: t(`case.cause.${one}`) }), ["cause"]),
      )}
      {segment?.map((one) => tag(one, t(`glossary.segment.${one}`), ["segment"]))}
      {without?.map((one) => tag(one, t(`case.list.filter.without.${one}`), ["without"]))}
      {outcome !== undefined &&
        tag("outcome", t(`case.list.filter.outcome.${outcome}`), ["outcome"])}
      {product !== undefined && tag("product", t("case.list.filter.product"), ["product"])}
    </>
  );
};
