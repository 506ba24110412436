CREATE TABLE "blind_rounds" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"framework_key" text NOT NULL,
	"scorer_ids" uuid[] NOT NULL,
	"opened_at" timestamptz(3) NOT NULL,
	"opened_by" uuid NOT NULL,
	"reason" text NOT NULL,
	"revealed_at" timestamptz(3),
	"revealed_by" uuid,
	"reveal_reason" text,
	CONSTRAINT "blind_rounds_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "revealed_scores" (
	"workspace_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"framework_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"inputs" jsonb NOT NULL,
	"note" text NOT NULL,
	"given_at" timestamptz(3) NOT NULL,
	CONSTRAINT "revealed_scores_workspace_id_round_id_framework_id_item_id_user_id_pk" PRIMARY KEY("workspace_id","round_id","framework_id","item_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "score_standings" (
	"workspace_id" uuid NOT NULL,
	"framework_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"status" text NOT NULL,
	"score" double precision,
	"values" jsonb NOT NULL,
	"lows" jsonb NOT NULL,
	"split" boolean NOT NULL,
	"scorers" integer NOT NULL,
	"scored_at" timestamptz(3) NOT NULL,
	"order_key" text collate "C" NOT NULL,
	CONSTRAINT "score_standings_workspace_id_framework_id_item_id_pk" PRIMARY KEY("workspace_id","framework_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "standing_stamps" (
	"workspace_id" uuid NOT NULL,
	"framework_id" uuid NOT NULL,
	"rules" integer NOT NULL,
	"built_at" timestamptz(3) NOT NULL,
	CONSTRAINT "standing_stamps_workspace_id_framework_id_pk" PRIMARY KEY("workspace_id","framework_id")
);
--> statement-breakpoint
ALTER TABLE "blind_rounds" ADD CONSTRAINT "blind_rounds_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revealed_scores" ADD CONSTRAINT "revealed_scores_workspace_id_round_id_blind_rounds_workspace_id_id_fk" FOREIGN KEY ("workspace_id","round_id") REFERENCES "public"."blind_rounds"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_standings" ADD CONSTRAINT "score_standings_workspace_id_item_id_items_workspace_id_id_fk" FOREIGN KEY ("workspace_id","item_id") REFERENCES "public"."items"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_standings" ADD CONSTRAINT "score_standings_workspace_id_framework_id_frameworks_workspace_id_id_fk" FOREIGN KEY ("workspace_id","framework_id") REFERENCES "public"."frameworks"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standing_stamps" ADD CONSTRAINT "standing_stamps_workspace_id_framework_id_frameworks_workspace_id_id_fk" FOREIGN KEY ("workspace_id","framework_id") REFERENCES "public"."frameworks"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "blind_rounds_open" ON "blind_rounds" USING btree ("workspace_id","framework_key") WHERE revealed_at is null;--> statement-breakpoint
CREATE INDEX "blind_rounds_key" ON "blind_rounds" USING btree ("workspace_id","framework_key","revealed_at");--> statement-breakpoint
CREATE INDEX "revealed_scores_item" ON "revealed_scores" USING btree ("workspace_id","item_id");--> statement-breakpoint
CREATE INDEX "score_standings_item" ON "score_standings" USING btree ("workspace_id","item_id");--> statement-breakpoint
CREATE INDEX "score_standings_order" ON "score_standings" USING btree ("workspace_id","framework_id","score" DESC NULLS LAST,"order_key") WHERE status = 'scored';--> statement-breakpoint
select plumbline_protect('score_standings');
--> statement-breakpoint
select plumbline_protect('standing_stamps');
--> statement-breakpoint
select plumbline_protect('blind_rounds');
--> statement-breakpoint
select plumbline_protect('revealed_scores');
