"use client"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { classNames } from "@/components/ui/class-names"
import { shortDate } from "@/components/ui/prepare-relative-time"
import { ActionsTh, Table, Td, Th } from "@/components/ui/table"
import type { MeasurementRow } from "@/server/strategy/domain/objective-row"
import { valueWords } from "@/server/strategy/domain/sentence"

type Props = {
  metric: string
  unit: string
  measurements: readonly MeasurementRow[]
  /** Absent for people who may not measure. */
  onCorrect?: (measurement: MeasurementRow) => void
}

/** Every measurement, newest first; corrected ones stay readable, struck through. */
export function MeasurementTable({ metric, unit, measurements, onCorrect }: Props) {
  const { now } = useWorkspace()
  const rows = [...measurements].reverse()
  return (
    <Table label={`Measurements of ${metric}`}>
      <thead>
        <tr>
          <Th>Day</Th>
          <Th num>Value</Th>
          <Th>Source</Th>
          <Th className="wide">By</Th>
          {onCorrect ? <ActionsTh /> : null}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className={classNames(row.supersededBy && "replaced")}>
            <th scope="row">{shortDate(row.measuredOn, now)}</th>
            <Td num>
              {row.value === null ? <span className="unknown">withdrawn</span> : valueWords(row.value, unit)}
            </Td>
            <Td>
              {row.note}
              {row.reason ? <small>Corrected: {row.reason}</small> : null}
              {row.supersededBy ? <small>Replaced by a correction</small> : null}
            </Td>
            <Td className="wide">{row.by.name}</Td>
            {onCorrect ? (
              <Td num>
                {row.supersededBy ? null : (
                  <Button
                    size="small"
                    variant="quiet"
                    aria-label={`Correct the measurement of ${row.measuredOn}`}
                    onClick={() => onCorrect(row)}
                  >
                    Correct
                  </Button>
                )}
              </Td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
