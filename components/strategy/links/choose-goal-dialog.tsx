"use client"
import { useQuery } from "@tanstack/react-query"
import Link from "next/link"
import { type FormEvent, useId, useState } from "react"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { Combobox } from "@/components/ui/combobox"
import { Dialog } from "@/components/ui/dialog"
import { Field } from "@/components/ui/field"
import { notify } from "@/components/ui/toast"
import { ContributionField } from "./contribution-field"
import { useLinks } from "./use-links"

type Props = { subject: { productId: string } | { itemId: string }; name: string; onClose: () => void }

/** Says which key result a product or an item works on. */
export default function ChooseGoalDialog({ subject, name, onClose }: Props) {
  const trpc = useTRPC()
  const { workspace } = useWorkspace()
  const formId = useId()
  const { data: goals } = useQuery(trpc.strategy.listGoals.queryOptions({}))
  const { link, isPending } = useLinks()
  const [chosen, setChosen] = useState<string>()
  const [note, setNote] = useState("")
  const [error, setError] = useState<string>()
  const options = (goals ?? []).flatMap(({ key, title, keyResults }) =>
    keyResults.map(({ id, sentence }) => ({ value: id, label: sentence, hint: key, keywords: title })),
  )
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setError(chosen ? undefined : "Choose a key result")
    if (!chosen || isPending) return
    const made = await link({ keyResultId: chosen, ...subject, note }).catch(() => null)
    if (!made) return
    notify.success(`Linked ${name}`)
    onClose()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={`What does ${name} work on?`}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" pending={isPending}>
            Link key result
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate>
        <Field label="Key result" error={error} required>
          {(control) => (
            <Combobox
              {...control}
              label="Key result"
              placeholder="Choose a key result"
              options={options}
              value={chosen}
              onChange={setChosen}
            />
          )}
        </Field>
        {goals && options.length === 0 ? (
          <p className="hint">
            There is no key result yet. <Link href={`/${workspace.slug}/strategy`}>State the first one</Link>.
          </p>
        ) : null}
        <ContributionField note={note} onChange={setNote} />
      </form>
    </Dialog>
  )
}
