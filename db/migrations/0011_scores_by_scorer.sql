DROP INDEX "scores_framework";--> statement-breakpoint
CREATE INDEX "scores_scorer" ON "scores" USING btree ("workspace_id","framework_id","user_id","item_id");
