/** Groups rows by what `key` says; rows without a key are left out. */
export function groupBy<T>(rows: readonly T[], key: (row: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const name = key(row)
    if (name === null) continue
    const group = groups.get(name)
    if (group) group.push(row)
    else groups.set(name, [row])
  }
  return groups
}

/** The group with the most rows that differ in `what`; the first of equals. */
export function largest<T>(
  groups: ReadonlyMap<string, T[]>,
  what: (row: T) => string,
): [string, T[]] | undefined {
  const size = (rows: T[]) => new Set(rows.map(what)).size
  return [...groups].reduce<[string, T[]] | undefined>(
    (best, entry) => (best && size(best[1]) >= size(entry[1]) ? best : entry),
    undefined,
  )
}
