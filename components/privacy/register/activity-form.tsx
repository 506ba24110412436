"use client"
import { useMutation } from "@tanstack/react-query"
import { z } from "zod"
import { useTRPC } from "@/components/api/trpc"
import { useForm } from "@/components/shell/use-form"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { notify } from "@/components/ui/toast"
import { type ActivityFields, activitySchema } from "@/server/privacy/domain/processing-activity"
import { DataFields } from "./data-fields"
import { LawfulnessFields } from "./lawfulness-fields"
import { LinkFields } from "./link-fields"
import { sentFields } from "./prepare-register"
import type { ActivityDetails } from "./register-data"
import { useRefreshRegister } from "./use-refresh-register"

/** While it is typed a line may be empty. */
const typedLines = z.array(z.string().max(200, "At most 200 characters in a line"))
const typed = activitySchema.extend({ people: typedLines, recipients: typedLines })

/** All that is written down about a processing. Saving makes a version that outdates an approval. */
export default function ActivityForm({
  activity,
  onClose,
}: {
  activity: ActivityDetails
  onClose: () => void
}) {
  const trpc = useTRPC()
  const refresh = useRefreshRegister()
  const update = useMutation(trpc.privacy.updateActivity.mutationOptions())
  const { id, key, version, state } = activity
  const form = useForm<ActivityFields>(typed, activity.fields, async (values) => {
    await update.mutateAsync({ id, version, fields: sentFields(values) })
    notify.success(`Saved ${key}`)
    await refresh()
    onClose()
  })
  const part = {
    values: form.values,
    set: form.set,
    errorAt: (path: string) => form.errors[path],
  }
  const approved = state === "approved" || state === "in_review"
  return (
    <form className="activity-form max-w-4xl" {...form.props}>
      {approved ? (
        <Notice state="warning">
          <b>A change makes version {version + 1}.</b> It has to be approved again.
        </Notice>
      ) : null}
      <LawfulnessFields {...part} />
      <DataFields {...part} />
      <LinkFields {...part} activity={activity} />
      {form.message ? <Notice state="bad">{form.message}</Notice> : null}
      <div className="acts">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="primary" pending={form.pending}>
          Save entry
        </Button>
      </div>
    </form>
  )
}
