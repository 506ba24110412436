import { SkeletonHead, SkeletonRows } from "@/components/ui/skeleton"

export default function Loading() {
  return (
    <>
      <SkeletonHead />
      <SkeletonRows rows={8} label="Loading the approvals" />
    </>
  )
}
