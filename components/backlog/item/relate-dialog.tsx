"use client"
import { useState } from "react"
import { errorMessage } from "@/components/api/errors"
import { useTRPCClient } from "@/components/api/trpc"
import { announce } from "@/components/shell/announcer"
import { Dialog } from "@/components/ui/dialog"
import { Field } from "@/components/ui/field"
import { Icon } from "@/components/ui/icon"
import { Select } from "@/components/ui/select"
import { RELATION_WORDS } from "@/server/backlog/domain/relation"
import type { ItemDetails } from "../item-data"
import { ItemFinder } from "./item-finder"
import { WORD_OPTIONS } from "./prepare-relations"

type Props = { item: ItemDetails; onRelated: () => void; onClose: () => void }
type Word = (typeof WORD_OPTIONS)[number]["value"]

/** Chooses a word and another item. A circle of dependencies is refused, with the way around. */
export default function RelateDialog({ item, onRelated, onClose }: Props) {
  const api = useTRPCClient()
  const [word, setWord] = useState<Word>("blocked_by")
  const [problem, setProblem] = useState<string>()
  const relate = async (other: { id: string; key: string }) => {
    setProblem(undefined)
    try {
      await api.backlog.relateItems.mutate({ fromId: item.id, toId: other.id, word })
      announce(`${item.key} ${RELATION_WORDS[word]} ${other.key}`)
      onRelated()
    } catch (error) {
      setProblem(errorMessage(error))
    }
  }
  return (
    <Dialog
      open
      title={`Relate ${item.key} to another item`}
      description="A dependency says that one cannot be finished before the other."
      onOpenChange={(open) => !open && onClose()}
    >
      <Field label={`${item.key} …`}>
        {(control) => (
          <Select
            {...control}
            options={WORD_OPTIONS}
            value={word}
            onChange={(event) => setWord(event.target.value as Word)}
          />
        )}
      </Field>
      <ItemFinder exceptId={item.id} onChoose={(other) => void relate(other)} />
      {problem ? (
        <p className="bad" role="alert">
          <Icon name="bad" /> {problem}
        </p>
      ) : null}
    </Dialog>
  )
}
