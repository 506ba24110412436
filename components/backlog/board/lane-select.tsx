"use client"
import { useId } from "react"
import { Select } from "@/components/ui/select"
import type { LaneBy } from "@/server/backlog/domain/wip"
import { LANE_OPTIONS } from "./prepare-board"

/** Chooses what the lanes are made by; the address holds it. */
export function LaneSelect({
  value,
  onChange,
}: {
  value: LaneBy | null
  onChange: (by: LaneBy | null) => void
}) {
  const id = useId()
  return (
    <span className="lane-select">
      <label className="muted" htmlFor={id}>
        Lanes
      </label>
      <Select
        id={id}
        value={value ?? ""}
        options={LANE_OPTIONS}
        empty="none"
        onChange={(event) => onChange((event.target.value || null) as LaneBy | null)}
      />
    </span>
  )
}
