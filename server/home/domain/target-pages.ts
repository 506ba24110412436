import { DELIVERABLE_LABELS } from "@/server/dod/domain/deliverable"
import type { AuditTarget } from "@/server/kernel/domain/audit-event"

type Page = (target: AuditTarget) => string | null

const KEY = /^[A-Z]{1,6}-\d+(?![\d-])/
/** Of a thing that is named by its key, or by its key and its title. */
const byKey =
  (folder: string): Page =>
  ({ name }) => {
    const key = KEY.exec(name)?.[0]
    return key ? `${folder}/${key}` : null
  }
const byId =
  (folder: string): Page =>
  ({ id }) =>
    `${folder}/${id}`
const page =
  (path: string): Page =>
  () =>
    path

/** Every kind of thing that the audit trail names and that has a page, or stands on one. */
const PAGES: Record<string, Page> = {
  access: byId("access"),
  access_request: byId("access"),
  access_review: byId("settings/access-reviews"),
  approval: byId("approvals"),
  assessment: byKey("privacy/assessments"),
  board: page("backlog/board"),
  checkpoint: page("settings/audit?show=checkpoints"),
  classification_scheme: page("privacy/classification"),
  consent_purpose: page("privacy/masking"),
  control: page("privacy/regulations"),
  delegation: page("approvals?view=delegations"),
  dod_template: deliverablePage,
  domain: ({ id }) => `products?domain=${id}`,
  ethics: page("privacy/ethics"),
  framework: page("settings/frameworks"),
  grant: page("settings/members"),
  import: page("backlog/import"),
  initiative: ({ id }) => `strategy/roadmap?initiative=${id}`,
  invitation: page("settings/members"),
  item: byKey("items"),
  member: page("settings/members"),
  objective: byKey("strategy/objectives"),
  obligation: ({ id }) => `privacy/regulations?obligation=${id}`,
  order: page("backlog"),
  processing: byKey("privacy/register"),
  retention_rule: page("privacy/retention"),
  token: page("settings/tokens"),
  view: ({ id }) => `backlog?view=${id}`,
  warehouse_role: page("privacy/masking"),
  workshop: byId("backlog/workshops"),
  workspace: page("settings"),
}

/** Where a thing can be looked at now, as far as its name or id tell: a path inside the workspace, or null. */
export const targetPage = (target: AuditTarget): string | null =>
  Object.hasOwn(PAGES, target.type) ? (PAGES[target.type]?.(target) ?? null) : null

function deliverablePage({ name }: AuditTarget): string {
  const label = name.replace(/, version \d+$/, "")
  const found = Object.entries(DELIVERABLE_LABELS).find(([, known]) => known === label)
  return `settings/definition-of-done${found ? `/${found[0]}` : ""}`
}
