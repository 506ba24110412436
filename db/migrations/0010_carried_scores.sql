ALTER TABLE "scores" ADD COLUMN "carried_from" integer;--> statement-breakpoint
ALTER TABLE "scores" ADD COLUMN "carried_by" uuid;