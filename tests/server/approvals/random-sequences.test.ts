import { sql } from "drizzle-orm"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { createDelegation } from "@/server/approvals/create-delegation"
import type { SignatureMeaning } from "@/server/approvals/domain/approval"
import { revokeDelegation } from "@/server/approvals/revoke-delegation"
import { withdrawApproval } from "@/server/approvals/withdraw-approval"
import { inTransaction, rowsOf } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import { PlumblineError } from "@/server/kernel/errors"
import { openWorld } from "@/tests/support/world"
import { at, decide, edit, minutes, type Person, submit } from "./approvals-world"

const world = openWorld()

const PEOPLE = 5
const person = fc.integer({ min: 0, max: PEOPLE - 1 })
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("submit" as const),
      who: person,
      authors: fc.subarray([0, 1, 2, 3, 4], { maxLength: 2 }),
      required: fc.constantFrom(1, 1, 2, 3),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("edit" as const), who: person }) },
  {
    weight: 14,
    arbitrary: fc.record({
      do: fc.constant("decide" as const),
      who: person,
      meaning: fc.constantFrom<SignatureMeaning>(
        "approval",
        "approval",
        "approval",
        "rejection",
        "changes",
        "review",
      ),
      acting: fc.nat(2),
      old: fc.nat(3),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("delegate" as const), who: person, to: person }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("revoke" as const), who: person, which: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("withdraw" as const), who: person }) },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** What really happened, kept beside the database. */
type History = {
  requests: { id: string; version: number; barred: Set<string> }[]
  delegations: { id: string; from: string; to: string }[]
  version: number
}

async function perform(people: Person[], subjectId: string, history: History, next: Step, now: string) {
  const actor = at(people[next.who]!, now)
  if (next.do === "submit") {
    const authors = next.authors.map((index) => people[index]!.userId)
    const contributors = authors.map((userId) => ({ userId, part: "author" as const }))
    const { requestId } = await submit(actor, {
      subjectId,
      version: history.version,
      required: next.required,
      contributors,
    })
    history.requests.push({
      id: requestId,
      version: history.version,
      barred: new Set([...authors, actor.userId]),
    })
  } else if (next.do === "edit") {
    history.version += 1
    await edit(actor, subjectId, history.version)
  } else if (next.do === "decide") {
    const request = history.requests.at(-1 - (next.old === 3 ? 1 : 0))
    if (!request) return
    const held = history.delegations.filter(({ to }) => to === actor.userId)
    const delegationId = held[next.acting]?.id
    await decide(world, actor, request.id, next.meaning, { delegationId })
  } else if (next.do === "delegate") {
    const to = people[next.to]!
    const span = { validFrom: now, validUntil: minutes(10_000), reason: "Leave" }
    const whole = { kinds: null, scopeType: "workspace" as const, scopeId: null }
    const { id } = await createDelegation(actor, { delegateId: to.userId, ...whole, ...span })
    history.delegations.push({ id, from: actor.userId, to: to.userId })
  } else if (next.do === "revoke") {
    const delegation = history.delegations[next.which]
    if (delegation) await revokeDelegation(actor, { id: delegation.id })
  } else {
    const request = history.requests.at(-1)
    if (request) await withdrawApproval(actor, { requestId: request.id, note: "Not now" })
  }
}

type Found = { id: string; state: string; required: number; version: number; voters: (string | null)[][] }

const readAll = (workspaceId: string, subjectId: string) =>
  inTransaction(world.open, workspaceId, "read", (db) =>
    rowsOf<Found>(
      db,
      sql`select r.id, r.state, r.required, r.subject_version as version, coalesce((select json_agg(json_build_array(s.signer_id, s.on_behalf_of_id))
          from approval_signatures s where s.request_id = r.id and s.meaning = 'approval'), '[]'::json) as voters
        from approval_requests r where r.subject_id = ${subjectId}`,
    ),
  )

function check(found: Found[], history: History): void {
  for (const row of found) {
    const { barred } = history.requests.find(({ id }) => id === row.id)!
    const people = row.voters.flat().filter((id) => id !== null)
    expect(people.filter((id) => barred.has(id))).toEqual([])
    expect(new Set(people).size).toBe(people.length)
    if (row.state === "approved") {
      expect(row.voters.length).toBeGreaterThanOrEqual(row.required)
      expect(row.version).toBe(history.version)
    }
  }
  expect(found.filter(({ state }) => state === "open").length).toBeLessThanOrEqual(1)
}

describe("random sequences of edits, delegations, approvals and revocations", () => {
  it("never approve by an author, an editor or the requester, nor by anybody twice, nor another version", async () => {
    const workspace = await world.workspace()
    const roles = [
      "privacy_officer",
      "privacy_officer",
      "privacy_officer",
      "product_owner",
      "data_engineer",
    ] as const
    const people: Person[] = []
    for (const role of roles) people.push(await workspace.member(role))
    const reached = { approved: 0, refused: 0, onBehalf: 0 }
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 40, size: "max" }), async (steps) => {
        const subjectId = newId()
        const history: History = { requests: [], delegations: [], version: 1 }
        for (const [index, next] of steps.entries()) {
          await perform(people, subjectId, history, next, minutes(index)).catch((error: unknown) => {
            // A refusal by the rules is an answer; one by the triggers would mean that the rules have a hole.
            if (!(error instanceof PlumblineError)) throw error
            reached.refused += 1
          })
          const found = await readAll(workspace.id, subjectId)
          reached.approved += found.filter(({ state }) => state === "approved").length
          reached.onBehalf += found
            .flatMap(({ voters }) => voters)
            .filter(([, other]) => other !== null).length
          check(found, history)
        }
      }),
      { numRuns: 25, seed: 20261013 },
    )
    expect(reached.approved).toBeGreaterThan(5)
    expect(reached.refused).toBeGreaterThan(50)
    expect(reached.onBehalf).toBeGreaterThan(5)
  }, 120_000)
})
