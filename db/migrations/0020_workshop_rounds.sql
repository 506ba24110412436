ALTER TABLE "workshop_items" ADD COLUMN "last_round" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
-- The owner of the tables sees rows only as maintenance.
select set_config('app.maintenance', 'on', true);--> statement-breakpoint
UPDATE "workshop_items" SET "last_round" = 2 WHERE "rescored";--> statement-breakpoint
select set_config('app.maintenance', '', true);
