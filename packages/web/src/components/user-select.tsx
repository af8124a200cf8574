import { users } from "@mainstay/contract/user";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../lib/query.ts";
import { useSession } from "../lib/session.ts";

/** Choose a colleague; the reader stands first. `known` is shown before the list has arrived. */
export const UserSelect = ({
  id,
  value,
  onChange,
  known = null,
  label,
  nobody,
}: {
  id?: string;
  value?: string | null;
  onChange?: (userId: string | null, name: string | null) => void;
  known?: { id: string; name: string } | null;
  label?: string;
  /** What it says where nobody is chosen. */
  nobody?: string;
}) => {
  const { t } = useTranslation();
  const { user } = useSession();
  const found = useAnswer(users.list, { query: { limit: 200 } }, { staleTime: 300_000 });
  const active = (found.data?.items ?? []).filter(({ status }) => status === "active");
  const others = active.filter((other) => other.id !== user.id);
  const listed = [user, ...others];
  const options = (
    known !== null && !listed.some((one) => one.id === known.id) ? [...listed, known] : listed
  ).map((one) => ({
    value: one.id,
    label: one.id === user.id ? t("app.named", { name: one.name, also: t("app.me") }) : one.name,
  }));
  return (
    <Select
      {...(id !== undefined && { id })}
      {...(label !== undefined && { "aria-label": label })}
      style={{ width: "100%" }}
      showSearch={{ optionFilterProp: "label" }}
      value={value ?? ""}
      options={[{ value: "", label: nobody ?? t("app.nobody") }, ...options]}
      onChange={(next: string) =>
        onChange?.(
          next === "" ? null : next,
          [...listed, known].find((one) => one?.id === next)?.name ?? null,
        )
      }
    />
  );
};
