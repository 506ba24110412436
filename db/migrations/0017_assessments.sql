CREATE TABLE "assessment_actions" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"reference" text,
	"item_id" uuid NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "assessment_actions_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "assessment_answers" (
	"workspace_id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"question_id" integer NOT NULL,
	"text" text NOT NULL,
	"gauge" integer DEFAULT 0 NOT NULL,
	"list" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_by" uuid NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	"kept" jsonb,
	CONSTRAINT "assessment_answers_workspace_id_assessment_id_question_id_pk" PRIMARY KEY("workspace_id","assessment_id","question_id")
);
--> statement-breakpoint
CREATE TABLE "assessment_comments" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"question_id" integer,
	"measure_id" uuid,
	"text" text NOT NULL,
	"author_id" uuid,
	"created_at" timestamptz(3) NOT NULL,
	"kept" jsonb,
	CONSTRAINT "assessment_comments_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "assessment_editors" (
	"workspace_id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"user_id" uuid NOT NULL,
	"at" timestamptz(3) NOT NULL,
	CONSTRAINT "assessment_editors_workspace_id_assessment_id_version_user_id_pk" PRIMARY KEY("workspace_id","assessment_id","version","user_id")
);
--> statement-breakpoint
CREATE TABLE "assessment_evaluations" (
	"workspace_id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"reference" text NOT NULL,
	"status" integer NOT NULL,
	"comment" text NOT NULL,
	"plan" text NOT NULL,
	"severity" integer DEFAULT 0 NOT NULL,
	"likelihood" integer DEFAULT 0 NOT NULL,
	"person_in_charge" text NOT NULL,
	"due_on" date,
	"evaluated_by" uuid,
	"evaluated_at" timestamptz(3),
	"version" integer DEFAULT 1 NOT NULL,
	"kept" jsonb,
	CONSTRAINT "assessment_evaluations_workspace_id_assessment_id_reference_pk" PRIMARY KEY("workspace_id","assessment_id","reference")
);
--> statement-breakpoint
CREATE TABLE "assessment_measures" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"content" text NOT NULL,
	"kind" text,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_by" uuid NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	"removed_at" timestamptz(3),
	"kept" jsonb,
	CONSTRAINT "assessment_measures_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "assessment_measures_number" UNIQUE("workspace_id","assessment_id","number")
);
--> statement-breakpoint
CREATE TABLE "assessment_revisions" (
	"workspace_id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"content" text NOT NULL,
	"note" text NOT NULL,
	"submitted_by" uuid NOT NULL,
	"submitted_at" timestamptz(3) NOT NULL,
	CONSTRAINT "assessment_revisions_workspace_id_assessment_id_version_pk" PRIMARY KEY("workspace_id","assessment_id","version")
);
--> statement-breakpoint
CREATE TABLE "assessment_risks" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"event" text,
	"title" text NOT NULL,
	"fields" jsonb,
	"inherent_severity" integer DEFAULT 0 NOT NULL,
	"inherent_likelihood" integer DEFAULT 0 NOT NULL,
	"severity" integer DEFAULT 0 NOT NULL,
	"likelihood" integer DEFAULT 0 NOT NULL,
	"residual_severity" integer DEFAULT 0 NOT NULL,
	"residual_likelihood" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_by" uuid NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	"removed_at" timestamptz(3),
	CONSTRAINT "assessment_risks_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "assessment_risks_event" UNIQUE("workspace_id","assessment_id","event"),
	CONSTRAINT "assessment_risks_own" CHECK (("assessment_risks"."event" is null) = ("assessment_risks"."fields" is not null))
);
--> statement-breakpoint
CREATE TABLE "assessments" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" integer NOT NULL,
	"name" text NOT NULL,
	"category" text NOT NULL,
	"product_id" uuid NOT NULL,
	"item_id" uuid,
	"author_id" uuid NOT NULL,
	"author_name" text NOT NULL,
	"evaluator_name" text NOT NULL,
	"validator_name" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"lock" integer DEFAULT 1 NOT NULL,
	"submitted_version" integer,
	"progress" integer DEFAULT 0 NOT NULL,
	"risk_weight" text DEFAULT 'unknown' NOT NULL,
	"review_on" date,
	"advice_asked_at" timestamptz(3),
	"advice_asked_by" uuid,
	"dpo_names" text NOT NULL,
	"dpo_opinion" text NOT NULL,
	"dpo_status" integer,
	"advice_by" uuid,
	"advice_at" timestamptz(3),
	"advice_version" integer,
	"overrule_reason" text NOT NULL,
	"overruled_by" uuid,
	"overruled_at" timestamptz(3),
	"people_sought" boolean,
	"people_names" text NOT NULL,
	"people_opinion" text NOT NULL,
	"people_status" integer,
	"people_reason" text NOT NULL,
	"rejection_reason" text NOT NULL,
	"adjustments" text NOT NULL,
	"consultation" jsonb NOT NULL,
	"kept" jsonb,
	"imported_from" text,
	"imported_at" timestamptz(3),
	"created_by" uuid NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	"archived_at" timestamptz(3),
	"archived_by" uuid,
	"archive_reason" text,
	CONSTRAINT "assessments_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "assessments_number" UNIQUE("workspace_id","number")
);
--> statement-breakpoint
CREATE TABLE "personal_data_declarations" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"product_id" uuid,
	"item_id" uuid,
	"personal_data" text NOT NULL,
	"note" text NOT NULL,
	"declared_by" uuid NOT NULL,
	"declared_at" timestamptz(3) NOT NULL,
	CONSTRAINT "personal_data_declarations_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "personal_data_declarations_subject" CHECK (num_nonnulls("personal_data_declarations"."product_id", "personal_data_declarations"."item_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "screening_editors" (
	"workspace_id" uuid NOT NULL,
	"screening_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"user_id" uuid NOT NULL,
	"at" timestamptz(3) NOT NULL,
	CONSTRAINT "screening_editors_workspace_id_screening_id_version_user_id_pk" PRIMARY KEY("workspace_id","screening_id","version","user_id")
);
--> statement-breakpoint
CREATE TABLE "screening_versions" (
	"workspace_id" uuid NOT NULL,
	"screening_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"content" text NOT NULL,
	"verdict" text NOT NULL,
	"decision" text NOT NULL,
	"submitted_by" uuid NOT NULL,
	"submitted_at" timestamptz(3) NOT NULL,
	CONSTRAINT "screening_versions_workspace_id_screening_id_version_pk" PRIMARY KEY("workspace_id","screening_id","version")
);
--> statement-breakpoint
CREATE TABLE "screenings" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"product_id" uuid,
	"item_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"lock" integer DEFAULT 1 NOT NULL,
	"description" text NOT NULL,
	"answers" jsonb NOT NULL,
	"notes" jsonb NOT NULL,
	"verdict" text,
	"decision" text,
	"reason" text NOT NULL,
	"occasion" text NOT NULL,
	"dpo_view" text NOT NULL,
	"dpo_view_by" uuid,
	"dpo_view_at" timestamptz(3),
	"submitted_at" timestamptz(3),
	"created_by" uuid NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	CONSTRAINT "screenings_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "screenings_product" UNIQUE("workspace_id","product_id"),
	CONSTRAINT "screenings_item" UNIQUE("workspace_id","item_id"),
	CONSTRAINT "screenings_subject" CHECK (num_nonnulls("screenings"."product_id", "screenings"."item_id") = 1)
);
--> statement-breakpoint
ALTER TABLE "assessment_actions" ADD CONSTRAINT "assessment_actions_workspace_id_item_id_items_workspace_id_id_fk" FOREIGN KEY ("workspace_id","item_id") REFERENCES "public"."items"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_actions" ADD CONSTRAINT "assessment_actions_workspace_id_assessment_id_assessments_workspace_id_id_fk" FOREIGN KEY ("workspace_id","assessment_id") REFERENCES "public"."assessments"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_answers" ADD CONSTRAINT "assessment_answers_workspace_id_assessment_id_assessments_workspace_id_id_fk" FOREIGN KEY ("workspace_id","assessment_id") REFERENCES "public"."assessments"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_comments" ADD CONSTRAINT "assessment_comments_workspace_id_measure_id_assessment_measures_workspace_id_id_fk" FOREIGN KEY ("workspace_id","measure_id") REFERENCES "public"."assessment_measures"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_comments" ADD CONSTRAINT "assessment_comments_workspace_id_assessment_id_assessments_workspace_id_id_fk" FOREIGN KEY ("workspace_id","assessment_id") REFERENCES "public"."assessments"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_editors" ADD CONSTRAINT "assessment_editors_workspace_id_assessment_id_assessments_workspace_id_id_fk" FOREIGN KEY ("workspace_id","assessment_id") REFERENCES "public"."assessments"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_evaluations" ADD CONSTRAINT "assessment_evaluations_workspace_id_assessment_id_assessments_workspace_id_id_fk" FOREIGN KEY ("workspace_id","assessment_id") REFERENCES "public"."assessments"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_measures" ADD CONSTRAINT "assessment_measures_workspace_id_assessment_id_assessments_workspace_id_id_fk" FOREIGN KEY ("workspace_id","assessment_id") REFERENCES "public"."assessments"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_revisions" ADD CONSTRAINT "assessment_revisions_workspace_id_assessment_id_assessments_workspace_id_id_fk" FOREIGN KEY ("workspace_id","assessment_id") REFERENCES "public"."assessments"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_risks" ADD CONSTRAINT "assessment_risks_workspace_id_assessment_id_assessments_workspace_id_id_fk" FOREIGN KEY ("workspace_id","assessment_id") REFERENCES "public"."assessments"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_workspace_id_item_id_items_workspace_id_id_fk" FOREIGN KEY ("workspace_id","item_id") REFERENCES "public"."items"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_workspace_id_author_id_memberships_workspace_id_user_id_fk" FOREIGN KEY ("workspace_id","author_id") REFERENCES "public"."memberships"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "personal_data_declarations" ADD CONSTRAINT "personal_data_declarations_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "personal_data_declarations" ADD CONSTRAINT "personal_data_declarations_workspace_id_item_id_items_workspace_id_id_fk" FOREIGN KEY ("workspace_id","item_id") REFERENCES "public"."items"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screening_editors" ADD CONSTRAINT "screening_editors_workspace_id_screening_id_screenings_workspace_id_id_fk" FOREIGN KEY ("workspace_id","screening_id") REFERENCES "public"."screenings"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screening_versions" ADD CONSTRAINT "screening_versions_workspace_id_screening_id_screenings_workspace_id_id_fk" FOREIGN KEY ("workspace_id","screening_id") REFERENCES "public"."screenings"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screenings" ADD CONSTRAINT "screenings_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screenings" ADD CONSTRAINT "screenings_workspace_id_item_id_items_workspace_id_id_fk" FOREIGN KEY ("workspace_id","item_id") REFERENCES "public"."items"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assessment_actions_assessment" ON "assessment_actions" USING btree ("workspace_id","assessment_id");--> statement-breakpoint
CREATE INDEX "assessment_comments_assessment" ON "assessment_comments" USING btree ("workspace_id","assessment_id");--> statement-breakpoint
CREATE INDEX "assessment_risks_assessment" ON "assessment_risks" USING btree ("workspace_id","assessment_id");--> statement-breakpoint
CREATE INDEX "assessments_product" ON "assessments" USING btree ("workspace_id","product_id");--> statement-breakpoint
CREATE INDEX "personal_data_declarations_product" ON "personal_data_declarations" USING btree ("workspace_id","product_id","id");--> statement-breakpoint
CREATE INDEX "personal_data_declarations_item" ON "personal_data_declarations" USING btree ("workspace_id","item_id","id");--> statement-breakpoint
select plumbline_protect('personal_data_declarations', 'select, insert'),
  plumbline_protect('screenings', 'select, insert, update'),
  plumbline_protect('screening_versions', 'select, insert'),
  plumbline_protect('screening_editors', 'select, insert'),
  plumbline_protect('assessments', 'select, insert, update'),
  plumbline_protect('assessment_answers', 'select, insert, update'),
  plumbline_protect('assessment_measures', 'select, insert, update'),
  plumbline_protect('assessment_risks', 'select, insert, update'),
  plumbline_protect('assessment_evaluations', 'select, insert, update'),
  plumbline_protect('assessment_actions', 'select, insert'),
  plumbline_protect('assessment_comments', 'select, insert'),
  plumbline_protect('assessment_revisions', 'select, insert'),
  plumbline_protect('assessment_editors', 'select, insert');
