"use server"
import { redirect } from "next/navigation"
import { endSession } from "@/server/members/auth"
import { backPath } from "@/server/members/domain/back-path"

export async function signOutAction(form?: FormData): Promise<void> {
  await endSession()
  const back = backPath(form?.get("back"))
  redirect(back === "/" ? "/sign-in" : back)
}
