const LENGTH = 320

/** The beginning of a Markdown text as plain words, cut at a word. */
export function excerptOf(markdown: string): string {
  const plain = markdown
    .slice(0, LENGTH * 4)
    .replace(/```[\s\S]*?(```|$)/g, " ")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/^\s*(#{1,6}|>|[-*+]( \[[ xX]\])?|\d+\.)\s+/gm, "")
    .replace(/[*_`~]{1,3}(\S(?:.*?\S)?)[*_`~]{1,3}/g, "$1")
    .replace(/\s+/g, " ")
    .trim()
  if (plain.length <= LENGTH) return plain
  const cut = plain.slice(0, LENGTH)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), LENGTH - 40))}…`
}
