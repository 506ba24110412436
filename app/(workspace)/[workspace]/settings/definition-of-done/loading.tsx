import { SkeletonHead, SkeletonRows } from "@/components/ui/skeleton"

export default function Loading() {
  return (
    <>
      <SkeletonHead />
      <SkeletonRows rows={6} label="Loading the definitions of done" />
    </>
  )
}
