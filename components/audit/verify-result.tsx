"use client"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { PROOF_DOES_NOT_SHOW, PROOF_SHOWS } from "@/server/audit/domain/proof-limits"
import { verificationWords } from "./prepare-verification"
import type { Verify } from "./use-verify"

/** What the check found, and in plain words what that proves and what it does not. */
export function VerifyResult({ verify }: { verify: Verify }) {
  const { result, error, pending, start } = verify
  if (pending)
    return <p className="hint mb-5">Checking every record against the chain and the checkpoints…</p>
  if (error) {
    return (
      <div className="mb-5">
        <Notice state="unknown">
          <b>The check could not be made.</b> {error}{" "}
          <Button size="small" variant="quiet" onClick={start}>
            Try again
          </Button>
        </Notice>
      </div>
    )
  }
  if (!result) return null
  const { headline, details } = verificationWords(result)
  return (
    <section className="mb-5" aria-label="Result of the check">
      <Notice state={result.ok ? "good" : "bad"}>
        <b>{headline}</b> {details}
        {result.ok
          ? null
          : " Keep the database as it is, and compare it with an export or a checkpoint kept elsewhere."}
      </Notice>
      <details className="mt-2 ml-4 text-sm" open={!result.ok}>
        <summary className="muted">What this proves, and what it does not</summary>
        <div className="grid gap-4 pt-2 md:grid-cols-2">
          <Statements title="It shows" lines={PROOF_SHOWS} />
          <Statements title="It does not show" lines={PROOF_DOES_NOT_SHOW} />
        </div>
      </details>
    </section>
  )
}

function Statements({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <div>
      <h2 className="text-sm">{title}</h2>
      <ul className="muted mt-1 list-disc pl-4">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}
