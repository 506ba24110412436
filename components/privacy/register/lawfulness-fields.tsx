"use client"
import { ChoiceField, TextField } from "@/components/ui/form-fields"
import {
  isSensitive,
  LEGAL_BASES,
  LEGAL_BASIS_LABELS,
  type LegalBasis,
  PROCESSING_ROLE_LABELS,
  PROCESSING_ROLES,
  type ProcessingRole,
  SPECIAL_CONDITION_LABELS,
  SPECIAL_CONDITIONS,
  type SpecialCondition,
} from "@/server/privacy/domain/processing-activity"
import type { FormPart } from "./form-part"

const roles = PROCESSING_ROLES.map((value) => ({ value, label: PROCESSING_ROLE_LABELS[value] }))
const bases = LEGAL_BASES.map((value) => ({ value, label: LEGAL_BASIS_LABELS[value] }))
const conditions = SPECIAL_CONDITIONS.map((value) => ({ value, label: SPECIAL_CONDITION_LABELS[value] }))

/** Who answers for the processing, for which purposes, and on which legal basis. */
export function LawfulnessFields({ values, set, errorAt }: FormPart) {
  const controller = values.role === "controller"
  return (
    <>
      <fieldset>
        <legend>Who answers for it</legend>
        <div className="pair">
          <TextField
            label="Name"
            required
            value={values.name}
            error={errorAt("name")}
            onChange={(name) => set({ name })}
          />
          <ChoiceField
            label="Role"
            required
            options={roles}
            value={values.role}
            error={errorAt("role")}
            onChange={(role) => set({ role: role as ProcessingRole })}
          />
        </div>
        <TextField
          label={controller ? "Controller" : "Controllers worked for"}
          hint={controller ? "Name and contact" : "Name and contact of each, one per line"}
          rows={2}
          value={values.controllers}
          error={errorAt("controllers")}
          onChange={(controllers) => set({ controllers })}
        />
        <TextField
          label="Data protection officer"
          hint="Name and contact, or why there is none"
          value={values.officer}
          error={errorAt("officer")}
          onChange={(officer) => set({ officer })}
        />
        <div className="pair">
          <TextField
            label="Joint controllers"
            optional
            value={values.jointControllers}
            error={errorAt("jointControllers")}
            onChange={(jointControllers) => set({ jointControllers })}
          />
          <TextField
            label="Representative in the Union"
            optional
            value={values.representative}
            error={errorAt("representative")}
            onChange={(representative) => set({ representative })}
          />
        </div>
      </fieldset>
      <fieldset>
        <legend>Why</legend>
        <TextField
          label="Purposes"
          rows={3}
          value={values.purposes}
          error={errorAt("purposes")}
          onChange={(purposes) => set({ purposes })}
        />
        {controller ? null : (
          <TextField
            label="What is done for each controller"
            rows={3}
            value={values.workDone}
            error={errorAt("workDone")}
            onChange={(workDone) => set({ workDone })}
          />
        )}
        <div className="pair">
          <ChoiceField
            label="Legal basis"
            options={bases}
            empty="Not said"
            value={values.legalBasis ?? ""}
            error={errorAt("legalBasis")}
            onChange={(value) => set({ legalBasis: (value || null) as LegalBasis | null })}
          />
          <TextField
            label="Note on the basis"
            hint="The law, the contract, or the interest that was weighed"
            optional
            value={values.basisNote}
            error={errorAt("basisNote")}
            onChange={(basisNote) => set({ basisNote })}
          />
        </div>
        {isSensitive(values) ? (
          <ChoiceField
            label="Condition for the special categories"
            options={conditions}
            empty="Not said"
            value={values.specialCondition ?? ""}
            error={errorAt("specialCondition")}
            onChange={(value) => set({ specialCondition: (value || null) as SpecialCondition | null })}
          />
        ) : null}
      </fieldset>
    </>
  )
}
