import { SkeletonColumns, SkeletonHead } from "@/components/ui/skeleton"

export default function Loading() {
  return (
    <div className="page-fill">
      <SkeletonHead />
      <SkeletonColumns label="Loading the board" />
    </div>
  )
}
