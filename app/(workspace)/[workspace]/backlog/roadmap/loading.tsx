import { SkeletonHead, SkeletonLines } from "@/components/ui/skeleton"

const columns = ["now", "next", "after", "later", "none"]

export default function Loading() {
  return (
    <div className="page-fill">
      <SkeletonHead />
      <div className="grid grid-cols-2 gap-6 md:grid-cols-5">
        {columns.map((column) => (
          <SkeletonLines key={column} lines={8} label="Loading the roadmap" />
        ))}
      </div>
    </div>
  )
}
