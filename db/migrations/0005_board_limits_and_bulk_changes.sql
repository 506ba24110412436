CREATE TABLE "bulk_change_items" (
	"workspace_id" uuid NOT NULL,
	"change_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"version_after" integer NOT NULL,
	"restored_at" timestamptz(3),
	CONSTRAINT "bulk_change_items_workspace_id_change_id_item_id_pk" PRIMARY KEY("workspace_id","change_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "bulk_changes" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"summary" text NOT NULL,
	"item_count" integer NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"undone_at" timestamptz(3),
	"undone_by" uuid,
	CONSTRAINT "bulk_changes_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "wip_limits" (
	"workspace_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"rules" jsonb NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "wip_limits_workspace_id_version_pk" PRIMARY KEY("workspace_id","version")
);
--> statement-breakpoint
CREATE TABLE "wip_overruns" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"status" text NOT NULL,
	"per" text NOT NULL,
	"lane" text,
	"held" integer NOT NULL,
	"allowed" integer NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "wip_overruns_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "bulk_change_items" ADD CONSTRAINT "bulk_change_items_workspace_id_change_id_bulk_changes_workspace_id_id_fk" FOREIGN KEY ("workspace_id","change_id") REFERENCES "public"."bulk_changes"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_change_items" ADD CONSTRAINT "bulk_change_items_workspace_id_item_id_items_workspace_id_id_fk" FOREIGN KEY ("workspace_id","item_id") REFERENCES "public"."items"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_changes" ADD CONSTRAINT "bulk_changes_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wip_limits" ADD CONSTRAINT "wip_limits_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wip_overruns" ADD CONSTRAINT "wip_overruns_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bulk_change_items_item" ON "bulk_change_items" USING btree ("workspace_id","item_id");--> statement-breakpoint
CREATE INDEX "wip_overruns_time" ON "wip_overruns" USING btree ("workspace_id","created_at");--> statement-breakpoint
select plumbline_protect('wip_limits');
--> statement-breakpoint
select plumbline_protect('wip_overruns');
--> statement-breakpoint
select plumbline_protect('bulk_changes');
--> statement-breakpoint
select plumbline_protect('bulk_change_items');
