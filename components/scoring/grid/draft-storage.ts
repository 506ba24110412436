import { type DraftOwner, draftStore } from "@/components/shell/draft-store"
import type { Kept } from "./score-drafts"

/** Unsaved scores outlive a reload and a closed tab: those of a framework's version, or of a round of a workshop. */
export function draftStorage(owner: DraftOwner, name: string) {
  const store = draftStore(owner, `scores ${name}`, "browser")
  return {
    keep: (kept: Kept) => (Object.keys(kept).length > 0 ? store.keep(kept) : store.clear()),
    recall: () => (store.read() ?? {}) as Kept,
  }
}
