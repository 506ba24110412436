export const itemCount = (items: number) =>
  items === 1 ? "1 item" : `${items.toLocaleString("en-GB")} items`

/** What giving one's values again came to. */
export function restoredWords({ items, newer }: { items: number; newer: number }): string {
  const given = `Your values for ${itemCount(items)} count again`
  if (newer === 0) return given
  const stayed = `what you gave for ${itemCount(newer)} since then is newer and stays`
  return items === 0 ? `${stayed[0]!.toUpperCase()}${stayed.slice(1)}` : `${given}; ${stayed}`
}
