"use client"
import dynamic from "next/dynamic"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { Chip } from "@/components/ui/chip"
import { SectionHead } from "@/components/ui/section-head"
import { Table, Td, Th } from "@/components/ui/table"
import { type DataClass, type Level, levelName, STRENGTH_LABELS } from "@/server/catalog/domain/scheme"
import type { SchemeNow } from "./catalog-data"
import { LevelChip } from "./level-word"

const LevelEditor = dynamic(() => import("./level-editor"), { ssr: false })
const ClassEditor = dynamic(() => import("./class-editor"), { ssr: false })

type Open = { kind: "level"; level?: Level } | { kind: "class"; dataClass?: DataClass }
type Props = { scheme: SchemeNow; reason: string | undefined }

/** The levels with their handling rules, from the least to the most protected, and the classes of data. */
export function SchemePanel({ scheme, reason }: Props) {
  const [open, setOpen] = useState<Open>()
  const editable = reason === undefined
  const close = () => setOpen(undefined)
  return (
    <>
      <section className="mt-8">
        <SectionHead
          title="Levels"
          note="from the least to the most protected"
          right={
            <Button size="small" disabledReason={reason} onClick={() => setOpen({ kind: "level" })}>
              Add level
            </Button>
          }
        />
        <Table label="Levels and how data of them is handled">
          <thead>
            <tr>
              <Th>Level</Th>
              <Th className="wide">Encrypted at rest, in transit</Th>
              <Th className="wide">Masking</Th>
              <Th className="wide">Access and export</Th>
              {editable ? (
                <Th>
                  <span className="sr-only">Actions</span>
                </Th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {scheme.levels.map((level) => (
              <tr key={level.key}>
                <th scope="row">
                  <LevelChip scheme={scheme} levelKey={level.key} />
                  <small>
                    {level.retired ? "Retired. " : ""}
                    {level.description}
                  </small>
                </th>
                <Td className="wide">
                  {STRENGTH_LABELS[level.atRest]}, {STRENGTH_LABELS[level.inTransit].toLowerCase()}
                </Td>
                <Td className="wide">{STRENGTH_LABELS[level.masking]}</Td>
                <Td className="wide">
                  {level.access || <span className="muted">no rule</span>}
                  {level.export ? <small>{level.export}</small> : null}
                </Td>
                {editable ? (
                  <Td className="num">
                    <Button
                      size="small"
                      aria-label={`Edit ${level.name}`}
                      onClick={() => setOpen({ kind: "level", level })}
                    >
                      Edit
                    </Button>
                  </Td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </Table>
      </section>
      <section className="mt-8">
        <SectionHead
          title="Classes of data"
          right={
            <Button size="small" disabledReason={reason} onClick={() => setOpen({ kind: "class" })}>
              Add class
            </Button>
          }
        />
        <Table label="Classes of data">
          <thead>
            <tr>
              <Th>Class</Th>
              <Th>About people</Th>
              <Th className="wide">Level of its fields, at least</Th>
              {editable ? (
                <Th>
                  <span className="sr-only">Actions</span>
                </Th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {scheme.classes.map((dataClass) => (
              <tr key={dataClass.key}>
                <th scope="row">
                  {dataClass.name}
                  <small>
                    {dataClass.retired ? "Retired. " : ""}
                    {dataClass.description}
                  </small>
                </th>
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
                  <Td className="num">
                    <Button
                      size="small"
                      aria-label={`Edit ${dataClass.name}`}
                      onClick={() => setOpen({ kind: "class", dataClass })}
                    >
                      Edit
                    </Button>
                  </Td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </Table>
      </section>
      {open?.kind === "level" ? <LevelEditor scheme={scheme} level={open.level} onClose={close} /> : null}
      {open?.kind === "class" ? (
        <ClassEditor scheme={scheme} dataClass={open.dataClass} onClose={close} />
      ) : null}
    </>
  )
}
