import type { Check, Template } from "@/server/dod/domain/template"

const computed = (check: string, params: Record<string, number> = {}): Check => ({
  kind: "computed",
  key: check,
  check,
  params,
  level: "required",
})

const tests: Check = {
  kind: "manual",
  key: "tests",
  title: "Tests are green for seven nights",
  help: "Link to the run of the last night. A run that was repeated by hand does not count.",
  evidence: "link",
  level: "required",
}
const runbook: Check = {
  kind: "manual",
  key: "runbook",
  title: "The runbook says who is called at night",
  help: "Name, number and what they may do without asking.",
  evidence: "either",
  level: "required",
}
const demoed: Check = {
  kind: "manual",
  key: "demo",
  title: "Shown to the people who asked for it",
  help: "",
  evidence: "none",
  level: "advisory",
}

export const PIPELINE: Template = {
  note: "What we agreed on after the incident of October",
  checks: [
    computed("owner-active"),
    computed("documented", { words: 15 }),
    computed("peer-reviewed"),
    tests,
    runbook,
    demoed,
  ],
}

export const PIPELINE_NEXT: Template = {
  note: "Personal data reached two pipelines without an assessment; from now on it is asked for.",
  checks: [
    computed("owner-active"),
    computed("documented", { words: 25 }),
    computed("item-scored"),
    computed("peer-reviewed"),
    computed("dpia-approved"),
    tests,
    runbook,
    { ...demoed, level: "required" },
  ],
}

export const DATASET: Template = {
  note: "",
  checks: [
    computed("owner-active"),
    computed("documented", { words: 15 }),
    computed("classification-set"),
    computed("retention-set"),
    computed("peer-reviewed"),
    {
      kind: "manual",
      key: "contract",
      title: "The contract is agreed with its readers",
      help: "Columns, freshness and what happens on a breaking change.",
      evidence: "link",
      level: "required",
    },
  ],
}

export const DASHBOARD: Template = {
  note: "",
  checks: [
    computed("owner-active"),
    computed("documented", { words: 10 }),
    {
      kind: "manual",
      key: "sign-off",
      title: "Whoever decides by it has agreed on the formula",
      help: "A mail or the minutes of the meeting.",
      evidence: "either",
      level: "required",
    },
    demoed,
  ],
}
