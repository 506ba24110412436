"use client"
import { useMutation } from "@tanstack/react-query"
import { useRouter } from "next/navigation"
import { z } from "zod"
import { useTRPC } from "@/components/api/trpc"
import { useForm } from "@/components/shell/use-form"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { TextInput } from "@/components/ui/text-input"
import { notify } from "@/components/ui/toast"
import { personName } from "@/server/members/domain/account"

const schema = z.object({ name: personName })

export function NameForm({ name }: { name: string }) {
  const router = useRouter()
  const update = useMutation(useTRPC().members.updateAccount.mutationOptions())
  const form = useForm(schema, { name }, async (values) => {
    await update.mutateAsync(values)
    notify.success("Changed your name")
    router.refresh()
  })
  return (
    <form {...form.props}>
      {form.message ? <Notice state="bad">{form.message}</Notice> : null}
      <Field label="Name" hint="Shown beside everything that you do" error={form.errors.name} required>
        {(control) => (
          <TextInput
            {...control}
            autoComplete="name"
            value={form.values.name}
            onChange={(event) => form.set({ name: event.target.value })}
          />
        )}
      </Field>
      <Button type="submit" pending={form.pending}>
        Change name
      </Button>
    </form>
  )
}
