"use client"
import "./dod.css"
import { useQuery } from "@tanstack/react-query"
import Link from "next/link"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { SectionHead } from "@/components/ui/section-head"
import { StateWord } from "@/components/ui/state-word"
import { missingWords } from "./prepare-checklist"

/** The open work of a product, with what each item still misses before it is done. Nothing without any checklist. */
export default function OpenChecks({ productId }: { productId: string }) {
  const trpc = useTRPC()
  const { workspace } = useWorkspace()
  const { data } = useQuery(trpc.dod.listOpenChecks.queryOptions({ productId }))
  if (!data || data.items.length === 0) return null
  return (
    <section aria-labelledby="open-checks" className="mt-8">
      <SectionHead id="open-checks" title="Before its items are done" note="By their Definition of Done" />
      <ul className="dod-open">
        {data.items.map((item) => {
          const missing = missingWords(item)
          return (
            <li key={item.id}>
              <Link href={`/${workspace.slug}/items/${item.key}#definition-of-done`}>
                {item.key} {item.title}
              </Link>{" "}
              <StateWord state={missing ? "later" : "good"}>
                {missing ?? `All ${item.total} checks hold`}
              </StateWord>
              {missing ? <span className="sub">{item.missing.join("; ")}</span> : null}
            </li>
          )
        })}
      </ul>
      {data.more ? (
        <p className="hint mt-2">There are more; these are the first by the order of the backlog.</p>
      ) : null}
    </section>
  )
}
