/** Who may do what: roles by job function, permissions by feature. Deny by default; grants only add. */

export const ROLES = [
  "administrator",
  "product_owner",
  "delivery_lead",
  "data_engineer",
  "data_steward",
  "privacy_officer",
  "finance_reviewer",
  "stakeholder",
  "auditor",
] as const
export type Role = (typeof ROLES)[number]

export const ROLE_LABELS: Record<Role, string> = {
  administrator: "Administrator",
  product_owner: "Product owner",
  delivery_lead: "Delivery lead",
  data_engineer: "Data engineer",
  data_steward: "Data steward",
  privacy_officer: "Privacy officer",
  finance_reviewer: "Finance reviewer",
  stakeholder: "Stakeholder",
  auditor: "Auditor",
}

type PermissionFacts = {
  label: string
  /** Where a grant for it may sit. "any": workspace, domain or product; "workspace": there only. */
  scope: "any" | "workspace"
  roles: readonly Role[]
}

const everyone = ROLES
const builders: Role[] = ["administrator", "product_owner", "delivery_lead", "data_engineer", "data_steward"]

/** Every permission of the product and the roles that hold it. The auditor reads everything and changes nothing. */
export const PERMISSIONS = {
  "members.read": { label: "See members, roles and grants", scope: "any", roles: everyone },
  "members.manage": {
    label: "Invite members, grant and revoke roles",
    scope: "workspace",
    roles: ["administrator"],
  },
  "tokens.read": {
    label: "See API tokens of everybody",
    scope: "workspace",
    roles: ["administrator", "auditor"],
  },
  "tokens.manage": {
    label: "Create and revoke own API tokens",
    scope: "workspace",
    roles: ["administrator", "product_owner", "delivery_lead", "data_engineer", "data_steward"],
  },
  "settings.manage": { label: "Change workspace settings", scope: "workspace", roles: ["administrator"] },
  "audit.read": {
    label: "Read and verify the audit trail",
    scope: "workspace",
    roles: ["administrator", "privacy_officer", "auditor"],
  },
  "audit.export": {
    label: "Export the audit trail",
    scope: "workspace",
    roles: ["administrator", "auditor"],
  },
  "audit.checkpoint": { label: "Sign an audit checkpoint now", scope: "workspace", roles: ["administrator"] },
  "products.read": { label: "See domains and products", scope: "any", roles: everyone },
  "products.edit": {
    label: "Change products",
    scope: "any",
    roles: ["administrator", "product_owner", "data_steward"],
  },
  "domains.edit": {
    label: "Create and change domains",
    scope: "workspace",
    roles: ["administrator", "data_steward"],
  },
  "backlog.read": { label: "See backlog items", scope: "any", roles: everyone },
  "backlog.edit": { label: "Create and change items", scope: "any", roles: builders },
  "backlog.comment": {
    label: "Comment, attach files and add links",
    scope: "any",
    roles: [...builders, "privacy_officer", "finance_reviewer", "stakeholder"],
  },
  "backlog.rank": {
    label: "Change the order of the backlog",
    scope: "any",
    roles: ["administrator", "product_owner", "delivery_lead"],
  },
  "backlog.import": {
    label: "Import items",
    scope: "workspace",
    roles: ["administrator", "product_owner", "delivery_lead"],
  },
  "backlog.configure": {
    label: "Set the limits of the board",
    scope: "workspace",
    roles: ["administrator", "delivery_lead"],
  },
  "views.save": {
    label: "Save and share views of the backlog",
    scope: "any",
    roles: everyone.filter((role) => role !== "auditor"),
  },
  "views.curate": {
    label: "Change and delete views that others share",
    scope: "workspace",
    roles: ["administrator", "product_owner"],
  },
  "scoring.read": { label: "See scores and frameworks", scope: "any", roles: everyone },
  "scoring.score": {
    label: "Score items",
    scope: "any",
    roles: [...builders, "privacy_officer", "finance_reviewer", "stakeholder"],
  },
  "scoring.configure": {
    label: "Publish scoring frameworks",
    scope: "workspace",
    roles: ["administrator", "product_owner"],
  },
  "strategy.read": { label: "See objectives, coverage and roadmap", scope: "any", roles: everyone },
  "strategy.edit": {
    label: "Change objectives, links and initiatives",
    scope: "workspace",
    roles: ["administrator", "product_owner"],
  },
  "strategy.measure": {
    label: "Measure key results",
    scope: "any",
    roles: [...builders, "finance_reviewer"],
  },
  "strategy.fund": {
    label: "Decide on funding and book spending",
    scope: "workspace",
    roles: ["administrator", "finance_reviewer"],
  },
  "approvals.read": { label: "See approvals and signatures", scope: "any", roles: everyone },
  "approvals.review": {
    label: "Sign that something was reviewed",
    scope: "any",
    roles: everyone.filter((role) => role !== "auditor"),
  },
  "approvals.delegate": {
    label: "Let somebody decide for oneself for a time",
    scope: "any",
    roles: everyone.filter((role) => role !== "auditor"),
  },
  "dpia.read": { label: "See screenings and impact assessments", scope: "any", roles: everyone },
  "dpia.edit": {
    label: "Screen processing and write impact assessments",
    scope: "any",
    roles: [...builders, "privacy_officer"],
  },
  "dpia.advise": {
    label: "Give the data protection officer's advice",
    scope: "any",
    roles: ["privacy_officer"],
  },
  "dpia.approve": {
    label: "Approve screenings and impact assessments",
    scope: "any",
    roles: ["privacy_officer"],
  },
  "privacy.read": { label: "See the record of processing and obligations", scope: "any", roles: everyone },
  "privacy.edit": {
    label: "Change the record of processing and obligations",
    scope: "any",
    roles: ["administrator", "data_steward", "privacy_officer"],
  },
  "privacy.approve": {
    label: "Approve records of processing",
    scope: "any",
    roles: ["privacy_officer"],
  },
  "ethics.edit": {
    label: "Declare a high impact and fill in the ethics canvas",
    scope: "any",
    roles: [...builders, "privacy_officer"],
  },
  "ethics.approve": {
    label: "Decide at the ethics checkpoint",
    scope: "any",
    roles: ["product_owner", "privacy_officer"],
  },
  "dod.read": { label: "See definitions of done and checklists", scope: "any", roles: everyone },
  "dod.check": {
    label: "Choose what is delivered, mark checks, review and ask for waivers",
    scope: "any",
    roles: [...builders, "privacy_officer"],
  },
  "dod.configure": {
    label: "Write and publish definitions of done",
    scope: "workspace",
    roles: ["administrator", "delivery_lead"],
  },
  "dod.waive": {
    label: "Approve waivers",
    scope: "any",
    roles: ["product_owner", "delivery_lead", "privacy_officer"],
  },
  "access.read": { label: "See who has access to which data", scope: "any", roles: everyone },
  "access.request": {
    label: "Ask for access to data, and give it back",
    scope: "any",
    roles: everyone.filter((role) => role !== "auditor"),
  },
  "access.approve": {
    label: "Approve access requests and revoke access",
    scope: "any",
    roles: ["administrator", "product_owner", "data_steward"],
  },
  "access.execute": {
    label: "Record that access was set up or removed",
    scope: "any",
    roles: ["administrator", "data_engineer", "data_steward"],
  },
  "reviews.read": {
    label: "See every access review",
    scope: "workspace",
    roles: ["administrator", "auditor"],
  },
  "reviews.manage": { label: "Hold access reviews", scope: "workspace", roles: ["administrator"] },
  "reviews.decide": {
    label: "Decide on lines of an access review as their reviewer",
    scope: "any",
    roles: everyone.filter((role) => role !== "auditor"),
  },
  "catalog.read": {
    label: "See data assets, classification, retention and masking",
    scope: "any",
    roles: everyone,
  },
  "catalog.edit": {
    label: "Register and change data assets",
    scope: "any",
    roles: ["administrator", "product_owner", "data_engineer", "data_steward"],
  },
  "catalog.classify": {
    label: "Classify data",
    scope: "any",
    roles: ["administrator", "data_steward", "privacy_officer"],
  },
  "retention.edit": {
    label: "Set retention rules and legal holds",
    scope: "workspace",
    roles: ["data_steward", "privacy_officer"],
  },
  "retention.execute": {
    label: "Record deletions that were due, or refuse them",
    scope: "any",
    roles: ["data_engineer", "data_steward"],
  },
  "masking.edit": {
    label: "Set masking rules and consent purposes",
    scope: "workspace",
    roles: ["data_steward", "privacy_officer"],
  },
  "workshops.facilitate": {
    label: "Open and lead prioritisation workshops",
    scope: "any",
    roles: ["administrator", "product_owner", "delivery_lead"],
  },
} as const satisfies Record<string, PermissionFacts>

export type Permission = keyof typeof PERMISSIONS
export const ALL_PERMISSIONS = Object.keys(PERMISSIONS) as Permission[]

/** Permissions that change nothing; an API token made "read only" carries these. */
export const READ_PERMISSIONS = ALL_PERMISSIONS.filter((permission) => permission.endsWith(".read"))

/** Permissions whose grant may be limited to a domain or a product. */
export type ScopedPermission = {
  [P in Permission]: (typeof PERMISSIONS)[P]["scope"] extends "any" ? P : never
}[Permission]

export function roleHolds(role: Role, permission: Permission): boolean {
  return (PERMISSIONS[permission].roles as readonly Role[]).includes(role)
}
