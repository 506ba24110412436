"use client"
import { type FormEvent, useState } from "react"
import { errorMessage, fieldErrors } from "@/components/api/errors"
import { useTRPCClient } from "@/components/api/trpc"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { Field } from "@/components/ui/field"
import { TextInput } from "@/components/ui/text-input"
import { linkTitleSchema, linkUrlSchema } from "@/server/discussion/domain/link"
import type { SubjectRef } from "@/server/discussion/domain/subject"

type Props = { subject: SubjectRef; onClose: () => void; onAdded: () => void }

/** A web address with a title of its own, or by its host and path. */
export default function LinkDialog({ subject, onClose, onAdded }: Props) {
  const api = useTRPCClient()
  const [url, setUrl] = useState("")
  const [title, setTitle] = useState("")
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [pending, setPending] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const found: Record<string, string> = {}
    const address = linkUrlSchema.safeParse(url)
    const named = linkTitleSchema.safeParse(title)
    if (!address.success) found.url = address.error.issues[0]?.message ?? "Give a web address"
    if (!named.success) found.title = named.error.issues[0]?.message ?? "Give a shorter title"
    setErrors(found)
    if (!address.success || !named.success || pending) return
    setPending(true)
    try {
      await api.discussion.addLink.mutate({ subject, url: address.data, title: named.data })
      onAdded()
      onClose()
    } catch (error) {
      const known = fieldErrors(error)
      setErrors(Object.keys(known).length > 0 ? known : { url: errorMessage(error) })
    } finally {
      setPending(false)
    }
  }
  return (
    <Dialog
      open
      title="Add link"
      description="Plumbline shows the address and never opens it itself."
      onOpenChange={(open) => !open && onClose()}
    >
      <form onSubmit={submit} noValidate>
        <Field label="Address" required error={errors.url}>
          {(control) => (
            <TextInput
              {...control}
              inputMode="url"
              autoComplete="off"
              placeholder="https://"
              value={url}
              onChange={(event) => setUrl(event.target.value)}
            />
          )}
        </Field>
        <Field label="Title" optional error={errors.title}>
          {(control) => (
            <TextInput
              {...control}
              autoComplete="off"
              value={title}
              onChange={(event) => setTitle(event.target.value)}
            />
          )}
        </Field>
        <div className="acts">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" pending={pending}>
            Add link
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
