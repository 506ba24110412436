"use client"
import { useSuspenseQuery } from "@tanstack/react-query"
import Link from "next/link"
import { useSearchParams } from "next/navigation"
import { useState } from "react"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { buttonClass } from "@/components/ui/button"
import { PageHead } from "@/components/ui/page-head"
import { Tabs } from "@/components/ui/tabs"
import { ALL_PERMISSIONS, type Permission, ROLES } from "@/server/kernel/domain/permissions"
import { HoldersDialog } from "./holders-dialog"
import { PersonAccessTable } from "./person-access"
import { RoleMatrix } from "./role-matrix"

/** Who may do what, and why: by role and by person. */
export function RolesView() {
  const trpc = useTRPC()
  const { workspace, me, now } = useWorkspace()
  const { data: people } = useSuspenseQuery(trpc.members.explainAccess.queryOptions({}))
  const person = useSearchParams().get("person")
  const [opened, setOpened] = useState<Permission>()
  const base = `/${workspace.slug}/settings`
  const choose = (id: string) => window.history.replaceState(null, "", `?person=${id}`)
  return (
    <>
      <PageHead
        title="Who may do what"
        state={`${ROLES.length} roles, ${ALL_PERMISSIONS.length} permissions, ${people.length} ${people.length === 1 ? "member" : "members"}. Whatever no role carries is refused.`}
        actions={
          <Link className={buttonClass()} href={`${base}/members`}>
            Change roles of members
          </Link>
        }
      />
      <div className="mb-4">
        <Tabs
          label="Permissions"
          tabs={[
            { label: "By role", href: `${base}/roles`, current: person === null },
            { label: "By member", href: `${base}/roles?person=${me.id}`, current: person !== null },
          ]}
        />
      </div>
      {person === null ? (
        <RoleMatrix onOpen={setOpened} />
      ) : (
        <PersonAccessTable people={people} personId={person} now={now} onChoose={choose} />
      )}
      {opened ? (
        <HoldersDialog permission={opened} people={people} now={now} onClose={() => setOpened(undefined)} />
      ) : null}
    </>
  )
}
