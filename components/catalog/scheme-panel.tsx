"use client"
import dynamic from "next/dynamic"
import { type ReactNode, useState } from "react"
import { Button } from "@/components/ui/button"
import { Chip } from "@/components/ui/chip"
import { SectionHead } from "@/components/ui/section-head"
import { ActionsTh, Table, Td, Th } from "@/components/ui/table"
import { type DataClass, type Level, levelName, STRENGTH_LABELS } from "@/server/catalog/domain/scheme"
import type { SchemeNow } from "./catalog-data"
import { LevelChip } from "./level-word"

const LevelEditor = dynamic(() => import("./level-editor"), { ssr: false })
const ClassEditor = dynamic(() => import("./class-editor"), { ssr: false })

type Open = { kind: "level"; level?: Level } | { kind: "class"; dataClass?: DataClass }
type Props = {
  scheme: SchemeNow
  /** Why it may not be changed; undefined when it may. */
  reason: string | undefined
}

/** The levels with their handling rules, from the least to the most protected, and the classes of data. */
export function SchemePanel({ scheme, reason }: Props) {
  const [open, setOpen] = useState<Open>()
  const editable = reason === undefined
  const close = () => setOpen(undefined)
  return (
    <>
      <Part
        title="Levels"
        note="from the least to the most protected"
        label="Levels and how data of them is handled"
        add="Add level"
        reason={reason}
        onAdd={() => setOpen({ kind: "level" })}
        heads={
          <>
            <Th>Level</Th>
            <Th className="wide">Encrypted at rest, in transit</Th>
            <Th className="wide">Masking</Th>
            <Th className="wide">Access and export</Th>
          </>
        }
      >
        {scheme.levels.map((level) => (
          <tr key={level.key}>
            <Named what={level} name={<LevelChip scheme={scheme} levelKey={level.key} />} />
            <Td className="wide">
              {STRENGTH_LABELS[level.atRest]}, {STRENGTH_LABELS[level.inTransit].toLowerCase()}
            </Td>
            <Td className="wide">{STRENGTH_LABELS[level.masking]}</Td>
            <Td className="wide">
              {level.access || <span className="muted">no rule</span>}
              {level.export ? <small>{level.export}</small> : null}
            </Td>
            {editable ? <EditTd name={level.name} onEdit={() => setOpen({ kind: "level", level })} /> : null}
          </tr>
        ))}
      </Part>
      <Part
        title="Classes of data"
        label="Classes of data"
        add="Add class"
        reason={reason}
        onAdd={() => setOpen({ kind: "class" })}
        heads={
          <>
            <Th>Class</Th>
            <Th>About people</Th>
            <Th className="wide">Level of its fields, at least</Th>
          </>
        }
      >
        {scheme.classes.map((dataClass) => (
          <tr key={dataClass.key}>
            <Named what={dataClass} name={dataClass.name} />
            <Td>
              {dataClass.special ? (
                <Chip state="warning">Art. 9</Chip>
              ) : dataClass.personal ? (
                "Personal"
              ) : (
                <span className="muted">no</span>
              )}
            </Td>
            <Td className="wide">
              {dataClass.levelKey ? (
                levelName(scheme, dataClass.levelKey)
              ) : (
                <span className="muted">any</span>
              )}
            </Td>
            {editable ? (
              <EditTd name={dataClass.name} onEdit={() => setOpen({ kind: "class", dataClass })} />
            ) : null}
          </tr>
        ))}
      </Part>
      {open?.kind === "level" ? <LevelEditor scheme={scheme} level={open.level} onClose={close} /> : null}
      {open?.kind === "class" ? (
        <ClassEditor scheme={scheme} dataClass={open.dataClass} onClose={close} />
      ) : null}
    </>
  )
}

type PartProps = {
  title: string
  note?: string
  label: string
  add: string
  reason: string | undefined
  onAdd: () => void
  heads: ReactNode
  children: ReactNode
}

function Part({ title, note, label, add, reason, onAdd, heads, children }: PartProps) {
  return (
    <section className="mt-8">
      <SectionHead
        title={title}
        note={note}
        right={
          <Button size="small" disabledReason={reason} onClick={onAdd}>
            {add}
          </Button>
        }
      />
      <Table label={label}>
        <thead>
          <tr>
            {heads}
            {reason === undefined ? <ActionsTh /> : null}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </Table>
    </section>
  )
}

function Named({ what, name }: { what: { retired: boolean; description: string }; name: ReactNode }) {
  return (
    <th scope="row">
      {name}
      <small>
        {what.retired ? "Retired. " : ""}
        {what.description}
      </small>
    </th>
  )
}

function EditTd({ name, onEdit }: { name: string; onEdit: () => void }) {
  return (
    <Td className="num">
      <Button size="small" aria-label={`Edit ${name}`} onClick={onEdit}>
        Edit
      </Button>
    </Td>
  )
}
