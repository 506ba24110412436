"use client"
import dynamic from "next/dynamic"
import Link from "next/link"
import { useState } from "react"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { RelativeTime } from "@/components/ui/relative-time"
import { Table, Td, Th } from "@/components/ui/table"
import { people } from "../prepare-words"
import type { ListedFramework } from "../scoring-data"

const CarryDialog = dynamic(() => import("./carry-dialog"), { ssr: false })

type Props = { framework: ListedFramework; shown: number; href: string }

/** Every version that was published, newest first. */
export function VersionTable({ framework, shown, href }: Props) {
  const { now, may } = useWorkspace()
  const [carrying, setCarrying] = useState<number | null>(null)
  const mayScore = may("scoring.score").ok
  return (
    <>
      <Table label={`Versions of ${framework.name}`}>
        <thead>
          <tr>
            <Th>Version</Th>
            <Th>Published</Th>
            <Th>By</Th>
            <Th>Scores given</Th>
          </tr>
        </thead>
        <tbody>
          {framework.versions.map(({ version, publishedAt, publishedBy, used }) => (
            <tr key={version}>
              <Th scope="row">
                <Link
                  className="open-link"
                  href={version === framework.version ? href : `${href}?version=${version}`}
                  aria-current={version === shown || undefined}
                >
                  Version {version}
                </Link>
                {version === shown ? <span className="sub">shown above</span> : null}
              </Th>
              <Td>
                <RelativeTime iso={publishedAt} now={now} />
              </Td>
              <Td>{publishedBy?.name ?? "Somebody who left"}</Td>
              <Td>
                {used.items === 0 ? (
                  <span className="muted">none</span>
                ) : (
                  `${used.items} ${used.items === 1 ? "item" : "items"} by ${people(used.scorers)}`
                )}
                {used.items > 0 && version < framework.version && mayScore ? (
                  <>
                    {" "}
                    <Button
                      size="small"
                      variant="quiet"
                      aria-label={`Carry scores of version ${version} over`}
                      onClick={() => setCarrying(version)}
                    >
                      Carry over to version {framework.version}
                    </Button>
                  </>
                ) : null}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {carrying === null ? null : (
        <CarryDialog
          frameworkKey={framework.key}
          name={framework.name}
          from={carrying}
          to={framework.version}
          onClose={() => setCarrying(null)}
        />
      )}
    </>
  )
}
