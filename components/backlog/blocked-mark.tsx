import Link from "next/link"
import { StateWord } from "@/components/ui/state-word"
import type { BlockedItem } from "./item-data"
import { blockedWords } from "./prepare-blocked"

type Props = {
  blocked: BlockedItem | undefined
  /** Address of an item's page without its key. */
  itemsHref: string
  tabIndex?: number
}

/** That an item waits for open ones; leads to the one it waits for. */
export function BlockedMark({ blocked, itemsHref, tabIndex }: Props) {
  if (!blocked) return null
  const { text, all } = blockedWords(blocked)
  const [only] = blocked.keys
  return (
    <span className="blocked" title={all}>
      <StateWord state="warning">
        {blocked.blockedBy === 1 && only ? (
          <Link className="plain" href={`${itemsHref}/${only}`} tabIndex={tabIndex} draggable={false}>
            {text}
          </Link>
        ) : (
          <>
            {text}
            <span className="sr-only">. {all}</span>
          </>
        )}
      </StateWord>
    </span>
  )
}
