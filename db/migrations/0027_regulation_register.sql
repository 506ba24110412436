CREATE TABLE "obligation_controls" (
	"workspace_id" uuid NOT NULL,
	"obligation_id" uuid NOT NULL,
	"control_id" uuid NOT NULL,
	CONSTRAINT "obligation_controls_workspace_id_obligation_id_control_id_pk" PRIMARY KEY("workspace_id","obligation_id","control_id")
);
--> statement-breakpoint
CREATE TABLE "obligations" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"regulation" text NOT NULL,
	"article" text NOT NULL,
	"title" text NOT NULL,
	"note" text NOT NULL,
	"source" text NOT NULL,
	"owner_id" uuid,
	"reviewed_on" date,
	"next_review_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	"retired_at" timestamptz(3),
	"retired_by" uuid,
	"retire_reason" text,
	CONSTRAINT "obligations_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "obligations_article" UNIQUE("workspace_id","regulation","article")
);
--> statement-breakpoint
CREATE TABLE "privacy_controls" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"evidence" text NOT NULL,
	"link" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	CONSTRAINT "privacy_controls_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "privacy_controls_name" UNIQUE("workspace_id","name")
);
--> statement-breakpoint
ALTER TABLE "obligation_controls" ADD CONSTRAINT "obligation_controls_workspace_id_obligation_id_obligations_workspace_id_id_fk" FOREIGN KEY ("workspace_id","obligation_id") REFERENCES "public"."obligations"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obligation_controls" ADD CONSTRAINT "obligation_controls_workspace_id_control_id_privacy_controls_workspace_id_id_fk" FOREIGN KEY ("workspace_id","control_id") REFERENCES "public"."privacy_controls"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obligations" ADD CONSTRAINT "obligations_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obligations" ADD CONSTRAINT "obligations_workspace_id_owner_id_memberships_workspace_id_user_id_fk" FOREIGN KEY ("workspace_id","owner_id") REFERENCES "public"."memberships"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "privacy_controls" ADD CONSTRAINT "privacy_controls_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "obligation_controls_control" ON "obligation_controls" USING btree ("workspace_id","control_id");--> statement-breakpoint
select plumbline_protect('obligations');
--> statement-breakpoint
select plumbline_protect('privacy_controls');
--> statement-breakpoint
select plumbline_protect('obligation_controls');
