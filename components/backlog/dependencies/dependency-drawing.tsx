import Link from "next/link"
import { ScrollRegion } from "@/components/ui/scroll-region"
import { ITEM_STATUS_LABELS, isClosed } from "@/server/backlog/domain/item"
import { estimateWords } from "../prepare-item"
import { type Drawing, NODE, type Placed } from "./prepare-dependencies"

type Props = { drawing: Drawing; base: string }

/** Items in columns, each right of what it waits for; lines lead from what is first to what comes after. */
export function DependencyDrawing({ drawing, base }: Props) {
  const { width, height, nodes, lines } = drawing
  return (
    <ScrollRegion label="Drawing of dependencies">
      <div className="dependency-drawing" style={{ width, height }}>
        <svg width={width} height={height} aria-hidden="true">
          <defs>
            <marker
              id="arrow"
              viewBox="0 0 8 8"
              refX="6"
              refY="4"
              markerUnits="userSpaceOnUse"
              markerWidth="9"
              markerHeight="9"
              orient="auto"
            >
              <path d="M0 0 8 4 0 8Z" />
            </marker>
          </defs>
          {lines.map((line) => (
            <path
              key={line.id}
              d={line.path}
              className={line.critical ? "critical" : undefined}
              markerEnd="url(#arrow)"
            />
          ))}
        </svg>
        <ul>
          {nodes.map((node) => (
            <Card key={node.id} node={node} base={base} />
          ))}
        </ul>
      </div>
    </ScrollRegion>
  )
}

function Card({ node, base }: { node: Placed; base: string }) {
  const classes = [
    "node",
    node.critical && "critical",
    !node.inside && "outside",
    isClosed(node.status) && "closed",
  ].filter(Boolean)
  return (
    <li
      className={classes.join(" ")}
      style={{ left: node.x, top: node.y, width: NODE.width, height: NODE.height }}
    >
      <Link href={`${base}/items/${node.key}`}>
        <span className="ky">{node.key}</span> {node.title}
      </Link>
      <span className="hint">
        {ITEM_STATUS_LABELS[node.status]}
        {node.estimate === null ? ", no estimate" : `, estimate ${estimateWords(node.estimate)}`}
        {node.critical ? <b>, critical</b> : null}
        {node.inside ? "" : `, ${node.productName ?? "no product"}`}
      </span>
    </li>
  )
}
