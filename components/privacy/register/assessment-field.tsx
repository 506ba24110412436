"use client"
import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { useDeferredValue, useState } from "react"
import { useTRPC } from "@/components/api/trpc"
import { ComboField } from "@/components/ui/combo-field"
import type { ActivityDetails } from "./register-data"

type Props = {
  value: string | null
  /** The one that the entry has now, named also when it is archived. */
  present: ActivityDetails["assessment"]
  error?: string
  onChange: (id: string | null) => void
}

/** The impact assessment of an entry, found by typing a part of its name, its key or its product. */
export function AssessmentField({ value, present, error, onChange }: Props) {
  const trpc = useTRPC()
  const [typed, setTyped] = useState("")
  const search = useDeferredValue(typed.trim().slice(0, 200))
  const { data } = useQuery(
    trpc.dpia.listAssessments.queryOptions({ filter: { search } }, { placeholderData: keepPreviousData }),
  )
  const found = data?.assessments ?? []
  const more = present && search === "" && found.every(({ id }) => id !== present.id) ? [present] : []
  return (
    <ComboField
      label="Impact assessment"
      options={[...found, ...more].map(({ id, key, name }) => ({ value: id, label: name, hint: key }))}
      found={{ onType: setTyped, total: data?.total ?? 0 }}
      value={value}
      empty="None"
      error={error}
      onChange={(id) => onChange(id || null)}
    />
  )
}
