"use client"
import { type FormEvent, useState } from "react"
import { PasswordField } from "@/components/auth/password-field"
import { useFormDraft } from "@/components/shell/use-form-draft"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { Select } from "@/components/ui/select"
import { TextArea } from "@/components/ui/text-area"
import { APPROVAL_LIMITS, type SignatureMeaning } from "@/server/approvals/domain/approval"
import { needsNote } from "@/server/approvals/domain/decision-rules"
import { SIGNATURE_NOTICE } from "@/server/approvals/domain/statement"
import type { Approval, ConfirmBy } from "../approval-data"
import { DECISIONS, openMeanings } from "./prepare-decision"
import { ProviderConfirmation } from "./provider-confirmation"
import { type Draft, useSign } from "./use-sign"

type Props = { approval: Approval; confirmBy: ConfirmBy }

/** Decision, note, the exact statement, and the proof of who signs. */
export function SignForm({ approval, confirmBy }: Props) {
  const ways = approval.mine.waysToDecide.filter((way) => openMeanings(way).length > 0)
  const first: Draft = {
    meaning: ways[0] ? (openMeanings(ways[0])[0] ?? "review") : "review",
    delegationId: ways[0]?.delegationId ?? null,
    note: "",
  }
  const { value: draft, change, forget } = useFormDraft<Draft>(`approval_${approval.id}`, first)
  const [password, setPassword] = useState("")
  const { sign, errors, pending } = useSign(approval, forget)
  const way = ways.find(({ delegationId }) => delegationId === draft.delegationId) ?? ways[0]
  if (!way) return null
  const meanings = openMeanings(way)
  const meaning = meanings.includes(draft.meaning) ? draft.meaning : (meanings[0] ?? "review")
  const confirmed = approval.mine.confirmed.ok
  const byPassword = confirmBy.password && !confirmed
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (pending) return
    void sign({ meaning, delegationId: way.delegationId, note: draft.note }, byPassword ? password : null)
  }
  return (
    <>
      <form onSubmit={submit} noValidate className="sign-form">
        {errors.form ? <Notice state="bad">{errors.form}</Notice> : null}
        {ways.length > 1 ? (
          <Field label="Decide" required>
            {(control) => (
              <Select
                {...control}
                options={ways.map((one) => ({
                  value: one.delegationId ?? "",
                  label: one.onBehalfOf ? `On behalf of ${one.onBehalfOf}` : "For myself",
                }))}
                value={way.delegationId ?? ""}
                onChange={(event) => change({ ...draft, delegationId: event.target.value || null })}
              />
            )}
          </Field>
        ) : way.onBehalfOf ? (
          <p className="mb-3">
            You decide on behalf of <b>{way.onBehalfOf}</b>; both names stand on the signature.
          </p>
        ) : null}
        <Meanings
          meanings={meanings}
          chosen={meaning}
          onChange={(next) => change({ ...draft, meaning: next })}
        />
        <Field label="Note" error={errors.note} required={needsNote(meaning)} optional={!needsNote(meaning)}>
          {(control) => (
            <TextArea
              {...control}
              rows={3}
              maxLength={APPROVAL_LIMITS.note}
              value={draft.note}
              onChange={(event) => change({ ...draft, note: event.target.value })}
            />
          )}
        </Field>
        <p className="hint">You sign these words, and the SHA-256 of the content shown:</p>
        <blockquote data-statement>{approval.statements[meaning]}</blockquote>
        {byPassword ? (
          <PasswordField
            name="password"
            label="Your password"
            autoComplete="current-password"
            error={errors.password}
            value={password}
            onChange={setPassword}
          />
        ) : null}
        {confirmed ? (
          <p className="hint mb-3">You have just confirmed who you are; sign within five minutes.</p>
        ) : null}
        {byPassword || confirmed ? (
          <Button type="submit" variant="primary" pending={pending}>
            {DECISIONS[meaning].verb}
          </Button>
        ) : null}
      </form>
      {confirmed ? null : <ProviderConfirmation approval={approval} confirmBy={confirmBy} />}
      <p className="hint mt-3">{SIGNATURE_NOTICE}</p>
    </>
  )
}

type MeaningsProps = {
  meanings: readonly SignatureMeaning[]
  chosen: SignatureMeaning
  onChange: (meaning: SignatureMeaning) => void
}

function Meanings({ meanings, chosen, onChange }: MeaningsProps) {
  return (
    <fieldset className="choices">
      <legend>Decision</legend>
      {meanings.map((meaning) => (
        <label key={meaning} className="check">
          <input
            type="radio"
            name="meaning"
            checked={chosen === meaning}
            onChange={() => onChange(meaning)}
          />
          <span>{DECISIONS[meaning].choice}</span>
        </label>
      ))}
    </fieldset>
  )
}
