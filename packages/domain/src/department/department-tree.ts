interface Department {
  readonly id: string;
  readonly parentId: string | null;
}

/**
 * The departments in the order of a tree: each followed by those below it, siblings as they were given. `depth` is 0 at
 * the top. One whose parent is not among them stands at the top, so that none is lost.
 */
export const departmentsInTreeOrder = <D extends Department>(
  departments: readonly D[],
): { department: D; depth: number }[] => {
  const known = new Set(departments.map(({ id }) => id));
  const below = new Map<string | null, D[]>();
  for (const department of departments) {
    const { parentId } = department;
    const above = parentId !== null && known.has(parentId) ? parentId : null;
    below.set(above, [...(below.get(above) ?? []), department]);
  }
  const walk = (parentId: string | null, depth: number): { department: D; depth: number }[] =>
    (below.get(parentId) ?? []).flatMap((department) => [
      { department, depth },
      ...walk(department.id, depth + 1),
    ]);
  return walk(null, 0);
};

/** The ids of a department and all below it: whose people a head sees. */
export const departmentAndBelow = (departments: readonly Department[], id: string): Set<string> => {
  const found = new Set([id]);
  for (let size = 0; size !== found.size; ) {
    size = found.size;
    for (const { id: one, parentId } of departments) {
      if (parentId !== null && found.has(parentId)) found.add(one);
    }
  }
  return found;
};
