"use client"
import { Button } from "@/components/ui/button"
import { Select } from "@/components/ui/select"
import { type ConditionGroup, isGroup } from "@/server/backlog/domain/item-condition"
import { ConditionEditor } from "./condition-editor"
import { addAt, freshCondition, mayAdd, mayNest, type Path, replaceAt } from "./prepare-tree"
import type { ConditionChoices } from "./use-condition-choices"

type Props = {
  group: ConditionGroup
  path: Path
  /** The whole tree, which every change makes anew. */
  root: ConditionGroup
  problems: ReadonlyMap<string, string>
  choices: ConditionChoices
  onChange: (root: ConditionGroup) => void
}

const MATCHES = [
  { value: "all", label: "all of these hold" },
  { value: "any", label: "any of these holds" },
]

/** Conditions that are joined by and or by or; a group inside is indented by a line at its side. */
export function GroupEditor({ group, path, root, problems, choices, onChange }: Props) {
  const inner = path.length > 0
  const full = mayAdd(root) ? undefined : "30 conditions are the most"
  const put = (node: ConditionGroup | null) =>
    onChange(inner ? replaceAt(root, path, node) : (node ?? { match: "all", of: [] }))
  return (
    <fieldset className="condition-group">
      <legend className="sr-only">{inner ? "Group of conditions" : "Conditions"}</legend>
      <div className="condition-match">
        <span>{inner ? "where" : "Show items where"}</span>
        <Select
          aria-label={inner ? "How the conditions of this group are joined" : "How the conditions are joined"}
          options={MATCHES}
          value={group.match}
          onChange={(event) => put({ ...group, match: event.target.value === "any" ? "any" : "all" })}
        />
        {inner ? (
          <Button size="small" variant="quiet" onClick={() => put(null)}>
            Remove group
          </Button>
        ) : null}
      </div>
      {group.of.map((node, index) => {
        const place = [...path, index]
        const key = place.join(".")
        return isGroup(node) ? (
          <GroupEditor
            key={key}
            group={node}
            path={place}
            root={root}
            problems={problems}
            choices={choices}
            onChange={onChange}
          />
        ) : (
          <ConditionEditor
            key={key}
            condition={node}
            problem={problems.get(key)}
            choices={choices}
            onChange={(next) => onChange(replaceAt(root, place, next))}
            onRemove={() => onChange(replaceAt(root, place, null))}
          />
        )
      })}
      <div className="condition-add">
        <Button
          size="small"
          disabledReason={full}
          onClick={() => onChange(addAt(root, path, freshCondition()))}
        >
          Add condition
        </Button>
        {mayNest(path) ? (
          <Button
            size="small"
            variant="quiet"
            disabledReason={full}
            onClick={() =>
              onChange(
                addAt(root, path, { match: group.match === "all" ? "any" : "all", of: [freshCondition()] }),
              )
            }
          >
            Add group
          </Button>
        ) : null}
      </div>
    </fieldset>
  )
}
