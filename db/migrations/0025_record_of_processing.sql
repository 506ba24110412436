CREATE TABLE "processing_activities" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" integer NOT NULL,
	"name" text NOT NULL,
	"words" jsonb NOT NULL,
	"assessment_id" uuid,
	"owner_id" uuid,
	"next_review_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	"deprecated_at" timestamptz(3),
	"deprecated_by" uuid,
	"deprecate_reason" text,
	CONSTRAINT "processing_activities_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "processing_activities_number" UNIQUE("workspace_id","number")
);
--> statement-breakpoint
CREATE TABLE "processing_editors" (
	"workspace_id" uuid NOT NULL,
	"activity_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"user_id" uuid NOT NULL,
	"at" timestamptz(3) NOT NULL,
	CONSTRAINT "processing_editors_workspace_id_activity_id_version_user_id_pk" PRIMARY KEY("workspace_id","activity_id","version","user_id")
);
--> statement-breakpoint
CREATE TABLE "processing_products" (
	"workspace_id" uuid NOT NULL,
	"activity_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	CONSTRAINT "processing_products_workspace_id_activity_id_product_id_pk" PRIMARY KEY("workspace_id","activity_id","product_id")
);
--> statement-breakpoint
ALTER TABLE "processing_activities" ADD CONSTRAINT "processing_activities_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "processing_activities" ADD CONSTRAINT "processing_activities_workspace_id_assessment_id_assessments_workspace_id_id_fk" FOREIGN KEY ("workspace_id","assessment_id") REFERENCES "public"."assessments"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "processing_activities" ADD CONSTRAINT "processing_activities_workspace_id_owner_id_memberships_workspace_id_user_id_fk" FOREIGN KEY ("workspace_id","owner_id") REFERENCES "public"."memberships"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "processing_editors" ADD CONSTRAINT "processing_editors_workspace_id_activity_id_processing_activities_workspace_id_id_fk" FOREIGN KEY ("workspace_id","activity_id") REFERENCES "public"."processing_activities"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "processing_products" ADD CONSTRAINT "processing_products_workspace_id_activity_id_processing_activities_workspace_id_id_fk" FOREIGN KEY ("workspace_id","activity_id") REFERENCES "public"."processing_activities"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "processing_products" ADD CONSTRAINT "processing_products_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "processing_products_product" ON "processing_products" USING btree ("workspace_id","product_id");--> statement-breakpoint
select plumbline_protect('processing_activities');
--> statement-breakpoint
select plumbline_protect('processing_products');
--> statement-breakpoint
select plumbline_protect('processing_editors');
