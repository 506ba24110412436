CREATE TABLE "access_executions" (
	"workspace_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"act" text NOT NULL,
	"done_by" uuid NOT NULL,
	"done_on" date NOT NULL,
	"evidence" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamptz(3) NOT NULL,
	CONSTRAINT "access_executions_workspace_id_request_id_act_pk" PRIMARY KEY("workspace_id","request_id","act")
);
--> statement-breakpoint
CREATE TABLE "access_requests" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"product_id" uuid,
	"asset_id" uuid,
	"requested_by" uuid NOT NULL,
	"beneficiary_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"reason" text NOT NULL,
	"rights" text[] NOT NULL,
	"valid_from" timestamptz(3) NOT NULL,
	"valid_until" timestamptz(3) NOT NULL,
	"renews_id" uuid,
	"requested_at" timestamptz(3) NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "access_requests_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "access_requests_one_subject" CHECK (num_nonnulls("access_requests"."product_id", "access_requests"."asset_id") = 1),
	CONSTRAINT "access_requests_times" CHECK ("access_requests"."valid_from" < "access_requests"."valid_until")
);
--> statement-breakpoint
CREATE TABLE "access_review_actions" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"line_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"message" text NOT NULL,
	"tried_at" timestamptz(3) NOT NULL,
	CONSTRAINT "access_review_actions_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "access_review_decisions" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"line_id" uuid NOT NULL,
	"decision" text NOT NULL,
	"justification" text NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamptz(3) NOT NULL,
	"duration_ms" integer,
	"bulk_size" integer NOT NULL,
	CONSTRAINT "access_review_decisions_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "access_review_lines" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"review_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"source_id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"subject_name" text NOT NULL,
	"role" text,
	"what" text NOT NULL,
	"scope_type" text NOT NULL,
	"since" timestamptz(3) NOT NULL,
	"until" timestamptz(3),
	"justification" text NOT NULL,
	"last_visit_at" timestamptz(3),
	"flags" text[] NOT NULL,
	"reviewer_id" uuid NOT NULL,
	CONSTRAINT "access_review_lines_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "access_review_lines_once" UNIQUE("workspace_id","review_id","source_id"),
	CONSTRAINT "access_review_lines_reviewer" CHECK ("access_review_lines"."reviewer_id" <> "access_review_lines"."subject_id")
);
--> statement-breakpoint
CREATE TABLE "access_reviews" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"roles" boolean NOT NULL,
	"access" boolean NOT NULL,
	"scope_type" text NOT NULL,
	"scope_id" uuid,
	"due_on" date NOT NULL,
	"no_answer" text NOT NULL,
	"owners_first" boolean NOT NULL,
	"lead_id" uuid NOT NULL,
	"deputy_id" uuid NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"started_by" uuid,
	"started_at" timestamptz(3),
	"closed_by" uuid,
	"closed_at" timestamptz(3),
	"cancelled_by" uuid,
	"cancelled_at" timestamptz(3),
	"end_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "access_reviews_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "access_reviews_deputy" CHECK ("access_reviews"."lead_id" <> "access_reviews"."deputy_id")
);
--> statement-breakpoint
CREATE TABLE "access_revocations" (
	"workspace_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"revoked_at" timestamptz(3) NOT NULL,
	"revoked_by" uuid,
	"reason" text NOT NULL,
	CONSTRAINT "access_revocations_workspace_id_request_id_pk" PRIMARY KEY("workspace_id","request_id")
);
--> statement-breakpoint
ALTER TABLE "access_executions" ADD CONSTRAINT "access_executions_workspace_id_request_id_access_requests_workspace_id_id_fk" FOREIGN KEY ("workspace_id","request_id") REFERENCES "public"."access_requests"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_executions" ADD CONSTRAINT "access_executions_workspace_id_done_by_memberships_workspace_id_user_id_fk" FOREIGN KEY ("workspace_id","done_by") REFERENCES "public"."memberships"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_executions" ADD CONSTRAINT "access_executions_workspace_id_recorded_by_memberships_workspace_id_user_id_fk" FOREIGN KEY ("workspace_id","recorded_by") REFERENCES "public"."memberships"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_requests" ADD CONSTRAINT "access_requests_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_requests" ADD CONSTRAINT "access_requests_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_requests" ADD CONSTRAINT "access_requests_workspace_id_asset_id_data_assets_workspace_id_id_fk" FOREIGN KEY ("workspace_id","asset_id") REFERENCES "public"."data_assets"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_requests" ADD CONSTRAINT "access_requests_workspace_id_renews_id_access_requests_workspace_id_id_fk" FOREIGN KEY ("workspace_id","renews_id") REFERENCES "public"."access_requests"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_requests" ADD CONSTRAINT "access_requests_workspace_id_requested_by_memberships_workspace_id_user_id_fk" FOREIGN KEY ("workspace_id","requested_by") REFERENCES "public"."memberships"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_requests" ADD CONSTRAINT "access_requests_workspace_id_beneficiary_id_memberships_workspace_id_user_id_fk" FOREIGN KEY ("workspace_id","beneficiary_id") REFERENCES "public"."memberships"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_review_actions" ADD CONSTRAINT "access_review_actions_workspace_id_line_id_access_review_lines_workspace_id_id_fk" FOREIGN KEY ("workspace_id","line_id") REFERENCES "public"."access_review_lines"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_review_decisions" ADD CONSTRAINT "access_review_decisions_workspace_id_line_id_access_review_lines_workspace_id_id_fk" FOREIGN KEY ("workspace_id","line_id") REFERENCES "public"."access_review_lines"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_review_decisions" ADD CONSTRAINT "access_review_decisions_workspace_id_decided_by_memberships_workspace_id_user_id_fk" FOREIGN KEY ("workspace_id","decided_by") REFERENCES "public"."memberships"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_review_lines" ADD CONSTRAINT "access_review_lines_workspace_id_review_id_access_reviews_workspace_id_id_fk" FOREIGN KEY ("workspace_id","review_id") REFERENCES "public"."access_reviews"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_review_lines" ADD CONSTRAINT "access_review_lines_workspace_id_subject_id_memberships_workspace_id_user_id_fk" FOREIGN KEY ("workspace_id","subject_id") REFERENCES "public"."memberships"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_review_lines" ADD CONSTRAINT "access_review_lines_workspace_id_reviewer_id_memberships_workspace_id_user_id_fk" FOREIGN KEY ("workspace_id","reviewer_id") REFERENCES "public"."memberships"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_reviews" ADD CONSTRAINT "access_reviews_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_reviews" ADD CONSTRAINT "access_reviews_workspace_id_lead_id_memberships_workspace_id_user_id_fk" FOREIGN KEY ("workspace_id","lead_id") REFERENCES "public"."memberships"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_reviews" ADD CONSTRAINT "access_reviews_workspace_id_deputy_id_memberships_workspace_id_user_id_fk" FOREIGN KEY ("workspace_id","deputy_id") REFERENCES "public"."memberships"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_reviews" ADD CONSTRAINT "access_reviews_workspace_id_created_by_memberships_workspace_id_user_id_fk" FOREIGN KEY ("workspace_id","created_by") REFERENCES "public"."memberships"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_revocations" ADD CONSTRAINT "access_revocations_workspace_id_request_id_access_requests_workspace_id_id_fk" FOREIGN KEY ("workspace_id","request_id") REFERENCES "public"."access_requests"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_revocations" ADD CONSTRAINT "access_revocations_workspace_id_revoked_by_memberships_workspace_id_user_id_fk" FOREIGN KEY ("workspace_id","revoked_by") REFERENCES "public"."memberships"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "access_requests_beneficiary" ON "access_requests" USING btree ("workspace_id","beneficiary_id");--> statement-breakpoint
CREATE INDEX "access_requests_requester" ON "access_requests" USING btree ("workspace_id","requested_by");--> statement-breakpoint
CREATE INDEX "access_requests_product" ON "access_requests" USING btree ("workspace_id","product_id");--> statement-breakpoint
CREATE INDEX "access_requests_asset" ON "access_requests" USING btree ("workspace_id","asset_id");--> statement-breakpoint
CREATE INDEX "access_requests_until" ON "access_requests" USING btree ("workspace_id","valid_until");--> statement-breakpoint
CREATE INDEX "access_review_actions_line" ON "access_review_actions" USING btree ("workspace_id","line_id");--> statement-breakpoint
CREATE UNIQUE INDEX "access_review_decisions_final" ON "access_review_decisions" USING btree ("workspace_id","line_id") WHERE decision in ('keep', 'revoke');--> statement-breakpoint
CREATE INDEX "access_review_decisions_line" ON "access_review_decisions" USING btree ("workspace_id","line_id");--> statement-breakpoint
CREATE INDEX "access_review_lines_reviewer_id" ON "access_review_lines" USING btree ("workspace_id","reviewer_id");--> statement-breakpoint
select plumbline_protect('access_requests', 'select, insert, update'),
  plumbline_protect('access_revocations', 'select, insert'),
  plumbline_protect('access_executions', 'select, insert'),
  plumbline_protect('access_reviews', 'select, insert, update'),
  plumbline_protect('access_review_lines', 'select, insert, update'),
  plumbline_protect('access_review_decisions', 'select, insert'),
  plumbline_protect('access_review_actions', 'select, insert');
--> statement-breakpoint
create function access_refuse() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  raise exception 'Access is append-only: % on % is refused', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end $$;
--> statement-breakpoint
do $$ declare t text; begin
  foreach t in array array['access_revocations', 'access_executions', 'access_review_decisions', 'access_review_actions'] loop
    execute format('create trigger append_only before update or delete on %I for each row execute function access_refuse()', t);
    execute format('create trigger no_truncate before truncate on %I for each statement execute function access_refuse()', t);
  end loop;
  foreach t in array array['access_requests', 'access_reviews', 'access_review_lines'] loop
    execute format('create trigger no_delete before delete on %I for each row execute function access_refuse()', t);
    execute format('create trigger no_truncate before truncate on %I for each statement execute function access_refuse()', t);
  end loop;
end $$;
--> statement-breakpoint
-- Who asked for whom and for what never changes; the terms do until they are approved.
create function access_request_guard() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if (new.workspace_id, new.id, new.product_id, new.asset_id, new.requested_by, new.beneficiary_id, new.renews_id, new.requested_at)
    is distinct from (old.workspace_id, old.id, old.product_id, old.asset_id, old.requested_by, old.beneficiary_id, old.renews_id,
      old.requested_at) then
    raise exception 'Who asked for what never changes' using errcode = 'check_violation';
  end if;
  if exists (select from approval_requests a where a.workspace_id = new.workspace_id and a.kind = 'access_request'
      and a.subject_id = new.id and a.approved_at is not null) then
    raise exception 'Approved access stays as it was approved; renewal is a new request' using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger guard before update on access_requests for each row execute function access_request_guard();
--> statement-breakpoint
-- Whoever would get the access decides neither on it nor through somebody, whatever the request names as its contributors.
create function access_signature_guard() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if not approval_restoring() and exists (select from access_requests r where r.workspace_id = new.workspace_id
      and r.id = new.content_id and (r.beneficiary_id in (new.signer_id, new.on_behalf_of_id)
        or r.requested_by in (new.signer_id, new.on_behalf_of_id))) then
    raise exception 'Nobody decides on access for themselves or that they asked for' using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger access_guard before insert on approval_signatures for each row when (new.content_kind = 'access_request')
  execute function access_signature_guard();
--> statement-breakpoint
create function access_revocation_guard() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if not approval_restoring() and not exists (select from approval_requests a where a.workspace_id = new.workspace_id
      and a.kind = 'access_request' and a.subject_id = new.request_id and a.approved_at is not null) then
    raise exception 'Only access that was given can be taken away or carried out' using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger guard before insert on access_revocations for each row execute function access_revocation_guard();
--> statement-breakpoint
create trigger guard before insert on access_executions for each row execute function access_revocation_guard();
--> statement-breakpoint
-- A review that has begun keeps what it is about and who started it; its end is final.
create function access_review_guard() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if old.closed_at is not null or old.cancelled_at is not null then
    raise exception 'The review has ended' using errcode = 'check_violation';
  end if;
  if (new.workspace_id, new.id, new.created_by, new.created_at) is distinct from (old.workspace_id, old.id, old.created_by, old.created_at)
    or (old.started_at is not null and (new.name, new.roles, new.access, new.scope_type, new.scope_id, new.due_on, new.no_answer,
        new.owners_first, new.lead_id, new.deputy_id, new.started_by, new.started_at)
      is distinct from (old.name, old.roles, old.access, old.scope_type, old.scope_id, old.due_on, old.no_answer, old.owners_first,
        old.lead_id, old.deputy_id, old.started_by, old.started_at)) then
    raise exception 'A review that has begun stays as it began' using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger guard before update on access_reviews for each row execute function access_review_guard();
--> statement-breakpoint
-- The snapshot is taken once, at the start; later only the reviewer changes.
create function access_review_line_guard() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if not approval_restoring() and exists (select from access_reviews r where r.workspace_id = new.workspace_id
        and r.id = new.review_id and (r.started_at is not null or r.cancelled_at is not null)) then
      raise exception 'The snapshot of a review is taken when it starts' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if (new.workspace_id, new.id, new.review_id, new.kind, new.source_id, new.subject_id, new.subject_name, new.role, new.what,
      new.scope_type, new.since, new.until, new.justification, new.last_visit_at, new.flags)
    is distinct from (old.workspace_id, old.id, old.review_id, old.kind, old.source_id, old.subject_id, old.subject_name, old.role,
      old.what, old.scope_type, old.since, old.until, old.justification, old.last_visit_at, old.flags) then
    raise exception 'The snapshot of a review never changes' using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger guard before insert or update on access_review_lines for each row execute function access_review_line_guard();
--> statement-breakpoint
-- Only the line's reviewer decides, never its subject, while the review runs; without an answer only once it is due.
create function access_review_decision_guard() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  line access_review_lines;
  review access_reviews;
  due timestamptz;
begin
  if approval_restoring() then
    return new;
  end if;
  select * into line from access_review_lines l where l.workspace_id = new.workspace_id and l.id = new.line_id for update;
  select * into review from access_reviews r where r.workspace_id = new.workspace_id and r.id = line.review_id;
  if review.started_at is null or review.closed_at is not null or review.cancelled_at is not null then
    raise exception 'The review is not in progress' using errcode = 'check_violation';
  end if;
  due := (review.due_on + 1)::timestamp at time zone 'UTC';
  if exists (select from access_review_decisions d where d.workspace_id = new.workspace_id and d.line_id = new.line_id
      and d.decision in ('keep', 'revoke')) then
    raise exception 'The line is decided' using errcode = 'unique_violation';
  end if;
  if new.decided_by is null then
    if new.decided_at < due or new.decision <> review.no_answer then
      raise exception 'Without an answer only the configured outcome holds, from the due date on' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if new.decided_by = line.subject_id then
    raise exception 'Nobody reviews what they hold themselves' using errcode = 'check_violation';
  end if;
  if new.decided_by <> line.reviewer_id or new.decided_at >= due then
    raise exception 'Only the reviewer of the line decides, until the review is due' using errcode = 'check_violation';
  end if;
  if not exists (select from memberships m where m.workspace_id = new.workspace_id and m.user_id = new.decided_by and m.left_at is null) then
    raise exception 'Only present members review' using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger guard before insert on access_review_decisions for each row execute function access_review_decision_guard();
