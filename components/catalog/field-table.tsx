"use client"
import { Button } from "@/components/ui/button"
import { ActionsTh, Table, Td, Th } from "@/components/ui/table"
import type { AssetField } from "@/server/catalog/domain/asset"
import { classOf } from "@/server/catalog/domain/scheme"
import type { AssetDetails, SchemeNow } from "./catalog-data"
import { LevelChip } from "./level-word"
import type { useSuggestions } from "./suggestion-bar"

type Props = {
  fields: readonly AssetField[]
  suggestions: AssetDetails["suggestions"]
  scheme: SchemeNow
  mayClassify: boolean
  chosen: ReadonlySet<string>
  onChosen: (chosen: Set<string>) => void
  onClassify: (field: AssetField) => void
  actions: ReturnType<typeof useSuggestions>
}

/** The fields with class and level; a suggestion stands where nothing is known yet. */
export function FieldTable({
  fields,
  suggestions,
  scheme,
  mayClassify,
  chosen,
  onChosen,
  onClassify,
  actions,
}: Props) {
  const suggested = new Map(suggestions.map((one) => [one.fieldId, one]))
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    onChosen(next)
  }
  const all = fields.length > 0 && fields.every(({ id }) => chosen.has(id))
  return (
    <Table label="Fields" className="fields">
      <thead>
        <tr>
          {mayClassify ? (
            <Th>
              <input
                type="checkbox"
                aria-label="Choose every field shown"
                checked={all}
                onChange={() => onChosen(new Set(all ? [] : fields.map(({ id }) => id)))}
              />
            </Th>
          ) : null}
          <Th>Field</Th>
          <Th className="wide">Type</Th>
          <Th>Class</Th>
          <Th className="wide">Level</Th>
          {mayClassify ? <ActionsTh /> : null}
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => {
          const dataClass = classOf(scheme, field.classKey)
          const guess = suggested.get(field.id)
          return (
            <tr key={field.id}>
              {mayClassify ? (
                <Td>
                  <input
                    type="checkbox"
                    aria-label={`Choose ${field.name}`}
                    checked={chosen.has(field.id)}
                    onChange={() => toggle(field.id)}
                  />
                </Td>
              ) : null}
              <th scope="row" className="what">
                <span className="mono">{field.name}</span>
                {field.description ? <small>{field.description}</small> : null}
              </th>
              <Td className="wide mono">
                {field.type || <span className="muted">not given</span>}
                {field.nullable ? null : <small>not null</small>}
              </Td>
              <Td>
                {dataClass ? (
                  <>
                    {dataClass.name}
                    {dataClass.special ? <small>Art. 9 special category</small> : null}
                  </>
                ) : guess ? (
                  <span className="guess">
                    <span>
                      <i>{classOf(scheme, guess.classKey)?.name}?</i>
                      <small>
                        from “{guess.because}”{guess.sure ? "" : ", not sure"}
                      </small>
                    </span>
                    {mayClassify ? (
                      <span className="acts">
                        <Button
                          size="small"
                          pending={actions.pending}
                          aria-label={`Accept ${classOf(scheme, guess.classKey)?.name} for ${field.name}`}
                          onClick={() => actions.accept([field.id])}
                        >
                          Accept
                        </Button>
                        <Button
                          size="small"
                          variant="quiet"
                          pending={actions.pending}
                          aria-label={`Dismiss ${classOf(scheme, guess.classKey)?.name} for ${field.name}`}
                          onClick={() => actions.dismiss([field.id])}
                        >
                          Dismiss
                        </Button>
                      </span>
                    ) : null}
                  </span>
                ) : (
                  <span className="unknown">Unknown</span>
                )}
                <span className="narrow">
                  <LevelChip scheme={scheme} levelKey={field.levelKey} />
                </span>
              </Td>
              <Td className="wide">
                <LevelChip scheme={scheme} levelKey={field.levelKey} />
              </Td>
              {mayClassify ? (
                <Td className="num">
                  <Button
                    size="small"
                    aria-label={`Classify ${field.name}`}
                    onClick={() => onClassify(field)}
                  >
                    Classify
                  </Button>
                </Td>
              ) : null}
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}
