"use client"
import dynamic from "next/dynamic"

/** The editor of a field comes with the first field that is opened. */
export const FieldEditor = dynamic(() => import("./field-editor").then((module) => module.FieldEditor), {
  ssr: false,
  loading: () => <span className="field-editor" aria-busy="true" />,
})
