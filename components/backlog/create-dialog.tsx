"use client"
import { useMutation } from "@tanstack/react-query"
import { type FormEvent, useEffect, useRef, useState } from "react"
import { errorMessage, fieldErrors } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { Dialog } from "@/components/ui/dialog"
import { Notice } from "@/components/ui/notice"
import { notify } from "@/components/ui/toast"
import type { ItemFilter } from "@/server/backlog/domain/item-filter"
import { CreateFields } from "./create-fields"
import { type CreateForm, checkForm, emptyForm, type Whole } from "./prepare-create"
import { SimilarItems } from "./similar-items"
import type { Choices } from "./use-choices"
import { useItemCache } from "./use-item-cache"

type Props = { choices: Choices; filter: ItemFilter; whole?: Whole; onClose: () => void }

/** A new item: one line is enough. What was typed stays until it is saved or closed. */
export default function CreateDialog({ choices, filter, whole, onClose }: Props) {
  const trpc = useTRPC()
  const cache = useItemCache()
  const { me, may } = useWorkspace()
  const [form, setForm] = useState(() => emptyForm(filter, me.id, whole))
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [another, setAnother] = useState(false)
  const formElement = useRef<HTMLFormElement>(null)
  const create = useMutation(trpc.backlog.createItem.mutationOptions())
  const allowed = may("backlog.edit", choices.scopeOf(form.productId || null))

  useEffect(() => {
    if (Object.keys(errors).length > 0) {
      formElement.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
    }
  }, [errors])

  const set = (change: Partial<CreateForm>) => {
    setForm((before) => ({ ...before, ...change }))
    setErrors((before) => Object.fromEntries(Object.entries(before).filter(([field]) => !(field in change))))
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (create.isPending || !allowed.ok) return
    const checked = checkForm(form)
    if (!checked.ok) return setErrors(checked.errors)
    try {
      const made = await create.mutateAsync(checked.input)
      notify.success(`Created ${made.key} “${checked.input.title}” at the end of the order`)
      void cache.outdate()
      if (!another) return onClose()
      set({ title: "", description: "" })
      formElement.current?.querySelector<HTMLElement>("input")?.focus()
    } catch (error) {
      setErrors(fieldErrors(error))
    }
  }
  const general = create.error && Object.keys(errors).length === 0 ? errorMessage(create.error) : undefined

  return (
    <Dialog
      open
      wide
      title={whole ? `Create a part of ${whole.key}` : "Create item"}
      onOpenChange={(open) => !open && onClose()}
    >
      <form ref={formElement} onSubmit={submit} noValidate>
        <CreateFields
          form={form}
          errors={errors}
          choices={choices}
          onChange={set}
          belowTitle={<SimilarItems title={form.title} />}
        />
        {general ? (
          <div role="alert">
            <Notice state="bad">
              <b>The item was not created.</b> {general}
            </Notice>
          </div>
        ) : null}
        <div className="acts">
          <span className="mr-auto">
            <Checkbox checked={another} onChange={(event) => setAnother(event.target.checked)}>
              Create another
            </Checkbox>
          </span>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            variant="primary"
            pending={create.isPending}
            disabledReason={allowed.ok ? undefined : allowed.reason}
          >
            Create item
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
