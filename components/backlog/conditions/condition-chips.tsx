"use client"
import "./conditions.css"
import dynamic from "next/dynamic"
import { useState } from "react"
import type { ItemFilter } from "@/server/backlog/domain/item-filter"
import type { Choices } from "../use-choices"
import { nodeWords, withoutPart } from "./prepare-words"
import { useNames } from "./use-names"

const ConditionsDialog = dynamic(() => import("./conditions-dialog"), { ssr: false })

type Props = { filter: ItemFilter; onChange: (filter: ItemFilter) => void; choices: Choices }

/** The conditions in force, one chip each: a press changes them, the cross takes one away. */
export default function ConditionChips({ filter, onChange, choices }: Props) {
  const [open, setOpen] = useState(false)
  const nameOf = useNames(choices)
  const { where } = filter
  if (!where) return null
  const between = where.match === "all" ? "and" : "or"
  return (
    <ul className="condition-chips" aria-label="Conditions">
      {where.of.map((node, index) => {
        const words = nodeWords(node, nameOf)
        return (
          <li key={words}>
            {index > 0 ? <span className="muted">{between}</span> : null}
            <span className="condition-chip">
              <button type="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
                {words}
              </button>
              <button
                type="button"
                className="cross"
                aria-label={`Remove: ${words}`}
                onClick={() => onChange({ ...filter, where: withoutPart(where, index) })}
              >
                ×
              </button>
            </span>
          </li>
        )
      })}
      {open ? (
        <ConditionsDialog
          filter={filter}
          choices={choices}
          onApply={(next) => onChange({ ...filter, where: next })}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </ul>
  )
}
