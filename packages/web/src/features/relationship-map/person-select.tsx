import { Select } from "antd";
import { useMemo } from "react";
import type { MapModel } from "./map-model.ts";
import { useMapWords } from "./map-words.ts";

/** Chooses one of the people on the map by name, title or department. */
export const PersonSelect = ({
  model,
  value = null,
  onChange,
  without,
  nobody,
  id,
  label,
  autoFocus = false,
}: {
  model: MapModel;
  value?: string | null;
  onChange?: (personId: string | null) => void;
  /** Who cannot be chosen. */
  without?: (personId: string) => boolean;
  /** The words for choosing nobody, where that is a choice. */
  nobody?: string;
  id?: string;
  label?: string;
  autoFocus?: boolean;
}) => {
  const words = useMapWords();
  const options = useMemo(
    () =>
      model.tree.order.flatMap((personId) => {
        const node = model.personOf(personId);
        if (!node || without?.(personId)) return [];
        const job = words.job(node);
        return [{ value: personId, label: job === "" ? node.name : `${node.name} · ${job}` }];
      }),
    [model, without, words],
  );
  return (
    <Select
      {...(id !== undefined && { id })}
      {...(label !== undefined && { "aria-label": label, placeholder: label })}
      autoFocus={autoFocus}
      showSearch={{ optionFilterProp: "label" }}
      value={value ?? (nobody === undefined ? undefined : "")}
      onChange={(next: string) => onChange?.(next === "" ? null : next)}
      options={nobody === undefined ? options : [{ value: "", label: nobody }, ...options]}
      style={{ width: "100%" }}
    />
  );
};
