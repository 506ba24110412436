"use client"
import { AdviceSection } from "./advice-section"
import { PeopleSection } from "./people-section"

/** What the data protection officer advises, and what the people concerned think. */
export function Opinions() {
  return (
    <>
      <AdviceSection />
      <PeopleSection />
    </>
  )
}
