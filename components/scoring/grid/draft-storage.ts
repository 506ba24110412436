import type { Kept } from "./score-drafts"

/** Unsaved scores outlive a reload and a closed tab, per person and framework version, in this browser only. */
export function draftStorage(workspaceId: string, userId: string, frameworkId: string) {
  const name = `plumbline_scores_${workspaceId}_${userId}_${frameworkId}`
  return {
    keep(kept: Kept) {
      try {
        if (Object.keys(kept).length > 0) localStorage.setItem(name, JSON.stringify(kept))
        else localStorage.removeItem(name)
      } catch {
        // Without storage the grid still keeps them until the page is left.
      }
    },
    recall(): Kept {
      try {
        return JSON.parse(localStorage.getItem(name) ?? "{}") as Kept
      } catch {
        return {}
      }
    },
  }
}
