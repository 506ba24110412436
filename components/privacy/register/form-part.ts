import type { ActivityFields } from "@/server/privacy/domain/processing-activity"

/** What a part of the form gets: the values, how to change them, and the message at a field's path. */
export type FormPart = {
  values: ActivityFields
  set: (patch: Partial<ActivityFields>) => void
  errorAt: (path: string) => string | undefined
}
