import { people } from "@mainstay/contract/person";
import { users } from "@mainstay/contract/user";
import { Form, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../lib/query.ts";
import { useSession } from "../../lib/session.ts";

/** Who took part in a contact, theirs and ours: fields `personIds` and `ourUserIds` of the form around them. */
export const WhoWasThere = ({ accountId }: { accountId: string }) => {
  const { t } = useTranslation();
  const { user } = useSession();
  const theirs = useAnswer(people.list, { params: { accountId } });
  const ours = useAnswer(users.list, { query: { limit: 200 } }, { staleTime: 300_000 });
  const colleagues = (ours.data?.items ?? []).filter(
    ({ id, status }) => status === "active" && id !== user.id,
  );
  // A person may hold two jobs at one account.
  const present = new Map(
    (theirs.data?.items ?? [])
      .filter(({ endsOn, isPlaceholder }) => endsOn === null && !isPlaceholder)
      .map(({ personId, name, title }) => [
        personId,
        { value: personId, label: title === null ? name : `${name} · ${title}` },
      ]),
  );
  return (
    <>
      <Form.Item name="personIds" label={t("interaction.people")}>
        <Select
          mode="multiple"
          aria-label={t("interaction.people")}
          loading={theirs.isPending}
          showSearch={{ optionFilterProp: "label" }}
          options={[...present.values()]}
          notFoundContent={t("interaction.noPeople")}
        />
      </Form.Item>
      <Form.Item name="ourUserIds" label={t("interaction.ours")}>
        <Select
          mode="multiple"
          aria-label={t("interaction.ours")}
          showSearch={{ optionFilterProp: "label" }}
          options={[
            { value: user.id, label: t("app.named", { name: user.name, also: t("app.me") }) },
            ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </Form.Item>
    </>
  );
};
