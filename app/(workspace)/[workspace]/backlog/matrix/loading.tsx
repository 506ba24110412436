import { SkeletonHead, SkeletonRows } from "@/components/ui/skeleton"

export default function Loading() {
  return (
    <div className="page-fill">
      <SkeletonHead />
      <SkeletonRows rows={20} label="Loading the matrix" />
    </div>
  )
}
