CREATE TABLE "asset_fields" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"asset_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"description" text NOT NULL,
	"nullable" boolean NOT NULL,
	"level_key" text,
	"class_key" text,
	CONSTRAINT "asset_fields_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "asset_fields_name" UNIQUE("workspace_id","asset_id","name")
);
--> statement-breakpoint
CREATE TABLE "classification_decisions" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"product_id" uuid,
	"asset_id" uuid,
	"field_id" uuid,
	"field_name" text,
	"from_level" text,
	"to_level" text,
	"from_class" text,
	"to_class" text,
	"reason" text NOT NULL,
	"suggested" boolean NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamptz(3) NOT NULL,
	CONSTRAINT "classification_decisions_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "classification_decisions_subject" CHECK (num_nonnulls("classification_decisions"."asset_id", "classification_decisions"."product_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "classification_schemes" (
	"workspace_id" uuid NOT NULL,
	"scheme" jsonb NOT NULL,
	"version" integer NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	"updated_by" uuid NOT NULL,
	CONSTRAINT "classification_schemes_workspace_id_pk" PRIMARY KEY("workspace_id")
);
--> statement-breakpoint
CREATE TABLE "data_assets" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"location" text NOT NULL,
	"description" text NOT NULL,
	"product_id" uuid,
	"owner_id" uuid,
	"level_key" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	"archived_at" timestamptz(3),
	"archived_by" uuid,
	"archive_reason" text,
	CONSTRAINT "data_assets_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "data_assets_key" UNIQUE("workspace_id","key"),
	CONSTRAINT "data_assets_name" UNIQUE("workspace_id","kind","name")
);
--> statement-breakpoint
CREATE TABLE "dismissed_suggestions" (
	"workspace_id" uuid NOT NULL,
	"field_id" uuid NOT NULL,
	"class_key" text NOT NULL,
	"dismissed_by" uuid NOT NULL,
	"dismissed_at" timestamptz(3) NOT NULL,
	CONSTRAINT "dismissed_suggestions_workspace_id_field_id_class_key_pk" PRIMARY KEY("workspace_id","field_id","class_key")
);
--> statement-breakpoint
CREATE TABLE "product_levels" (
	"workspace_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"level_key" text NOT NULL,
	CONSTRAINT "product_levels_workspace_id_product_id_pk" PRIMARY KEY("workspace_id","product_id")
);
--> statement-breakpoint
CREATE TABLE "consent_purposes" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"role_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	"retired_at" timestamptz(3),
	"retired_by" uuid,
	"retire_reason" text,
	CONSTRAINT "consent_purposes_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "consent_uses" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"purpose_id" uuid NOT NULL,
	"asset_id" uuid NOT NULL,
	"field_names" text[] NOT NULL,
	"flag_asset_id" uuid,
	"flag_column" text NOT NULL,
	"join_key" text NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	"updated_by" uuid NOT NULL,
	CONSTRAINT "consent_uses_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "consent_uses_once" UNIQUE("workspace_id","purpose_id","asset_id")
);
--> statement-breakpoint
CREATE TABLE "masking_rules" (
	"workspace_id" uuid NOT NULL,
	"role_id" uuid NOT NULL,
	"class_key" text NOT NULL,
	"rule" jsonb NOT NULL,
	CONSTRAINT "masking_rules_workspace_id_role_id_class_key_pk" PRIMARY KEY("workspace_id","role_id","class_key")
);
--> statement-breakpoint
CREATE TABLE "warehouse_roles" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	"retired_at" timestamptz(3),
	"retired_by" uuid,
	"retire_reason" text,
	CONSTRAINT "warehouse_roles_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "legal_holds" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"asset_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"asked_by" text NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date,
	"placed_by" uuid NOT NULL,
	"placed_at" timestamptz(3) NOT NULL,
	"lifted_at" timestamptz(3),
	"lifted_by" uuid,
	"lift_reason" text,
	CONSTRAINT "legal_holds_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "legal_holds_span" CHECK ("legal_holds"."until_on" is null or "legal_holds"."until_on" >= "legal_holds"."from_on")
);
--> statement-breakpoint
CREATE TABLE "retention_assignments" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"rule_id" uuid NOT NULL,
	"asset_id" uuid NOT NULL,
	"start_on" date NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"created_by" uuid NOT NULL,
	"ended_at" timestamptz(3),
	"ended_by" uuid,
	"end_reason" text,
	CONSTRAINT "retention_assignments_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "retention_outcomes" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"assignment_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"due_on" date NOT NULL,
	"done_on" date NOT NULL,
	"count" bigint,
	"evidence" text NOT NULL,
	"link" text NOT NULL,
	"reason" text NOT NULL,
	"deferred_to" date,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamptz(3) NOT NULL,
	CONSTRAINT "retention_outcomes_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "retention_outcomes_shape" CHECK (("retention_outcomes"."outcome" = 'refused') = ("retention_outcomes"."deferred_to" is not null))
);
--> statement-breakpoint
CREATE TABLE "retention_rules" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"class_key" text,
	"purpose" text NOT NULL,
	"basis" text NOT NULL,
	"start_event" text NOT NULL,
	"period_amount" integer NOT NULL,
	"period_unit" text NOT NULL,
	"repeat_months" integer,
	"action" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	"retired_at" timestamptz(3),
	"retired_by" uuid,
	"retire_reason" text,
	CONSTRAINT "retention_rules_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "retention_rules_period" CHECK ("retention_rules"."period_amount" > 0 and coalesce("retention_rules"."repeat_months", 1) > 0)
);
--> statement-breakpoint
ALTER TABLE "asset_fields" ADD CONSTRAINT "asset_fields_workspace_id_asset_id_data_assets_workspace_id_id_fk" FOREIGN KEY ("workspace_id","asset_id") REFERENCES "public"."data_assets"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "classification_decisions" ADD CONSTRAINT "classification_decisions_workspace_id_asset_id_data_assets_workspace_id_id_fk" FOREIGN KEY ("workspace_id","asset_id") REFERENCES "public"."data_assets"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "classification_decisions" ADD CONSTRAINT "classification_decisions_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "classification_schemes" ADD CONSTRAINT "classification_schemes_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "data_assets" ADD CONSTRAINT "data_assets_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "data_assets" ADD CONSTRAINT "data_assets_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "data_assets" ADD CONSTRAINT "data_assets_workspace_id_owner_id_memberships_workspace_id_user_id_fk" FOREIGN KEY ("workspace_id","owner_id") REFERENCES "public"."memberships"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dismissed_suggestions" ADD CONSTRAINT "dismissed_suggestions_workspace_id_field_id_asset_fields_workspace_id_id_fk" FOREIGN KEY ("workspace_id","field_id") REFERENCES "public"."asset_fields"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_levels" ADD CONSTRAINT "product_levels_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent_purposes" ADD CONSTRAINT "consent_purposes_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent_purposes" ADD CONSTRAINT "consent_purposes_workspace_id_role_id_warehouse_roles_workspace_id_id_fk" FOREIGN KEY ("workspace_id","role_id") REFERENCES "public"."warehouse_roles"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent_uses" ADD CONSTRAINT "consent_uses_workspace_id_purpose_id_consent_purposes_workspace_id_id_fk" FOREIGN KEY ("workspace_id","purpose_id") REFERENCES "public"."consent_purposes"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent_uses" ADD CONSTRAINT "consent_uses_workspace_id_asset_id_data_assets_workspace_id_id_fk" FOREIGN KEY ("workspace_id","asset_id") REFERENCES "public"."data_assets"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent_uses" ADD CONSTRAINT "consent_uses_workspace_id_flag_asset_id_data_assets_workspace_id_id_fk" FOREIGN KEY ("workspace_id","flag_asset_id") REFERENCES "public"."data_assets"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "masking_rules" ADD CONSTRAINT "masking_rules_workspace_id_role_id_warehouse_roles_workspace_id_id_fk" FOREIGN KEY ("workspace_id","role_id") REFERENCES "public"."warehouse_roles"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "warehouse_roles" ADD CONSTRAINT "warehouse_roles_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal_holds" ADD CONSTRAINT "legal_holds_workspace_id_asset_id_data_assets_workspace_id_id_fk" FOREIGN KEY ("workspace_id","asset_id") REFERENCES "public"."data_assets"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_assignments" ADD CONSTRAINT "retention_assignments_workspace_id_rule_id_retention_rules_workspace_id_id_fk" FOREIGN KEY ("workspace_id","rule_id") REFERENCES "public"."retention_rules"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_assignments" ADD CONSTRAINT "retention_assignments_workspace_id_asset_id_data_assets_workspace_id_id_fk" FOREIGN KEY ("workspace_id","asset_id") REFERENCES "public"."data_assets"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_outcomes" ADD CONSTRAINT "retention_outcomes_workspace_id_assignment_id_retention_assignments_workspace_id_id_fk" FOREIGN KEY ("workspace_id","assignment_id") REFERENCES "public"."retention_assignments"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_rules" ADD CONSTRAINT "retention_rules_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "asset_fields_class" ON "asset_fields" USING btree ("workspace_id","class_key");--> statement-breakpoint
CREATE INDEX "classification_decisions_asset" ON "classification_decisions" USING btree ("workspace_id","asset_id");--> statement-breakpoint
CREATE INDEX "classification_decisions_product" ON "classification_decisions" USING btree ("workspace_id","product_id");--> statement-breakpoint
CREATE INDEX "data_assets_product" ON "data_assets" USING btree ("workspace_id","product_id");--> statement-breakpoint
CREATE UNIQUE INDEX "consent_purposes_name" ON "consent_purposes" USING btree ("workspace_id","name") WHERE retired_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "warehouse_roles_name" ON "warehouse_roles" USING btree ("workspace_id","name") WHERE retired_at is null;--> statement-breakpoint
CREATE INDEX "legal_holds_asset" ON "legal_holds" USING btree ("workspace_id","asset_id");--> statement-breakpoint
CREATE UNIQUE INDEX "retention_assignments_once" ON "retention_assignments" USING btree ("workspace_id","rule_id","asset_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "retention_assignments_asset" ON "retention_assignments" USING btree ("workspace_id","asset_id");--> statement-breakpoint
CREATE INDEX "retention_outcomes_assignment" ON "retention_outcomes" USING btree ("workspace_id","assignment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "retention_rules_name" ON "retention_rules" USING btree ("workspace_id","name") WHERE retired_at is null;--> statement-breakpoint
select plumbline_protect('data_assets');
--> statement-breakpoint
select plumbline_protect('asset_fields');
--> statement-breakpoint
select plumbline_protect('product_levels');
--> statement-breakpoint
select plumbline_protect('classification_schemes');
--> statement-breakpoint
select plumbline_protect('dismissed_suggestions');
--> statement-breakpoint
select plumbline_protect('retention_rules');
--> statement-breakpoint
select plumbline_protect('retention_assignments');
--> statement-breakpoint
select plumbline_protect('legal_holds');
--> statement-breakpoint
select plumbline_protect('warehouse_roles');
--> statement-breakpoint
select plumbline_protect('masking_rules');
--> statement-breakpoint
select plumbline_protect('consent_purposes');
--> statement-breakpoint
select plumbline_protect('consent_uses');
--> statement-breakpoint
select plumbline_protect('classification_decisions', 'select, insert');
--> statement-breakpoint
select plumbline_protect('retention_outcomes', 'select, insert');
