import { sql } from "drizzle-orm"
import { saveDraft } from "@/server/dod/save-draft"
import { ADDS, missing, quiet, ruledOut, type Scene, type Unchanged } from "./scene"

const deliverable = "pipeline" as const
const edits = (s: Scene) =>
  s.number(
    sql`select edits::int as found from dod_templates where deliverable = ${deliverable} and state = 'draft'`,
  )
const subject = (s: Scene) => ({ type: "item" as const, id: s.ids.itemId })
const check = (s: Scene) => ({ subject: subject(s), checkKey: "tests" })
const definition = {
  checks: [
    {
      kind: "manual" as const,
      key: "tests",
      title: "Tests",
      help: "",
      evidence: "either" as const,
      level: "required" as const,
    },
  ],
  note: "",
}

export const UNCHANGED_DONE: Unchanged = {
  "dod.askWaiver": ruledOut((s) => ({ ...check(s), reason: "Test", lastDay: "2026-11-01" })),
  "dod.chooseDeliverable": quiet((s) => ({ subject: subject(s), deliverable })),
  "dod.markCheck": quiet((s) => ({ ...check(s), evidenceUrl: "https://example.org/run", note: "Green" })),
  "dod.observeChecks": quiet(() => ({})),
  "dod.recordReview": ADDS,
  "dod.reopenCheck": ruledOut((s) => ({ ...check(s), reason: "Test" })),
  "dod.saveDraft": quiet(async (s) => ({ deliverable, edits: await edits(s), definition })),
  "dod.publishTemplate": missing(async (s) => ({ deliverable, edits: (await edits(s)) || 1 })),
  "dod.upgradeChecklist": ruledOut(async (s) => ({
    subject: subject(s),
    version: await s.number(
      sql`select version::int as found from dod_checklists where item_id = ${s.ids.itemId}::uuid`,
    ),
  })),
  "dod.discardDraft": missing(
    async (s) => ({ deliverable, edits: (await edits(s)) || 1 }),
    (s) => saveDraft(s.ctx, { deliverable, edits: 0, definition }),
  ),
}
