ALTER TABLE "items" ADD COLUMN "quarter" text;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "archived_at" timestamptz(3);--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "archived_by" uuid;