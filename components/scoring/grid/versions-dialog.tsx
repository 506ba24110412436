"use client"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { Table, Td, Th } from "@/components/ui/table"
import type { Framework } from "@/server/scoring/domain/framework"
import type { GridItem } from "../scoring-data"
import { criterionText } from "./prepare-entry"
import { type RowDraft, shownScore } from "./score-drafts"

type Props = {
  item: GridItem
  draft: RowDraft
  framework: Framework
  /** True: my values of this window are saved over the other ones. */
  onSettle: (keepMine: boolean) => void
  onClose: () => void
}

/** The same person scored the item in another window: both versions, and the person chooses. */
export default function VersionsDialog({ item, draft, framework, onSettle, onClose }: Props) {
  const mine = shownScore(item.mine, draft)
  const rows = framework.criteria.map((criterion) => ({
    name: criterion.name,
    saved: criterionText(framework, criterion, draft.theirs?.inputs[criterion.key]),
    here: criterionText(framework, criterion, mine.inputs[criterion.key]),
  }))
  return (
    <Dialog
      open
      alert
      onOpenChange={(open) => !open && onClose()}
      title={`You scored ${item.key} in another window`}
      description="Nothing of this window was written yet. Choose which values stay."
      actions={
        <>
          <Button onClick={() => onSettle(false)}>Keep the saved values</Button>
          <Button variant="primary" onClick={() => onSettle(true)}>
            Save the values of this window
          </Button>
        </>
      }
    >
      <Table label="Both versions">
        <thead>
          <tr>
            <Th>Criterion</Th>
            <Th num>Saved</Th>
            <Th num>This window</Th>
          </tr>
        </thead>
        <tbody>
          {[...rows, { name: "Why", saved: draft.theirs?.note ?? "", here: mine.note }].map(
            ({ name, saved, here }) => (
              <tr key={name}>
                <Th scope="row">{name}</Th>
                <Td num>{saved || "–"}</Td>
                <Td num>{saved === here ? here || "–" : <b>{here || "–"}</b>}</Td>
              </tr>
            ),
          )}
        </tbody>
      </Table>
    </Dialog>
  )
}
