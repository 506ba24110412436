"use client"
import { useQuery } from "@tanstack/react-query"
import { useTRPC } from "@/components/api/trpc"
import { usePeople } from "@/components/members/use-people"
import { FilterButton } from "@/components/ui/filter-button"
import { TextField } from "@/components/ui/form-fields"
import { PersonField } from "@/components/ui/person-field"
import { AssessmentField } from "./assessment-field"
import type { FormPart } from "./form-part"
import type { ActivityDetails } from "./register-data"

/** What the entry belongs to, who answers for it and when somebody looks again. */
export function LinkFields({ values, set, errorAt, activity }: FormPart & { activity: ActivityDetails }) {
  const trpc = useTRPC()
  const people = usePeople([activity.owner])
  const { data: products = activity.products } = useQuery(trpc.products.listProducts.queryOptions({}))
  return (
    <fieldset>
      <legend>What it belongs to</legend>
      <div className="mb-4">
        <FilterButton
          label="Products"
          any="none"
          options={products.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={values.productIds}
          onChange={(productIds) => set({ productIds })}
        />
      </div>
      <div className="pair">
        <AssessmentField
          present={activity.assessment}
          value={values.assessmentId}
          error={errorAt("assessmentId")}
          onChange={(assessmentId) => set({ assessmentId })}
        />
        <PersonField
          label="Owner"
          hint="Is reminded of the review"
          people={people}
          value={values.ownerId}
          error={errorAt("ownerId")}
          onChange={(ownerId) => set({ ownerId })}
        />
      </div>
      <TextField
        label="Next review"
        type="date"
        optional
        value={values.nextReviewOn ?? ""}
        error={errorAt("nextReviewOn")}
        onChange={(day) => set({ nextReviewOn: day || null })}
      />
    </fieldset>
  )
}
