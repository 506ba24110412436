"use client"
import Link from "next/link"
import { useWorkspace } from "@/components/api/workspace"
import { Button, buttonClass } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { type Crumb, PageHead } from "@/components/ui/page-head"
import { SectionHead } from "@/components/ui/section-head"
import { TextArea } from "@/components/ui/text-area"
import { TextInput } from "@/components/ui/text-input"
import { FIXED_KEYS, FRAMEWORK_LIMITS, type Framework, isWeighted } from "@/server/scoring/domain/framework"
import { CriterionFields } from "./criterion-fields"
import { ExpressionSection } from "./expression-section"
import { MethodOptions } from "./method-options"
import { draftKeys } from "./prepare-draft"
import { TryOut } from "./try-out"
import { type FrameworkEditor, useFrameworkEditor } from "./use-framework-editor"
import { WeightsSection } from "./weights-section"

type Props = {
  /** Tells drafts kept in the browser apart. */
  id: string
  start: Framework
  /** What it is based on, to tell what changed; the start itself unless said otherwise. */
  published?: Framework
  /** The version it follows; 0 for a new framework. */
  basedOn: number
  title: string
  state: string
  crumb?: Crumb
}

/** A framework while it is edited, published as one version. */
export function EditorForm({ id, start, published = start, basedOn, title, state, crumb }: Props) {
  const { workspace, may } = useWorkspace()
  const base = `/${workspace.slug}/settings/frameworks`
  const editor = useFrameworkEditor({
    start,
    basedOn,
    draftName: `framework ${id}`,
    hrefOf: (key) => `${base}/${key}`,
  })
  const allowed = may("scoring.configure")
  const crumbs = [{ label: "Scoring frameworks", href: base }, ...(crumb ? [crumb] : [])]
  return (
    <form {...editor.props} className="framework-form">
      <PageHead
        title={title}
        crumbs={crumbs}
        state={state}
        actions={
          <>
            <Link className={buttonClass()} href={crumb?.href ?? base}>
              Cancel
            </Link>
            <Button
              type="submit"
              variant="primary"
              pending={editor.pending}
              disabledReason={allowed.ok ? undefined : allowed.reason}
            >
              {basedOn > 0 ? `Publish version ${basedOn + 1}` : "Publish framework"}
            </Button>
          </>
        }
      />
      <EditorNotices editor={editor} />
      <About editor={editor} />
      <MethodOptions draft={editor.draft} problems={editor.problems} set={editor.set} />
      <Criteria editor={editor} published={published} />
      {isWeighted(editor.draft) ? <WeightsSection editor={editor} published={published} /> : null}
      {editor.draft.method === "expression" ? <ExpressionSection editor={editor} /> : null}
      <TryOut draft={editor.draft} />
    </form>
  )
}

function EditorNotices({ editor: { restored, discard, problems, message } }: { editor: FrameworkEditor }) {
  const count = Object.keys(problems).length
  return (
    <>
      {restored ? (
        <Notice state="unknown">
          <b>This is your draft from before.</b> Nothing of it is published.{" "}
          <Button size="small" variant="quiet" onClick={discard}>
            Discard the draft
          </Button>
        </Notice>
      ) : null}
      {count > 0 || message ? (
        <div role="alert">
          <Notice state="bad">
            <b>{message ?? (count === 1 ? "One field needs a change." : `${count} fields need a change.`)}</b>{" "}
            {[problems.criteria, problems.weighting].filter(Boolean).join(". ")}
          </Notice>
        </div>
      ) : null}
    </>
  )
}

function About({ editor: { draft, problems, set } }: { editor: FrameworkEditor }) {
  return (
    <>
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
        optional
      >
        {(control) => (
          <TextArea
            {...control}
            rows={3}
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
    </>
  )
}

function Criteria({ editor, published }: { editor: FrameworkEditor; published: Framework }) {
  const { draft, problems } = editor
  const fixed = FIXED_KEYS[draft.method] !== undefined
  const keys = draft.method === "expression" ? draftKeys(draft) : []
  return (
    <>
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
          published={published.criteria.find(({ key }) => key === criterion.key)}
          weighted={isWeighted(draft)}
          formulaName={keys[index]}
          fixed={fixed}
          error={(field) => problems[`criteria.${index}.${field}`]}
          onChange={(patch) => editor.setCriterion(index, patch)}
          onRemove={fixed || draft.criteria.length === 1 ? undefined : () => editor.removeCriterion(index)}
        />
      ))}
      {fixed || draft.criteria.length >= FRAMEWORK_LIMITS.criteria ? null : (
        <Button onClick={editor.addCriterion}>Add criterion</Button>
      )}
    </>
  )
}
