/** The room of virtual rows that are not drawn. */
export function Gap({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null
  return (
    <tr aria-hidden className="gap">
      <td colSpan={columns} style={{ height }} />
    </tr>
  )
}

/** A row that is on its way. */
export function RestGap({ height, columns }: { height: number; columns: number }) {
  return (
    <tr aria-hidden className="gap">
      <td colSpan={columns} style={{ height }}>
        <span className="ghost ml-[var(--page-gutter)] w-1/2" />
      </td>
    </tr>
  )
}
