import { SkeletonHead, SkeletonLines } from "@/components/ui/skeleton"

export default function Loading() {
  return (
    <>
      <SkeletonHead />
      <SkeletonLines lines={6} label="Loading the objective" />
    </>
  )
}
