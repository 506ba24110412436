CREATE TABLE "set_aside_scores" (
	"workspace_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"framework_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"earlier_inputs" jsonb,
	"earlier_note" text,
	"earlier_carried_from" integer,
	"earlier_carried_by" uuid,
	"earlier_given_at" timestamptz(3),
	"inputs" jsonb,
	"note" text,
	"given_at" timestamptz(3),
	CONSTRAINT "set_aside_scores_workspace_id_round_id_framework_id_item_id_user_id_pk" PRIMARY KEY("workspace_id","round_id","framework_id","item_id","user_id")
);
--> statement-breakpoint
DROP INDEX "blind_rounds_open";--> statement-breakpoint
ALTER TABLE "blind_rounds" ADD COLUMN "cancelled_at" timestamptz(3);--> statement-breakpoint
ALTER TABLE "blind_rounds" ADD COLUMN "cancelled_by" uuid;--> statement-breakpoint
ALTER TABLE "blind_rounds" ADD COLUMN "cancel_reason" text;--> statement-breakpoint
ALTER TABLE "set_aside_scores" ADD CONSTRAINT "set_aside_scores_workspace_id_round_id_blind_rounds_workspace_id_id_fk" FOREIGN KEY ("workspace_id","round_id") REFERENCES "public"."blind_rounds"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "set_aside_scores" ADD CONSTRAINT "set_aside_scores_workspace_id_item_id_items_workspace_id_id_fk" FOREIGN KEY ("workspace_id","item_id") REFERENCES "public"."items"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "set_aside_scores_mine" ON "set_aside_scores" USING btree ("workspace_id","framework_id","user_id");--> statement-breakpoint
CREATE INDEX "set_aside_scores_item" ON "set_aside_scores" USING btree ("workspace_id","item_id");--> statement-breakpoint
CREATE UNIQUE INDEX "blind_rounds_open" ON "blind_rounds" USING btree ("workspace_id","framework_key") WHERE revealed_at is null and cancelled_at is null;--> statement-breakpoint
select plumbline_protect('set_aside_scores');
