import { users } from "@mainstay/contract/user";
import { Select } from "antd";
import { useAnswer } from "../../lib/query.ts";

/** Choose several colleagues; those already chosen are shown before the list has arrived. */
export const ColleaguesSelect = ({
  id,
  value,
  known,
  onChange,
}: {
  id?: string;
  value: readonly string[];
  known: readonly { id: string; name: string }[];
  onChange: (userIds: string[]) => void;
}) => {
  const found = useAnswer(users.list, { query: { limit: 200 } }, { staleTime: 300_000 });
  const listed = (found.data?.items ?? []).filter(({ status }) => status === "active");
  const all = new Map([...known, ...listed].map((user) => [user.id, user.name]));
  return (
    <Select
      {...(id !== undefined && { id })}
      mode="multiple"
      showSearch={{ optionFilterProp: "label" }}
      style={{ width: "100%" }}
      value={[...value]}
      onChange={onChange}
      options={[...all].map(([userId, name]) => ({ value: userId, label: name }))}
    />
  );
};
