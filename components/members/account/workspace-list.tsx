import Link from "next/link"
import { Button, buttonClass } from "@/components/ui/button"
import { SectionHead } from "@/components/ui/section-head"
import type { Verdict } from "@/server/kernel/domain/verdict"

type Props = { workspaces: { id: string; name: string; slug: string }[]; create: Verdict }

/** The workspaces of the person, and the way to a further one. */
export function WorkspaceList({ workspaces, create }: Props) {
  return (
    <section aria-labelledby="workspaces" className="mt-8">
      <SectionHead id="workspaces" title="Workspaces" />
      <ul className="mb-4">
        {workspaces.map(({ id, name, slug }) => (
          <li key={id}>
            <Link href={`/${slug}`}>{name}</Link>
          </li>
        ))}
      </ul>
      {create.ok ? (
        <Link href="/account/new-workspace" className={buttonClass()}>
          New workspace
        </Link>
      ) : (
        <Button disabledReason={create.reason}>New workspace</Button>
      )}
    </section>
  )
}
