CREATE TABLE "known_facts" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"screening_id" uuid,
	"assessment_id" uuid,
	"version" integer NOT NULL,
	"facts" jsonb NOT NULL,
	"reason" text NOT NULL,
	"noted_by" uuid NOT NULL,
	"noted_at" timestamptz(3) NOT NULL,
	CONSTRAINT "known_facts_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "known_facts_subject" CHECK (num_nonnulls("known_facts"."screening_id", "known_facts"."assessment_id") = 1)
);
--> statement-breakpoint
ALTER TABLE "known_facts" ADD CONSTRAINT "known_facts_workspace_id_screening_id_screenings_workspace_id_id_fk" FOREIGN KEY ("workspace_id","screening_id") REFERENCES "public"."screenings"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "known_facts" ADD CONSTRAINT "known_facts_workspace_id_assessment_id_assessments_workspace_id_id_fk" FOREIGN KEY ("workspace_id","assessment_id") REFERENCES "public"."assessments"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "known_facts_screening" ON "known_facts" USING btree ("workspace_id","screening_id","version","id");--> statement-breakpoint
CREATE INDEX "known_facts_assessment" ON "known_facts" USING btree ("workspace_id","assessment_id","version","id");--> statement-breakpoint
select plumbline_protect('known_facts', 'select, insert');
