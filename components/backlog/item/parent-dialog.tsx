"use client"
import { Dialog } from "@/components/ui/dialog"
import type { ItemDetails } from "../item-data"
import { ItemFinder } from "./item-finder"

type Props = { item: ItemDetails; onChoose: (id: string) => void; onClose: () => void }

/** Finds the item that this one is part of. Cycles are refused by the server. */
export default function ParentDialog({ item, onChoose, onClose }: Props) {
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`What is ${item.key} part of?`}
      description="Usually an epic. Type a key or words of its title."
    >
      <ItemFinder exceptId={item.id} onChoose={({ id }) => onChoose(id)} />
    </Dialog>
  )
}
