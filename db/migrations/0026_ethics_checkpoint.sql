CREATE TABLE "ethics_checkpoints" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"product_id" uuid,
	"item_id" uuid,
	"high_impact" boolean NOT NULL,
	"declare_reason" text NOT NULL,
	"declared_by" uuid NOT NULL,
	"declared_at" timestamptz(3) NOT NULL,
	"answers" jsonb NOT NULL,
	"outcome" text,
	"reason" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"editor_ids" uuid[] NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	CONSTRAINT "ethics_checkpoints_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "ethics_checkpoints_product" UNIQUE("workspace_id","product_id"),
	CONSTRAINT "ethics_checkpoints_item" UNIQUE("workspace_id","item_id"),
	CONSTRAINT "ethics_checkpoints_subject" CHECK (("ethics_checkpoints"."product_id" is null) <> ("ethics_checkpoints"."item_id" is null))
);
--> statement-breakpoint
CREATE TABLE "ethics_conditions" (
	"workspace_id" uuid NOT NULL,
	"checkpoint_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "ethics_conditions_workspace_id_checkpoint_id_item_id_pk" PRIMARY KEY("workspace_id","checkpoint_id","item_id")
);
--> statement-breakpoint
ALTER TABLE "ethics_checkpoints" ADD CONSTRAINT "ethics_checkpoints_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ethics_checkpoints" ADD CONSTRAINT "ethics_checkpoints_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ethics_checkpoints" ADD CONSTRAINT "ethics_checkpoints_workspace_id_item_id_items_workspace_id_id_fk" FOREIGN KEY ("workspace_id","item_id") REFERENCES "public"."items"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ethics_conditions" ADD CONSTRAINT "ethics_conditions_workspace_id_checkpoint_id_ethics_checkpoints_workspace_id_id_fk" FOREIGN KEY ("workspace_id","checkpoint_id") REFERENCES "public"."ethics_checkpoints"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ethics_conditions" ADD CONSTRAINT "ethics_conditions_workspace_id_item_id_items_workspace_id_id_fk" FOREIGN KEY ("workspace_id","item_id") REFERENCES "public"."items"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
select plumbline_protect('ethics_checkpoints');
--> statement-breakpoint
select plumbline_protect('ethics_conditions');
