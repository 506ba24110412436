DROP INDEX "items_shown_status";--> statement-breakpoint
CREATE INDEX "items_shown_status" ON "items" USING btree ("workspace_id","status","id","estimate") WHERE archived_at is null;