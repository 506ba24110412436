import { Checkbox } from "@/components/ui/checkbox"
import { Notice } from "@/components/ui/notice"
import { StateWord } from "@/components/ui/state-word"
import { Table, Td, Th } from "@/components/ui/table"
import type { ImportPreview } from "@/server/dpia/domain/import-input"

type Props = { preview: ImportPreview; accepted: boolean; onAccept: (accepted: boolean) => void }

/** What a file holds, and everything in it that cannot be used, with its place in the file. */
export function ImportPreviewPanel({ preview, accepted, onAccept }: Props) {
  const { name, counts, problems, errors, notes } = preview
  const list = problems.map((problem, index) => ({ ...problem, id: `${index} ${problem.path}` }))
  return (
    <section aria-label="What will be imported" className="import-preview">
      <h2>3. What will be imported</h2>
      <dl className="dpia-facts">
        <dt>Name</dt>
        <dd>{name}</dd>
        <dt>Answers</dt>
        <dd>{counts.answers}</dd>
        <dt>Measures</dt>
        <dd>{counts.measures}</dd>
        <dt>Judgements</dt>
        <dd>{counts.evaluations}</dd>
        <dt>Comments</dt>
        <dd>{counts.comments}</dd>
      </dl>
      {notes.map((note) => (
        <Notice key={note} state="later">
          {note}
        </Notice>
      ))}
      <p className="hint">
        Names and validations in the file are kept as history. They are no signatures made here, and nobody
        gets an account.
      </p>
      {list.length > 0 ? (
        <Table label="Problems in the file">
          <thead>
            <tr>
              <Th>Place in the file</Th>
              <Th>What</Th>
            </tr>
          </thead>
          <tbody>
            {list.map(({ id, path, level, message }) => (
              <tr key={id}>
                <Td className="mono">{path}</Td>
                <Td>
                  <StateWord state={level === "error" ? "bad" : "later"}>{message}</StateWord>
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      ) : null}
      {errors > 0 ? (
        <p className="my-3">
          <Checkbox
            checked={accepted}
            onChange={(event) => onAccept(event.target.checked)}
            hint="They are kept and written back by an export, but not shown here"
          >
            Import it although {errors === 1 ? "1 entry" : `${errors} entries`} cannot be used
          </Checkbox>
        </p>
      ) : null}
    </section>
  )
}
