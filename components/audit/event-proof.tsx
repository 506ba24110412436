"use client"
import { StateWord } from "@/components/ui/state-word"
import type { OpenedEvent } from "./prepare-events"

/** The sealed text and its place in the chain, so that anybody can recompute the hashes. */
export function EventProof({ event }: { event: OpenedEvent }) {
  const { proof, text } = event
  return (
    <section className="mt-5">
      <h3>Proof</h3>
      {proof ? (
        <p className="mt-1 text-sm">
          Record <span className="tab">{proof.seq}</span> of the chain.{" "}
          {proof.fits ? (
            <StateWord state="good">Its text has the hash that was sealed</StateWord>
          ) : (
            <StateWord state="bad">Its text does not have the hash that was sealed</StateWord>
          )}
        </p>
      ) : (
        <p className="mt-1 text-sm">
          <StateWord state="bad">It has no place in the chain: it was never sealed</StateWord>
        </p>
      )}
      <details className="mt-2">
        <summary className="muted text-sm">Sealed text and hashes</summary>
        <p className="hint mt-2">
          The leaf is SHA-256 of a zero byte and this text; the chain hash is SHA-256 of the one before it and
          the leaf (RFC 6962 leaves, RFC 8785 text).
        </p>
        <pre className="mono mt-2 bg-subtle p-3 text-xs whitespace-pre-wrap [overflow-wrap:anywhere]">
          {text}
        </pre>
        {proof ? (
          <dl className="mt-3 text-sm">
            <Hash label="Leaf" value={proof.leaf} />
            <Hash label="Chain hash before" value={proof.prev} />
            <Hash label="Chain hash after" value={proof.chain} />
          </dl>
        ) : null}
      </details>
    </section>
  )
}

function Hash({ label, value }: { label: string; value: string }) {
  return (
    <div className="mb-2">
      <dt className="text-text-3">{label}</dt>
      <dd className="mono [overflow-wrap:anywhere]">{value}</dd>
    </div>
  )
}
