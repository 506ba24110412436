"use client"
import "../scoring.css"
import "./frameworks.css"
import { useSuspenseQuery } from "@tanstack/react-query"
import Link from "next/link"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { Button, buttonClass } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { PageHead } from "@/components/ui/page-head"
import { SectionHead } from "@/components/ui/section-head"
import { Select } from "@/components/ui/select"
import { TextArea } from "@/components/ui/text-area"
import { TextInput } from "@/components/ui/text-input"
import { FRAMEWORK_LIMITS, type Framework, REACH_PERIODS } from "@/server/scoring/domain/framework"
import type { ListedFramework } from "../scoring-data"
import { CriterionFields } from "./criterion-fields"
import { MissingFramework } from "./missing-framework"
import { weightShare } from "./prepare-draft"
import { useFrameworkEditor } from "./use-framework-editor"

type Mode = "copy" | "edit"

/** The editor of a framework: the next version of one's own, or a copy of any as a new one. */
export function FrameworkEditor({ frameworkKey, mode }: { frameworkKey: string; mode: Mode }) {
  const trpc = useTRPC()
  const { data: frameworks } = useSuspenseQuery(trpc.scoring.listFrameworks.queryOptions({ history: true }))
  const framework = frameworks.find(({ key }) => key === frameworkKey)
  if (!framework) return <MissingFramework frameworkKey={frameworkKey} />
  if (mode === "edit" && framework.builtIn) return <StandardNotice framework={framework} />
  return <Editor key={`${mode} ${framework.id}`} framework={framework} mode={mode} />
}

function StandardNotice({ framework }: { framework: ListedFramework }) {
  const { workspace } = useWorkspace()
  const here = `/${workspace.slug}/settings/frameworks/${framework.key}`
  return (
    <>
      <PageHead title={framework.name} crumbs={[{ label: framework.name, href: here }]} />
      <Notice state="unknown">
        <b>{framework.name} is a standard framework and stays as published.</b>{" "}
        <Link href={`${here}/copy`}>Copy it as own framework</Link> and change the copy.
      </Notice>
    </>
  )
}

function startOf({ definition, name }: ListedFramework, mode: Mode): Framework {
  return mode === "edit" ? definition : { ...definition, key: "", name: `${name}, our version` }
}

function Editor({ framework, mode }: { framework: ListedFramework; mode: Mode }) {
  const { workspace, may } = useWorkspace()
  const base = `/${workspace.slug}/settings/frameworks`
  const here = `${base}/${framework.key}`
  const basedOn = mode === "edit" ? framework.version : 0
  const editor = useFrameworkEditor({
    start: startOf(framework, mode),
    basedOn,
    storage: `plumbline_framework_${workspace.id}_${mode}_${framework.id}`,
    hrefOf: (key) => `${base}/${key}`,
  })
  const { draft, problems, set } = editor
  const allowed = may("scoring.configure")
  const { method } = draft
  const fixed = method === "rice" || method === "ice"
  const problemCount = Object.keys(problems).length
  return (
    <form {...editor.props} className="framework-form">
      <PageHead
        title={mode === "edit" ? `${framework.name}, version ${basedOn + 1}` : `Copy of ${framework.name}`}
        crumbs={[
          { label: "Scoring frameworks", href: base },
          { label: framework.name, href: here },
        ]}
        state={
          mode === "edit"
            ? `Scores given under version ${basedOn} stay with it and do not count in version ${basedOn + 1} until the items are scored again.`
            : "A framework of your own, with version 1."
        }
        actions={
          <>
            <Link className={buttonClass()} href={here}>
              Cancel
            </Link>
            <Button
              type="submit"
              variant="primary"
              pending={editor.pending}
              disabledReason={allowed.ok ? undefined : allowed.reason}
            >
              {mode === "edit" ? `Publish version ${basedOn + 1}` : "Publish framework"}
            </Button>
          </>
        }
      />
      {editor.restored ? (
        <Notice state="unknown">
          <b>This is your draft from before.</b> Nothing of it is published.{" "}
          <Button size="small" variant="quiet" onClick={editor.discard}>
            Discard the draft
          </Button>
        </Notice>
      ) : null}
      {problemCount > 0 || editor.message ? (
        <div role="alert">
          <Notice state="bad">
            <b>
              {editor.message ??
                (problemCount === 1 ? "One field needs a change." : `${problemCount} fields need a change.`)}
            </b>{" "}
            {problems.criteria ?? ""}
          </Notice>
        </div>
      ) : null}
      <Field label="Name" error={problems.name ?? problems.key} required>
        {(control) => (
          <TextInput
            {...control}
            maxLength={FRAMEWORK_LIMITS.name}
            value={draft.name}
            onChange={(event) => set({ name: event.target.value })}
          />
        )}
      </Field>
      <Field
        label="Method in words"
        hint="The first sentence stands above the ranking."
        error={problems.description}
      >
        {(control) => (
          <TextArea
            {...control}
            value={draft.description}
            onChange={(event) => set({ description: event.target.value })}
          />
        )}
      </Field>
      <Field
        label="Source"
        hint="Where the method comes from: author, title, year."
        optional
        error={problems.source}
      >
        {(control) => (
          <TextInput
            {...control}
            value={draft.source}
            onChange={(event) => set({ source: event.target.value })}
          />
        )}
      </Field>
      {method === "rice" ? (
        <Field label="Period in which reach is counted" error={problems.period} required>
          {(control) => (
            <Select
              {...control}
              options={REACH_PERIODS.map((value) => ({ value, label: value.replace("_", " ") }))}
              value={draft.period ?? "quarter"}
              onChange={(event) =>
                set({ period: REACH_PERIODS.find((value) => value === event.target.value) })
              }
            />
          )}
        </Field>
      ) : null}
      <SectionHead
        id="criteria"
        title="Criteria"
        note={
          fixed
            ? "This method has exactly these criteria; their scales and words are yours."
            : "The dots of the ranked list show the first one."
        }
      />
      {draft.criteria.map((criterion, index) => (
        <CriterionFields
          key={criterion.id}
          index={index}
          criterion={criterion}
          published={framework.definition.criteria.find(({ key }) => key === criterion.key)}
          share={method === "weighted_sum" ? weightShare(draft, index) : null}
          fixed={fixed}
          error={(field) => problems[`criteria.${index}.${field}`]}
          onChange={(patch) => editor.setCriterion(index, patch)}
          onRemove={fixed || draft.criteria.length === 1 ? undefined : () => editor.removeCriterion(index)}
        />
      ))}
      {fixed || draft.criteria.length >= FRAMEWORK_LIMITS.criteria ? null : (
        <Button onClick={editor.addCriterion}>Add criterion</Button>
      )}
    </form>
  )
}
