import { StateWord } from "@/components/ui/state-word"
import { MEANING_LABELS } from "@/server/approvals/domain/approval"
import { APPROVAL_KINDS } from "@/server/approvals/domain/kinds"
import { ROLE_LABELS } from "@/server/kernel/domain/permissions"
import type { Signature } from "../approval-data"
import { AuditRecord } from "./audit-record"
import { confirmedWords, placeWords, sealedTime } from "./prepare-decision"

const LOOKS = { approval: "good", rejection: "bad", changes: "warning", review: "unknown" } as const

/** Every signature with everything that was sealed, and whether it still matches. */
export function SignatureList({
  requestId,
  signatures,
}: {
  requestId: string
  signatures: readonly Signature[]
}) {
  if (signatures.length === 0) return <p className="muted">Nobody has signed yet.</p>
  return (
    <ol className="signatures">
      {signatures.map((signature) => (
        <li key={signature.id}>
          <SignatureCard requestId={requestId} signature={signature} />
        </li>
      ))}
    </ol>
  )
}

function SignatureCard({ requestId, signature }: { requestId: string; signature: Signature }) {
  const { meaning, onBehalfOfName, sealMatches, contentMatches } = signature
  const intact = sealMatches && contentMatches
  return (
    <article aria-label={`${MEANING_LABELS[meaning]} by ${signature.signerName}`}>
      <p>
        <StateWord state={LOOKS[meaning]}>{MEANING_LABELS[meaning]}</StateWord> <b>{signature.signerName}</b>
        {onBehalfOfName ? (
          <>
            {" "}
            on behalf of <b>{onBehalfOfName}</b>
          </>
        ) : null}
      </p>
      <blockquote>{signature.statement}</blockquote>
      {signature.note ? <p className="approval-note">{signature.note}</p> : null}
      <dl className="sealed">
        <Fact label="Signed">{sealedTime(signature.signedAt)}</Fact>
        <Fact label="Who">
          {signature.signerEmail}, {ROLE_LABELS[signature.role].toLowerCase()} {placeWords(signature)}
          {onBehalfOfName ? `, by the right of ${onBehalfOfName}` : null}
        </Fact>
        {meaning === "approval" ? (
          <Fact label="Meaning">{APPROVAL_KINDS[signature.contentKind].meaning}</Fact>
        ) : null}
        <Fact label="Identity">{confirmedWords(signature)}</Fact>
        <Fact label="From">
          {signature.ip ?? "no address"}, {signature.userAgent ?? "no browser named"}
        </Fact>
        <Fact label="Content">
          v{signature.contentVersion}, SHA-256 <code>{signature.contentSha256}</code>
        </Fact>
        <Fact label="Seal">
          <code>{signature.seal}</code>{" "}
          <StateWord state={intact ? "good" : "bad"}>
            {sealMatches ? (contentMatches ? "matches" : "is for another content") : "does not match"}
          </StateWord>
        </Fact>
        <Fact label="Record">
          <AuditRecord requestId={requestId} signature={signature} />
        </Fact>
      </dl>
    </article>
  )
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
