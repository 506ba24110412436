"use client"
import { useWorkspace } from "@/components/api/workspace"
import { MiniThread } from "@/components/thread/mini-thread"
import { StateWord } from "@/components/ui/state-word"
import type { ThreadLink } from "@/server/products/domain/thread-link"
import { soleLinkNote, threadNote } from "./prepare-products"

/** A product's thread in a row. One link alone is no line yet, so it is written out. */
export function ThreadCell({ links, note = true }: { links: readonly ThreadLink[]; note?: boolean }) {
  const { me } = useWorkspace()
  const [only, ...others] = links
  if (!only) return <span className="unknown">No links yet</span>
  const words = others.length > 0 ? threadNote(links, me.name) : soleLinkNote(only, me.name)
  return (
    <>
      {others.length > 0 ? (
        <MiniThread links={links} />
      ) : (
        <StateWord state={only.state}>
          {only.name}: {only.word}
        </StateWord>
      )}
      {note && words ? <small>{words}</small> : null}
    </>
  )
}
