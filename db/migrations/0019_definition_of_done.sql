CREATE TABLE "board_policies" (
	"workspace_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"done_gate" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "board_policies_workspace_id_version_pk" PRIMARY KEY("workspace_id","version")
);
--> statement-breakpoint
CREATE TABLE "dod_answers" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"checklist_id" uuid NOT NULL,
	"check_key" text NOT NULL,
	"kind" text NOT NULL,
	"evidence_url" text,
	"attachment_id" uuid,
	"note" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "dod_answers_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "dod_checklists" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"item_id" uuid,
	"product_id" uuid,
	"template_id" uuid NOT NULL,
	"started_by" uuid NOT NULL,
	"started_at" timestamptz(3) NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "dod_checklists_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "dod_checklists_one_subject" CHECK (num_nonnulls(item_id, product_id) = 1)
);
--> statement-breakpoint
CREATE TABLE "dod_observations" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"checklist_id" uuid NOT NULL,
	"check_key" text NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "dod_observations_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "dod_reviews" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"checklist_id" uuid NOT NULL,
	"accepted" boolean NOT NULL,
	"note" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "dod_reviews_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "dod_templates" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"deliverable" text NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"definition" jsonb NOT NULL,
	"edits" integer DEFAULT 1 NOT NULL,
	"changed_by" uuid NOT NULL,
	"changed_at" timestamptz(3) NOT NULL,
	"published_by" uuid,
	"published_at" timestamptz(3),
	CONSTRAINT "dod_templates_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "dod_templates_version" UNIQUE("workspace_id","deliverable","version")
);
--> statement-breakpoint
CREATE TABLE "dod_waivers" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"checklist_id" uuid NOT NULL,
	"check_key" text NOT NULL,
	"reason" text NOT NULL,
	"expires_at" timestamptz(3) NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamptz(3) NOT NULL,
	CONSTRAINT "dod_waivers_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "board_policies" ADD CONSTRAINT "board_policies_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dod_answers" ADD CONSTRAINT "dod_answers_workspace_id_checklist_id_dod_checklists_workspace_id_id_fk" FOREIGN KEY ("workspace_id","checklist_id") REFERENCES "public"."dod_checklists"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dod_answers" ADD CONSTRAINT "dod_answers_workspace_id_attachment_id_attachments_workspace_id_id_fk" FOREIGN KEY ("workspace_id","attachment_id") REFERENCES "public"."attachments"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dod_answers" ADD CONSTRAINT "dod_answers_workspace_id_created_by_memberships_workspace_id_user_id_fk" FOREIGN KEY ("workspace_id","created_by") REFERENCES "public"."memberships"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dod_checklists" ADD CONSTRAINT "dod_checklists_workspace_id_item_id_items_workspace_id_id_fk" FOREIGN KEY ("workspace_id","item_id") REFERENCES "public"."items"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dod_checklists" ADD CONSTRAINT "dod_checklists_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dod_checklists" ADD CONSTRAINT "dod_checklists_workspace_id_template_id_dod_templates_workspace_id_id_fk" FOREIGN KEY ("workspace_id","template_id") REFERENCES "public"."dod_templates"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dod_observations" ADD CONSTRAINT "dod_observations_workspace_id_checklist_id_dod_checklists_workspace_id_id_fk" FOREIGN KEY ("workspace_id","checklist_id") REFERENCES "public"."dod_checklists"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dod_reviews" ADD CONSTRAINT "dod_reviews_workspace_id_checklist_id_dod_checklists_workspace_id_id_fk" FOREIGN KEY ("workspace_id","checklist_id") REFERENCES "public"."dod_checklists"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dod_reviews" ADD CONSTRAINT "dod_reviews_workspace_id_created_by_memberships_workspace_id_user_id_fk" FOREIGN KEY ("workspace_id","created_by") REFERENCES "public"."memberships"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dod_templates" ADD CONSTRAINT "dod_templates_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dod_waivers" ADD CONSTRAINT "dod_waivers_workspace_id_checklist_id_dod_checklists_workspace_id_id_fk" FOREIGN KEY ("workspace_id","checklist_id") REFERENCES "public"."dod_checklists"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dod_waivers" ADD CONSTRAINT "dod_waivers_workspace_id_asked_by_memberships_workspace_id_user_id_fk" FOREIGN KEY ("workspace_id","asked_by") REFERENCES "public"."memberships"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "dod_answers_check" ON "dod_answers" USING btree ("workspace_id","checklist_id","check_key","id");--> statement-breakpoint
CREATE UNIQUE INDEX "dod_checklists_item" ON "dod_checklists" USING btree ("workspace_id","item_id") WHERE item_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "dod_checklists_product" ON "dod_checklists" USING btree ("workspace_id","product_id") WHERE product_id is not null;--> statement-breakpoint
CREATE INDEX "dod_observations_check" ON "dod_observations" USING btree ("workspace_id","checklist_id","check_key","id");--> statement-breakpoint
CREATE INDEX "dod_reviews_checklist" ON "dod_reviews" USING btree ("workspace_id","checklist_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "dod_templates_one_draft" ON "dod_templates" USING btree ("workspace_id","deliverable") WHERE state = 'draft';--> statement-breakpoint
CREATE INDEX "dod_waivers_check" ON "dod_waivers" USING btree ("workspace_id","checklist_id","check_key","id");--> statement-breakpoint
CREATE INDEX "dod_waivers_end" ON "dod_waivers" USING btree ("workspace_id","expires_at");--> statement-breakpoint
-- Facts are never changed; templates and checklists are.
select plumbline_protect('board_policies', 'select, insert'),
  plumbline_protect('dod_templates'),
  plumbline_protect('dod_checklists'),
  plumbline_protect('dod_answers', 'select, insert'),
  plumbline_protect('dod_reviews', 'select, insert'),
  plumbline_protect('dod_waivers', 'select, insert'),
  plumbline_protect('dod_observations', 'select, insert');
--> statement-breakpoint
-- Finished work keeps the version it was finished with: a published one cannot be written again.
create function dod_keep_published() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if old.state = 'published' then
    raise exception 'Version % of the Definition of Done for % is published and stays as it is', old.version, old.deliverable
      using errcode = 'check_violation';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_published before update or delete on dod_templates for each row execute function dod_keep_published();
