import { classNames } from "@/components/ui/class-names"
import type { WorkshopItem } from "../workshop-data"
import type { ItemProgress } from "./prepare-scoring"

type Props = {
  items: readonly WorkshopItem[]
  current: number
  progress: (itemId: string) => ItemProgress
  onChoose: (index: number) => void
}

const WORDS: Record<ItemProgress, string> = {
  done: "scored",
  partly: "partly scored",
  open: "not scored yet",
}

/** All items of the round as steps: which are done, where one is; a press goes there. */
export function ItemStrip({ items, current, progress, onChoose }: Props) {
  const done = items.filter(({ itemId }) => progress(itemId) === "done").length
  return (
    <nav className="item-strip" aria-label="Items of this round">
      <ol>
        {items.map(({ itemId, key, title }, index) => {
          const state = progress(itemId)
          return (
            <li key={itemId}>
              <button
                type="button"
                className={classNames("step", state)}
                aria-current={index === current ? "step" : undefined}
                title={`${key} ${title}`}
                aria-label={`${key}, ${WORDS[state]}`}
                onClick={() => onChoose(index)}
              />
            </li>
          )
        })}
      </ol>
      <span className="hint tab">
        {done} of {items.length} scored
      </span>
    </nav>
  )
}
