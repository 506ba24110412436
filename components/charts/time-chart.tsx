"use client"
import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceArea,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from "recharts"
import { monthTicks, monthWords, roundTicks, rowsOf, type TimeSeries, valueSpan } from "./prepare-series"

const HEIGHT = 180
const tick = { fontSize: 12, fill: "var(--color-text-3)" }

/** Values over time against what a straight line expects. Drawn only: the table beside it carries the same data. */
export default function TimeChart(series: TimeSeries) {
  const rows = rowsOf(series)
  const span = valueSpan(series)
  const [from, to] = [rows[0]?.at ?? 0, rows.at(-1)?.at ?? 1]
  const today = Date.parse(`${series.today}T00:00:00Z`)
  const last = series.points.at(-1)
  return (
    <div aria-hidden="true">
      <ResponsiveContainer width="100%" height={HEIGHT}>
        <LineChart data={rows} margin={{ top: 14, right: 84, bottom: 0, left: 0 }} accessibilityLayer={false}>
          <CartesianGrid vertical={false} stroke="var(--color-line)" />
          <XAxis
            dataKey="at"
            type="number"
            scale="time"
            domain={[from, to]}
            ticks={monthTicks(from, to)}
            tickFormatter={monthWords}
            tick={tick}
            tickLine={false}
            stroke="var(--color-control)"
          />
          <YAxis
            domain={span}
            ticks={roundTicks(span)}
            tickFormatter={(value: number) => value.toLocaleString("en", { maximumFractionDigits: 4 })}
            tick={tick}
            tickLine={false}
            axisLine={false}
            width={52}
          />
          {series.range ? (
            <ReferenceArea
              y1={series.range.low}
              y2={series.range.high}
              fill="var(--color-good-tint)"
              fillOpacity={1}
              label={{ value: "to be kept", position: "insideTopLeft", ...tick }}
            />
          ) : null}
          {today > from && today < to ? (
            <ReferenceLine
              x={today}
              stroke="var(--color-control)"
              label={{ value: "today", position: "top", ...tick }}
            />
          ) : null}
          <Line
            dataKey="expected"
            connectNulls
            dot={false}
            stroke="var(--color-control)"
            strokeDasharray="4 4"
            strokeWidth={1.5}
            isAnimationActive={false}
            label={<EndLabel at={rows.length - 1} text="target" />}
          />
          <Line
            dataKey="value"
            connectNulls
            dot={{ r: 3, fill: "var(--color-accent)", stroke: "none" }}
            stroke="var(--color-accent)"
            strokeWidth={2}
            isAnimationActive={false}
            label={
              <EndLabel
                at={last ? rows.findIndex(({ at }) => at === Date.parse(`${last.day}T00:00:00Z`)) : -1}
                text={series.name.length > 14 ? "measured" : series.name}
                lift={8}
              />
            }
          />
        </LineChart>
      </ResponsiveContainer>
    </div>
  )
}

type LabelProps = {
  at: number
  text: string
  lift?: number
  x?: number | string
  y?: number | string
  index?: number
}

/** Names a line at one of its points instead of in a legend. */
function EndLabel({ at, text, lift, x, y, index }: LabelProps) {
  if (index !== at || x === undefined || y === undefined) return <g />
  return (
    <text x={Number(x) + 7} y={Number(y) - (lift ?? -4)} fontSize={12} fill="var(--color-text-2)">
      {text}
    </text>
  )
}
