"use client"
import { useMutation } from "@tanstack/react-query"
import { z } from "zod"
import { conflictWith } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useRefreshCatalog } from "@/components/catalog/use-refresh-catalog"
import { useForm } from "@/components/shell/use-form"
import { FormDialog } from "@/components/ui/form-dialog"
import { Notice } from "@/components/ui/notice"
import { Select } from "@/components/ui/select"
import { Table, Td, Th } from "@/components/ui/table"
import { TextInput } from "@/components/ui/text-input"
import { notify } from "@/components/ui/toast"
import type { Scheme } from "@/server/catalog/domain/scheme"
import { MASK_KIND_LABELS, MASK_KINDS, type MaskKind, maskText } from "@/server/privacy/domain/mask-rule"
import { sampleOf } from "@/server/privacy/domain/mask-samples"
import type { WarehouseRole } from "../privacy-data"
import { draftOf, type RuleDraft, ruleOf } from "./prepare-masking"

const kinds = MASK_KINDS.map((value) => ({ value, label: MASK_KIND_LABELS[value] }))
const schema = z.record(z.string(), z.object({ kind: z.string(), keep: z.string() }))

type Props = { role: WarehouseRole; scheme: Scheme; onClose: () => void }

/** What one role sees, class by class; the sample shows it at once. */
export default function RulesDialog({ role, scheme, onClose }: Props) {
  const trpc = useTRPC()
  const refresh = useRefreshCatalog()
  const save = useMutation(trpc.privacy.setMaskingRules.mutationOptions())
  const classes = scheme.classes.filter(({ key, retired }) => !retired || Object.hasOwn(role.rules, key))
  const begun = Object.fromEntries(classes.map(({ key }) => [key, draftOf(role.rules[key])]))
  const form = useForm<Record<string, RuleDraft>>(schema, begun, async (drafts) => {
    const rules = classes.flatMap(({ key }) => {
      const rule = ruleOf(drafts[key]!)
      return rule ? [{ classKey: key, rule }] : []
    })
    await save.mutateAsync({ roleId: role.id, version: role.version, rules })
    notify.success(`Saved what ${role.name} sees`)
    await refresh()
    onClose()
  })
  const problem = Object.values(form.errors)[0]
  return (
    <FormDialog
      form={form}
      wide
      title={`What ${role.name} sees`}
      description="A mask that makes a text leaves nothing of figures and dates."
      action="Save rules"
      onClose={onClose}
    >
      {conflictWith(save.error) ? (
        <Notice state="warning">
          <b>Somebody else has changed these rules.</b> Close, look at them, and begin again.
        </Notice>
      ) : null}
      {problem ? <Notice state="bad">{problem}</Notice> : null}
      <Table label="Rules by class">
        <thead>
          <tr>
            <Th>Class</Th>
            <Th>Sees</Th>
            <Th className="wide">Of “sample”</Th>
          </tr>
        </thead>
        <tbody>
          {classes.map(({ key, name }) => {
            const draft = form.values[key]!
            const rule = ruleOf(draft)
            const counts = draft.kind === "partial" || draft.kind === "truncate"
            return (
              <tr key={key}>
                <th scope="row">{name}</th>
                <Td>
                  <span className="joined">
                    <Select
                      aria-label={`What ${role.name} sees of ${name}`}
                      empty="No rule: nothing"
                      options={kinds}
                      value={draft.kind}
                      onChange={(event) =>
                        form.set({ [key]: { ...draft, kind: event.target.value as MaskKind | "" } })
                      }
                    />
                    {counts ? (
                      <TextInput
                        type="number"
                        min={1}
                        max={64}
                        className="keep"
                        aria-label={`How many characters of ${name}`}
                        value={draft.keep}
                        onChange={(event) => form.set({ [key]: { ...draft, keep: event.target.value } })}
                      />
                    ) : null}
                  </span>
                </Td>
                <Td className="wide mono">
                  {rule ? (
                    (maskText(rule, sampleOf(key)) ?? <span className="muted">empty</span>)
                  ) : (
                    <span className="muted">empty</span>
                  )}
                </Td>
              </tr>
            )
          })}
        </tbody>
      </Table>
    </FormDialog>
  )
}
