import { departments } from "@mainstay/contract/department";
import { departmentsInTreeOrder } from "@mainstay/domain/department/department-tree";
import { useMemo } from "react";
import { useAnswer } from "../../../lib/query.ts";

/** Every department by id in the order of the tree, with the names above it: `华北 / 河北`. */
export const useDepartmentNames = (): ReadonlyMap<string, string> => {
  const items = useAnswer(departments.list, {}).data?.items;
  return useMemo(() => {
    const names = new Map<string, string>();
    for (const { department } of departmentsInTreeOrder(items ?? [])) {
      const above = department.parentId === null ? undefined : names.get(department.parentId);
      names.set(
        department.id,
        above === undefined ? department.name : `${above} / ${department.name}`,
      );
    }
    return names;
  }, [items]);
};
