import { SkeletonHead, SkeletonRows } from "@/components/ui/skeleton"

export default function Loading() {
  return (
    <>
      <SkeletonHead />
      <SkeletonRows rows={5} label="Loading the frameworks" />
    </>
  )
}
