"use client"
import Link from "next/link"
import { useWorkspace } from "@/components/api/workspace"
import { RelativeTime } from "@/components/ui/relative-time"
import { Table, Td, Th } from "@/components/ui/table"
import { useAssessment } from "./use-assessment"

/** What was handed in and when, and who wrote in which version. */
export function VersionsSection() {
  const { workspace, now } = useWorkspace()
  const { assessment } = useAssessment()
  const { revisions, editors, imported, version, key } = assessment
  const writers = (wanted: number) =>
    editors.filter((editor) => editor.version === wanted).map(({ person }) => person.name)
  const compare = `/${workspace.slug}/privacy/assessments/${key}/compare`
  const submitted = revisions.some((revision) => revision.version === version)
  return (
    <>
      {imported ? (
        <p className="muted">
          Imported from {imported.from} by {imported.by.name}{" "}
          <RelativeTime iso={imported.at} now={now} past />. Names and validations in the file are history,
          not signatures made here.
        </p>
      ) : null}
      <Table label="Versions">
        <thead>
          <tr>
            <Th>Version</Th>
            <Th>Handed in</Th>
            <Th className="wide">Written or judged by</Th>
            <Th>Compare</Th>
          </tr>
        </thead>
        <tbody>
          {submitted ? null : (
            <tr>
              <Th scope="row">{version}</Th>
              <Td>
                <span className="muted">being written</span>
              </Td>
              <Td className="wide">{writers(version).join(", ")}</Td>
              <Td>
                {revisions[0] ? (
                  <Link href={`${compare}?from=${revisions[0].version}&to=present`}>
                    with version {revisions[0].version}
                  </Link>
                ) : null}
              </Td>
            </tr>
          )}
          {revisions.map((revision, index) => {
            const before = revisions[index + 1]
            return (
              <tr key={revision.version}>
                <Th scope="row">{revision.version}</Th>
                <Td>
                  {revision.by.name}, <RelativeTime iso={revision.at} now={now} past />
                  {revision.note ? <small>{revision.note}</small> : null}
                </Td>
                <Td className="wide">{writers(revision.version).join(", ")}</Td>
                <Td>
                  {before ? (
                    <Link href={`${compare}?from=${before.version}&to=${revision.version}`}>
                      with version {before.version}
                    </Link>
                  ) : null}
                </Td>
              </tr>
            )
          })}
        </tbody>
      </Table>
    </>
  )
}
