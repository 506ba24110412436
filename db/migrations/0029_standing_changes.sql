CREATE TABLE "standing_changes" (
	"workspace_id" uuid NOT NULL,
	"framework_id" uuid NOT NULL,
	"generation" integer NOT NULL,
	"item_id" uuid NOT NULL,
	"touched" smallint NOT NULL,
	"scored" smallint NOT NULL,
	"split" smallint NOT NULL,
	"scored_at" timestamptz(3) NOT NULL,
	CONSTRAINT "standing_changes_workspace_id_framework_id_generation_item_id_pk" PRIMARY KEY("workspace_id","framework_id","generation","item_id")
);
--> statement-breakpoint
ALTER TABLE "standing_stamps" ADD COLUMN "generation" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "standing_stamps" ADD COLUMN "countable_from" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "standing_changes" ADD CONSTRAINT "standing_changes_workspace_id_item_id_items_workspace_id_id_fk" FOREIGN KEY ("workspace_id","item_id") REFERENCES "public"."items"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standing_changes" ADD CONSTRAINT "standing_changes_workspace_id_framework_id_frameworks_workspace_id_id_fk" FOREIGN KEY ("workspace_id","framework_id") REFERENCES "public"."frameworks"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "standing_changes_item" ON "standing_changes" USING btree ("workspace_id","item_id");--> statement-breakpoint
CREATE INDEX "items_shown_status" ON "items" USING btree ("workspace_id","status","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "score_standings_counted" ON "score_standings" USING btree ("workspace_id","framework_id","item_id","status","split","scored_at");--> statement-breakpoint
select plumbline_protect('standing_changes');
