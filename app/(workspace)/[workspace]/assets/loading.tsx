import { SkeletonHead, SkeletonRows } from "@/components/ui/skeleton"

export default function Loading() {
  return (
    <>
      <SkeletonHead />
      <SkeletonRows rows={12} label="Loading data assets" />
    </>
  )
}
