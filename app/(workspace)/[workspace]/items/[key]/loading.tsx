import { SkeletonHead, SkeletonLines } from "@/components/ui/skeleton"

export default function Loading() {
  return (
    <>
      <SkeletonHead />
      <SkeletonLines lines={12} label="Loading the item" />
    </>
  )
}
