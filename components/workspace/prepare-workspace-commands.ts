import type { CommandEntry, CommandGroup } from "@/components/shell/prepare-commands"
import type { Permission } from "@/server/kernel/domain/permissions"
import type { Verdict } from "@/server/kernel/domain/verdict"

type Action = CommandEntry & { needs?: Permission }

function actionsOf(slug: string): { group: string; commands: Action[] }[] {
  return [
    {
      group: "Approvals",
      commands: [
        {
          id: "asked-approvals",
          label: "Approvals I asked for",
          href: `/${slug}/approvals?view=asked`,
          keywords: "sign-off requests",
        },
        {
          id: "delegate",
          label: "Delegate my decisions",
          href: `/${slug}/approvals?new=delegation`,
          keywords: "leave deputy sign-off",
          needs: "approvals.delegate",
        },
      ],
    },
    {
      group: "Access",
      commands: [
        {
          id: "ask-access",
          label: "Ask for access to data",
          href: `/${slug}/access?new=access`,
          keywords: "request grant permission",
          needs: "access.request",
        },
        {
          id: "active-access",
          label: "Who has access now",
          href: `/${slug}/access?view=active`,
          keywords: "grants data",
        },
        {
          id: "access-on-a-day",
          label: "Who had access on a day",
          href: `/${slug}/access?view=day`,
          keywords: "as of history export",
        },
        {
          id: "access-reviews",
          label: "Access reviews",
          href: `/${slug}/settings/access-reviews`,
          keywords: "recertification campaign attestation",
        },
        {
          id: "draft-review",
          label: "Draft an access review",
          href: `/${slug}/settings/access-reviews?new=review`,
          keywords: "recertification campaign",
          needs: "reviews.manage",
        },
      ],
    },
    {
      group: "Backlog",
      commands: [
        { id: "create-item", label: "Create item", href: `/${slug}/backlog?new=item`, needs: "backlog.edit" },
        {
          id: "board",
          label: "Open board",
          href: `/${slug}/backlog/board`,
          keywords: "kanban lanes wip limits",
        },
        {
          id: "quarters",
          label: "Open roadmap by quarter",
          href: `/${slug}/backlog/roadmap`,
          keywords: "quarter plan",
        },
        {
          id: "matrix",
          label: "Open value and effort matrix",
          href: `/${slug}/backlog/matrix`,
          keywords: "quick wins",
        },
        {
          id: "score",
          label: "Score items",
          href: `/${slug}/backlog/scoring`,
          keywords: "rank rice wsjf ice cd3 moscow kano topsis ahp",
        },
        {
          id: "how-sure",
          label: "How sure is the ranked order?",
          href: `/${slug}/backlog/scoring?panel=robustness`,
          keywords: "robustness smaa weights",
        },
        {
          id: "agreement",
          label: "How much do scorers agree?",
          href: `/${slug}/backlog/scoring?panel=agreement`,
          keywords: "kendall icc disagreement",
        },
        {
          id: "start-workshop",
          label: "Start a workshop",
          href: `/${slug}/backlog/workshops/new`,
          keywords: "prioritise session",
          needs: "workshops.facilitate",
        },
        { id: "workshops", label: "Prioritisation workshops", href: `/${slug}/backlog/workshops` },
        {
          id: "dependencies",
          label: "Dependencies and critical path",
          href: `/${slug}/backlog/dependencies`,
          keywords: "blocked waits",
        },
        {
          id: "duplicates",
          label: "Possible duplicates",
          href: `/${slug}/backlog/duplicates`,
          keywords: "merge similar",
        },
        {
          id: "import",
          label: "Import items from CSV",
          href: `/${slug}/backlog/import`,
          keywords: "jira",
          needs: "backlog.import",
        },
      ],
    },
    {
      group: "Strategy",
      commands: [
        {
          id: "create-objective",
          label: "Create objective",
          href: `/${slug}/strategy?new=objective`,
          keywords: "okr goal key result",
          needs: "strategy.edit",
        },
        {
          id: "coverage",
          label: "Coverage map",
          href: `/${slug}/strategy/coverage`,
          keywords: "orphans objectives products",
        },
        {
          id: "roadmap",
          label: "Roadmap",
          href: `/${slug}/strategy/roadmap`,
          keywords: "initiatives funding quarter",
        },
        {
          id: "create-initiative",
          label: "Create initiative",
          href: `/${slug}/strategy/roadmap?new=initiative`,
          needs: "strategy.edit",
        },
      ],
    },
    {
      group: "Products",
      commands: [
        {
          id: "create-product",
          label: "Create product",
          href: `/${slug}/products?new=product`,
          needs: "products.edit",
        },
        {
          id: "create-domain",
          label: "Create domain",
          href: `/${slug}/products?new=domain`,
          needs: "domains.edit",
        },
        {
          id: "assets",
          label: "Data assets",
          href: `/${slug}/assets`,
          keywords: "tables columns fields catalog",
        },
        {
          id: "register-asset",
          label: "Register data asset",
          href: `/${slug}/assets?new=asset`,
          needs: "catalog.edit",
        },
      ],
    },
    {
      group: "Privacy",
      commands: [
        {
          id: "assessments",
          label: "Impact assessments",
          href: `/${slug}/privacy`,
          keywords: "dpia gdpr art 35",
        },
        {
          id: "screenings",
          label: "Screenings",
          href: `/${slug}/privacy/screenings`,
          keywords: "wp248 personal data declare",
        },
        {
          id: "register",
          label: "Record of processing",
          href: `/${slug}/privacy/register`,
          keywords: "ropa art 30 gdpr activities",
        },
        {
          id: "begin-entry",
          label: "Begin entry of the record of processing",
          href: `/${slug}/privacy/register?new=1`,
          keywords: "ropa generate from product",
          needs: "privacy.edit",
        },
        {
          id: "ethics",
          label: "Ethics checkpoints",
          href: `/${slug}/privacy/ethics`,
          keywords: "high impact canvas go no-go conditions",
        },
        {
          id: "regulations",
          label: "Regulations and their coverage",
          href: `/${slug}/privacy/regulations`,
          keywords: "obligations controls gdpr ccpa legal review gaps",
        },
        {
          id: "add-obligation",
          label: "Add obligation",
          href: `/${slug}/privacy/regulations?obligation=new`,
          keywords: "regulation law article",
          needs: "privacy.edit",
        },
        {
          id: "begin-assessment",
          label: "Begin impact assessment",
          href: `/${slug}/privacy/assessments/new`,
          keywords: "dpia",
          needs: "dpia.edit",
        },
        {
          id: "import-assessment",
          label: "Import assessment from the CNIL tool",
          href: `/${slug}/privacy/assessments/import`,
          keywords: "dpia pia json",
          needs: "dpia.edit",
        },
      ],
    },
    {
      group: "Data",
      commands: [
        {
          id: "classification",
          label: "Classification levels and classes",
          href: `/${slug}/privacy/classification`,
          keywords: "confidential restricted personal data",
        },
        {
          id: "retention",
          label: "Retention: what is due for deletion",
          href: `/${slug}/privacy/retention`,
          keywords: "legal hold delete anonymise",
        },
        {
          id: "create-retention-rule",
          label: "Create retention rule",
          href: `/${slug}/privacy/retention?new=rule`,
          needs: "retention.edit",
        },
        {
          id: "masking",
          label: "Masking and consent",
          href: `/${slug}/privacy/masking`,
          keywords: "warehouse roles sql policy",
        },
      ],
    },
    {
      group: "Settings",
      commands: [
        {
          id: "members",
          label: "Members and roles",
          href: `/${slug}/settings/members`,
          keywords: "people invite grant",
        },
        {
          id: "roles",
          label: "Who may do what",
          href: `/${slug}/settings/roles`,
          keywords: "permission matrix",
        },
        { id: "frameworks", label: "Scoring frameworks", href: `/${slug}/settings/frameworks` },
        {
          id: "definition-of-done",
          label: "Definition of Done",
          href: `/${slug}/settings/definition-of-done`,
          keywords: "checklist dod template checks policy gate before done",
        },
        {
          id: "new-framework",
          label: "New scoring framework",
          href: `/${slug}/settings/frameworks/new`,
          keywords: "formula weights ahp moscow kano topsis",
          needs: "scoring.configure",
        },
        { id: "tokens", label: "API tokens", href: `/${slug}/settings/tokens`, needs: "tokens.manage" },
        {
          id: "audit",
          label: "Audit trail",
          href: `/${slug}/settings/audit`,
          keywords: "verify export",
          needs: "audit.read",
        },
        {
          id: "create-workspace",
          label: "Create workspace",
          href: "/account/new-workspace",
          needs: "settings.manage",
        },
        { id: "account", label: "My account", href: "/account", keywords: "password sessions profile" },
      ],
    },
  ]
}

/** Every page and action that this person may use. */
export function paletteCommands(slug: string, may: (permission: Permission) => Verdict): CommandGroup[] {
  return actionsOf(slug).map(({ group, commands }) => ({
    group,
    commands: commands
      .filter(({ needs }) => !needs || may(needs).ok)
      .map(({ needs: _, ...command }) => command),
  }))
}

/** Saved views of the backlog whose name fits what was typed, at most five. */
export function viewHits(
  slug: string,
  views: readonly { id: string; name: string; shared: boolean }[],
  typed: string,
): CommandEntry[] {
  const words = typed.toLowerCase().split(/\s+/)
  return views
    .filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)))
    .slice(0, 5)
    .map(({ id, name, shared }) => ({
      id: `view ${id}`,
      label: name,
      hint: shared ? "shared view" : "my view",
      href: `/${slug}/backlog?view=${id}`,
    }))
}

/** A found item as a line of the palette. */
export function itemHit(
  slug: string,
  hit: { key: string; title: string; productName?: string | null },
): CommandEntry {
  return {
    id: `item ${hit.key}`,
    label: hit.title,
    hint: hit.key,
    keywords: hit.productName ?? "",
    href: `/${slug}/items/${hit.key}`,
  }
}
