CREATE TABLE "live_presence" (
	"workspace_id" uuid NOT NULL,
	"topic" text NOT NULL,
	"user_id" uuid NOT NULL,
	"seen_at" timestamptz(3) NOT NULL,
	"left_at" timestamptz(3),
	CONSTRAINT "live_presence_workspace_id_topic_user_id_pk" PRIMARY KEY("workspace_id","topic","user_id")
);
--> statement-breakpoint
CREATE TABLE "funding_decisions" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"decision" text NOT NULL,
	"amount" numeric NOT NULL,
	"reason" text NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamptz(3) NOT NULL,
	CONSTRAINT "funding_decisions_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "funding_decisions_request" UNIQUE("workspace_id","request_id"),
	CONSTRAINT "funding_decisions_amount" CHECK (("funding_decisions"."decision" = 'approved') = ("funding_decisions"."amount" > 0))
);
--> statement-breakpoint
CREATE TABLE "funding_requests" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"initiative_id" uuid NOT NULL,
	"amount" numeric NOT NULL,
	"currency" text NOT NULL,
	"reason" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamptz(3) NOT NULL,
	CONSTRAINT "funding_requests_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "funding_requests_amount" CHECK ("funding_requests"."amount" > 0)
);
--> statement-breakpoint
CREATE TABLE "initiatives" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"sponsor_id" uuid,
	"owner_id" uuid,
	"objective_id" uuid,
	"key_result_id" uuid,
	"start_quarter" text NOT NULL,
	"end_quarter" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	"dropped_at" timestamptz(3),
	"dropped_by" uuid,
	"drop_reason" text,
	CONSTRAINT "initiatives_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "initiatives_quarters" CHECK ("initiatives"."end_quarter" >= "initiatives"."start_quarter")
);
--> statement-breakpoint
CREATE TABLE "key_results" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"objective_id" uuid NOT NULL,
	"metric" text NOT NULL,
	"unit" text NOT NULL,
	"direction" text NOT NULL,
	"baseline" numeric NOT NULL,
	"target" numeric,
	"relative_percent" numeric,
	"range_low" numeric,
	"range_high" numeric,
	"start_date" date NOT NULL,
	"due_date" date NOT NULL,
	"duration_amount" integer,
	"duration_unit" text,
	"owner_id" uuid,
	"rhythm_days" integer NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	"dropped_at" timestamptz(3),
	"dropped_by" uuid,
	"drop_reason" text,
	CONSTRAINT "key_results_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "key_results_period" CHECK ("key_results"."due_date" > "key_results"."start_date")
);
--> statement-breakpoint
CREATE TABLE "measurements" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"key_result_id" uuid NOT NULL,
	"measured_on" date NOT NULL,
	"value" numeric,
	"note" text NOT NULL,
	"measured_by" uuid NOT NULL,
	"recorded_at" timestamptz(3) NOT NULL,
	"supersedes" uuid,
	"reason" text,
	CONSTRAINT "measurements_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "measurements_supersedes" UNIQUE("workspace_id","supersedes"),
	CONSTRAINT "measurements_correction" CHECK (("measurements"."supersedes" is null) = ("measurements"."reason" is null))
);
--> statement-breakpoint
CREATE TABLE "objective_decisions" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"objective_id" uuid NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"reason" text NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamptz(3) NOT NULL,
	CONSTRAINT "objective_decisions_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "objectives" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"owner_id" uuid,
	"domain_id" uuid,
	"period_start" date NOT NULL,
	"period_end" date NOT NULL,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	CONSTRAINT "objectives_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "objectives_number" UNIQUE("workspace_id","number")
);
--> statement-breakpoint
CREATE TABLE "spendings" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"initiative_id" uuid NOT NULL,
	"spent_on" date NOT NULL,
	"amount" numeric NOT NULL,
	"currency" text NOT NULL,
	"note" text NOT NULL,
	"booked_by" uuid NOT NULL,
	"booked_at" timestamptz(3) NOT NULL,
	"supersedes" uuid,
	"reason" text,
	CONSTRAINT "spendings_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "spendings_supersedes" UNIQUE("workspace_id","supersedes"),
	CONSTRAINT "spendings_amount" CHECK ("spendings"."amount" >= 0 and ("spendings"."amount" > 0 or "spendings"."supersedes" is not null)),
	CONSTRAINT "spendings_correction" CHECK (("spendings"."supersedes" is null) = ("spendings"."reason" is null))
);
--> statement-breakpoint
CREATE TABLE "strategy_links" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"key_result_id" uuid,
	"initiative_id" uuid,
	"product_id" uuid,
	"item_id" uuid,
	"note" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "strategy_links_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "strategy_links_once" UNIQUE NULLS NOT DISTINCT("workspace_id","key_result_id","initiative_id","product_id","item_id"),
	CONSTRAINT "strategy_links_target" CHECK (num_nonnulls("strategy_links"."key_result_id", "strategy_links"."initiative_id") = 1),
	CONSTRAINT "strategy_links_subject" CHECK (num_nonnulls("strategy_links"."product_id", "strategy_links"."item_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "workshop_entries" (
	"workspace_id" uuid NOT NULL,
	"workshop_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"item_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"inputs" jsonb NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"seen_version" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	CONSTRAINT "workshop_entries_workspace_id_workshop_id_round_item_id_user_id_pk" PRIMARY KEY("workspace_id","workshop_id","round","item_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "workshop_facts" (
	"workspace_id" uuid NOT NULL,
	"workshop_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"kind" text NOT NULL,
	"round" integer NOT NULL,
	"by_id" uuid NOT NULL,
	"at" timestamptz(3) NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "workshop_facts_workspace_id_workshop_id_seq_pk" PRIMARY KEY("workspace_id","workshop_id","seq")
);
--> statement-breakpoint
CREATE TABLE "workshop_items" (
	"workspace_id" uuid NOT NULL,
	"workshop_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"place" integer NOT NULL,
	"key" text NOT NULL,
	"title" text NOT NULL,
	"product_id" uuid,
	"rescored" boolean DEFAULT false NOT NULL,
	"final_rank" integer,
	"sentence" text,
	CONSTRAINT "workshop_items_workspace_id_workshop_id_item_id_pk" PRIMARY KEY("workspace_id","workshop_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "workshop_people" (
	"workspace_id" uuid NOT NULL,
	"workshop_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"invited_at" timestamptz(3),
	"joined_at" timestamptz(3),
	"finished_round" integer DEFAULT 0 NOT NULL,
	"dissent" text,
	"dissent_at" timestamptz(3),
	CONSTRAINT "workshop_people_workspace_id_workshop_id_user_id_pk" PRIMARY KEY("workspace_id","workshop_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "workshops" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"title" text NOT NULL,
	"framework_id" uuid NOT NULL,
	"phase" text NOT NULL,
	"round" integer DEFAULT 0 NOT NULL,
	"facilitator_id" uuid NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"focus_item_id" uuid,
	"timer_ends_at" timestamptz(3),
	"decision" text,
	"outcome" jsonb,
	"order_change_id" uuid,
	"adopted_at" timestamptz(3),
	"adopted_by" uuid,
	"created_at" timestamptz(3) NOT NULL,
	"created_by" uuid NOT NULL,
	"closed_at" timestamptz(3),
	CONSTRAINT "workshops_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "live_presence" ADD CONSTRAINT "live_presence_workspace_id_user_id_memberships_workspace_id_user_id_fk" FOREIGN KEY ("workspace_id","user_id") REFERENCES "public"."memberships"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "funding_decisions" ADD CONSTRAINT "funding_decisions_workspace_id_request_id_funding_requests_workspace_id_id_fk" FOREIGN KEY ("workspace_id","request_id") REFERENCES "public"."funding_requests"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "funding_requests" ADD CONSTRAINT "funding_requests_workspace_id_initiative_id_initiatives_workspace_id_id_fk" FOREIGN KEY ("workspace_id","initiative_id") REFERENCES "public"."initiatives"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiatives" ADD CONSTRAINT "initiatives_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiatives" ADD CONSTRAINT "initiatives_workspace_id_sponsor_id_memberships_workspace_id_user_id_fk" FOREIGN KEY ("workspace_id","sponsor_id") REFERENCES "public"."memberships"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiatives" ADD CONSTRAINT "initiatives_workspace_id_owner_id_memberships_workspace_id_user_id_fk" FOREIGN KEY ("workspace_id","owner_id") REFERENCES "public"."memberships"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiatives" ADD CONSTRAINT "initiatives_workspace_id_objective_id_objectives_workspace_id_id_fk" FOREIGN KEY ("workspace_id","objective_id") REFERENCES "public"."objectives"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiatives" ADD CONSTRAINT "initiatives_workspace_id_key_result_id_key_results_workspace_id_id_fk" FOREIGN KEY ("workspace_id","key_result_id") REFERENCES "public"."key_results"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "key_results" ADD CONSTRAINT "key_results_workspace_id_objective_id_objectives_workspace_id_id_fk" FOREIGN KEY ("workspace_id","objective_id") REFERENCES "public"."objectives"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "key_results" ADD CONSTRAINT "key_results_workspace_id_owner_id_memberships_workspace_id_user_id_fk" FOREIGN KEY ("workspace_id","owner_id") REFERENCES "public"."memberships"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measurements" ADD CONSTRAINT "measurements_workspace_id_key_result_id_key_results_workspace_id_id_fk" FOREIGN KEY ("workspace_id","key_result_id") REFERENCES "public"."key_results"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measurements" ADD CONSTRAINT "measurements_workspace_id_supersedes_measurements_workspace_id_id_fk" FOREIGN KEY ("workspace_id","supersedes") REFERENCES "public"."measurements"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objective_decisions" ADD CONSTRAINT "objective_decisions_workspace_id_objective_id_objectives_workspace_id_id_fk" FOREIGN KEY ("workspace_id","objective_id") REFERENCES "public"."objectives"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objectives" ADD CONSTRAINT "objectives_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objectives" ADD CONSTRAINT "objectives_workspace_id_owner_id_memberships_workspace_id_user_id_fk" FOREIGN KEY ("workspace_id","owner_id") REFERENCES "public"."memberships"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objectives" ADD CONSTRAINT "objectives_workspace_id_domain_id_domains_workspace_id_id_fk" FOREIGN KEY ("workspace_id","domain_id") REFERENCES "public"."domains"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spendings" ADD CONSTRAINT "spendings_workspace_id_initiative_id_initiatives_workspace_id_id_fk" FOREIGN KEY ("workspace_id","initiative_id") REFERENCES "public"."initiatives"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spendings" ADD CONSTRAINT "spendings_workspace_id_supersedes_spendings_workspace_id_id_fk" FOREIGN KEY ("workspace_id","supersedes") REFERENCES "public"."spendings"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strategy_links" ADD CONSTRAINT "strategy_links_workspace_id_key_result_id_key_results_workspace_id_id_fk" FOREIGN KEY ("workspace_id","key_result_id") REFERENCES "public"."key_results"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strategy_links" ADD CONSTRAINT "strategy_links_workspace_id_initiative_id_initiatives_workspace_id_id_fk" FOREIGN KEY ("workspace_id","initiative_id") REFERENCES "public"."initiatives"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strategy_links" ADD CONSTRAINT "strategy_links_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strategy_links" ADD CONSTRAINT "strategy_links_workspace_id_item_id_items_workspace_id_id_fk" FOREIGN KEY ("workspace_id","item_id") REFERENCES "public"."items"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshop_entries" ADD CONSTRAINT "workshop_entries_workspace_id_workshop_id_workshops_workspace_id_id_fk" FOREIGN KEY ("workspace_id","workshop_id") REFERENCES "public"."workshops"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshop_facts" ADD CONSTRAINT "workshop_facts_workspace_id_workshop_id_workshops_workspace_id_id_fk" FOREIGN KEY ("workspace_id","workshop_id") REFERENCES "public"."workshops"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshop_items" ADD CONSTRAINT "workshop_items_workspace_id_workshop_id_workshops_workspace_id_id_fk" FOREIGN KEY ("workspace_id","workshop_id") REFERENCES "public"."workshops"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshop_people" ADD CONSTRAINT "workshop_people_workspace_id_workshop_id_workshops_workspace_id_id_fk" FOREIGN KEY ("workspace_id","workshop_id") REFERENCES "public"."workshops"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshop_people" ADD CONSTRAINT "workshop_people_workspace_id_user_id_memberships_workspace_id_user_id_fk" FOREIGN KEY ("workspace_id","user_id") REFERENCES "public"."memberships"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshops" ADD CONSTRAINT "workshops_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshops" ADD CONSTRAINT "workshops_workspace_id_framework_id_frameworks_workspace_id_id_fk" FOREIGN KEY ("workspace_id","framework_id") REFERENCES "public"."frameworks"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workshops" ADD CONSTRAINT "workshops_workspace_id_facilitator_id_memberships_workspace_id_user_id_fk" FOREIGN KEY ("workspace_id","facilitator_id") REFERENCES "public"."memberships"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "funding_requests_initiative" ON "funding_requests" USING btree ("workspace_id","initiative_id");--> statement-breakpoint
CREATE INDEX "key_results_objective" ON "key_results" USING btree ("workspace_id","objective_id");--> statement-breakpoint
CREATE INDEX "measurements_key_result" ON "measurements" USING btree ("workspace_id","key_result_id","measured_on");--> statement-breakpoint
CREATE INDEX "objective_decisions_objective" ON "objective_decisions" USING btree ("workspace_id","objective_id");--> statement-breakpoint
CREATE INDEX "spendings_initiative" ON "spendings" USING btree ("workspace_id","initiative_id");--> statement-breakpoint
CREATE INDEX "strategy_links_product" ON "strategy_links" USING btree ("workspace_id","product_id");--> statement-breakpoint
CREATE INDEX "strategy_links_item" ON "strategy_links" USING btree ("workspace_id","item_id");--> statement-breakpoint
CREATE INDEX "workshops_created" ON "workshops" USING btree ("workspace_id","created_at");--> statement-breakpoint
select plumbline_protect('live_presence');
--> statement-breakpoint
select plumbline_protect('workshops');
--> statement-breakpoint
select plumbline_protect('workshop_items');
--> statement-breakpoint
select plumbline_protect('workshop_people');
--> statement-breakpoint
select plumbline_protect('workshop_entries');
--> statement-breakpoint
select plumbline_protect('workshop_facts');
