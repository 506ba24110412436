"use client"
import { useMutation, useQuery } from "@tanstack/react-query"
import { z } from "zod"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { usePeople } from "@/components/members/use-people"
import { useForm } from "@/components/shell/use-form"
import { Checkbox } from "@/components/ui/checkbox"
import { ComboField } from "@/components/ui/combo-field"
import { FormDialog } from "@/components/ui/form-dialog"
import { ChoiceField, TextField } from "@/components/ui/form-fields"
import { notify } from "@/components/ui/toast"
import { addDays } from "@/server/access/domain/days"
import {
  ACCESS_RIGHTS,
  type AccessRight,
  lastDayOf,
  latestUntil,
  PURPOSE_LABELS,
  PURPOSES,
  type Purpose,
  RIGHT_LABELS,
  requestTerms,
} from "@/server/access/domain/request"
import type { RequestDetails } from "./access-data"
import { useRefreshAccess } from "./use-refresh-access"
import { useSubjectChoices } from "./use-subject-choices"
import "./access.css"

const schema = requestTerms.omit({ fromDay: true }).extend({
  subject: z.string().min(1, "Choose a product or a data asset"),
  fromDay: z.string(),
})

const purposes = PURPOSES.map((value) => ({ value, label: PURPOSE_LABELS[value] }))

type Props = {
  /** What access is asked for, where the page knows it: "product <id>" or "asset <id>". */
  subject?: string
  /** The request that is changed, or the access that is renewed. */
  before?: { request: RequestDetails; as: "revision" | "renewal" }
  onClose: () => void
}

type Values = {
  subject: string
  beneficiaryId: string | undefined
  purpose: string
  reason: string
  rights: AccessRight[]
  fromDay: string
  untilDay: string
}

function valuesOf({ subject = "", before }: Props, me: string, today: string): Values {
  if (!before) {
    const empty = { purpose: "", reason: "", rights: ["read" as const], fromDay: "" }
    return { subject, beneficiaryId: me, ...empty, untilDay: addDays(today, 90) }
  }
  const { request, as } = before
  const kept = { purpose: request.purpose, reason: request.reason, rights: request.rights }
  const last = lastDayOf(request.validUntil)
  const from = as === "revision" ? request.validFrom.slice(0, 10) : addDays(last, 1)
  const fromDay = from <= today ? "" : from
  return {
    subject: `${request.subject.type} ${request.subject.id}`,
    beneficiaryId: request.beneficiary.id,
    ...kept,
    fromDay,
    untilDay: as === "revision" ? last : addDays(fromDay || today, 90),
  }
}

/** What is written belongs to the thing it was begun for, and to the version of the request that is changed. */
const draftName = ({ subject = "", before }: Props) =>
  `access ${before ? `${before.as} ${before.request.id} ${before.request.version}` : subject}`

/** Asks for access to a product or data asset, for oneself or somebody else; also to renew it or to change what was asked. */
export default function RequestDialog(props: Props) {
  const { before, onClose } = props
  const trpc = useTRPC()
  const refresh = useRefreshAccess()
  const { me, now } = useWorkspace()
  const people = usePeople(before ? [before.request.beneficiary] : [])
  const products = useQuery(trpc.products.listProducts.queryOptions({}))
  const ask = useMutation(trpc.access.requestAccess.mutationOptions())
  const revise = useMutation(trpc.access.reviseRequest.mutationOptions())
  const today = now.slice(0, 10)
  const form = useForm(
    schema,
    valuesOf(props, me.id, today),
    async (values) => {
      const [type, id = ""] = values.subject.split(" ")
      const terms = {
        purpose: values.purpose as Purpose,
        reason: values.reason,
        rights: values.rights,
        fromDay: values.fromDay || null,
        untilDay: values.untilDay,
      }
      if (before?.as === "revision") {
        await revise.mutateAsync({ id: before.request.id, version: before.request.version, terms })
      } else {
        const what = type === "asset" ? { assetId: id } : { productId: id }
        const renewsId = before?.request.id ?? null
        await ask.mutateAsync({ ...terms, ...what, beneficiaryId: values.beneficiaryId ?? null, renewsId })
      }
      await refresh()
      notify.success("Asked. Those who answer for the data decide")
      onClose()
    },
    { draft: draftName(props) },
  )
  const { values, field, set, errors } = form
  const subjects = useSubjectChoices(products.data ?? [], values.subject)
  const fixed = before !== undefined
  const title = !before
    ? "Ask for access"
    : before.as === "renewal"
      ? `Renew access to ${before.request.subject.name}`
      : "Change the request"
  const toggle = (right: AccessRight, on: boolean) =>
    set({ rights: ACCESS_RIGHTS.filter((one) => (one === right ? on : values.rights.includes(one))) })
  return (
    <FormDialog
      form={form}
      title={title}
      description="The steward or owner decides, and signs. Plumbline records who may have access; an engineer sets it up where the data is."
      action={before?.as === "revision" ? "Ask again" : before ? "Ask to renew" : "Ask for access"}
      onClose={onClose}
    >
      {fixed ? null : (
        <div className="pair">
          <ComboField
            label="Access to"
            placeholder="Choose a product or data asset"
            required
            {...subjects}
            value={values.subject}
            error={errors.subject ?? errors.productId ?? errors.assetId}
            onChange={(subject) => set({ subject })}
          />
          <ComboField label="For" required options={people} {...field("beneficiaryId")} />
        </div>
      )}
      <ChoiceField
        label="Purpose"
        required
        options={purposes}
        empty="Choose a purpose"
        {...field("purpose")}
      />
      <TextField
        label="What it is needed for"
        hint="Whoever decides reads this, and so does the next access review."
        rows={3}
        required
        {...field("reason")}
      />
      <fieldset className="access-choices">
        <legend>Rights</legend>
        {ACCESS_RIGHTS.map((right) => (
          <Checkbox
            key={right}
            checked={values.rights.includes(right)}
            onChange={(event) => toggle(right, event.target.checked)}
          >
            {RIGHT_LABELS[right]}
          </Checkbox>
        ))}
        {errors.rights ? <p className="error">{errors.rights}</p> : null}
      </fieldset>
      <div className="pair">
        <TextField
          label="From"
          hint="Empty: as soon as it is approved"
          type="date"
          optional
          min={today}
          {...field("fromDay")}
        />
        <TextField
          label="Last day"
          hint="A year at most; it can be renewed"
          type="date"
          required
          min={values.fromDay || today}
          max={latestUntil(values.fromDay || today)}
          {...field("untilDay")}
        />
      </div>
    </FormDialog>
  )
}
