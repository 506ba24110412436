CREATE TABLE "approval_contributors" (
	"workspace_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"part" text NOT NULL,
	CONSTRAINT "approval_contributors_workspace_id_request_id_user_id_part_pk" PRIMARY KEY("workspace_id","request_id","user_id","part")
);
--> statement-breakpoint
CREATE TABLE "approval_delegations" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"delegator_id" uuid NOT NULL,
	"delegate_id" uuid NOT NULL,
	"kinds" text[],
	"scope_type" text NOT NULL,
	"scope_id" uuid,
	"valid_from" timestamptz(3) NOT NULL,
	"valid_until" timestamptz(3) NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"revoked_at" timestamptz(3),
	"revoked_by" uuid,
	CONSTRAINT "approval_delegations_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "approval_reads" (
	"workspace_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"read_at" timestamptz(3) NOT NULL,
	CONSTRAINT "approval_reads_workspace_id_user_id_request_id_pk" PRIMARY KEY("workspace_id","user_id","request_id")
);
--> statement-breakpoint
CREATE TABLE "approval_requests" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"subject_version" integer NOT NULL,
	"subject_name" text NOT NULL,
	"subject_path" text NOT NULL,
	"domain_id" uuid,
	"product_id" uuid,
	"content" text NOT NULL,
	"content_sha256" text NOT NULL,
	"statement" text NOT NULL,
	"required" integer NOT NULL,
	"state" text NOT NULL,
	"due_on" text,
	"note" text NOT NULL,
	"requested_by" uuid NOT NULL,
	"requested_by_name" text NOT NULL,
	"requested_at" timestamptz(3) NOT NULL,
	"approved_at" timestamptz(3),
	"closed_at" timestamptz(3),
	"outdated_by" integer,
	"reminded_at" timestamptz(3),
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "approval_requests_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "approval_reviewers" (
	"workspace_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	CONSTRAINT "approval_reviewers_workspace_id_request_id_user_id_pk" PRIMARY KEY("workspace_id","request_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "approval_signatures" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"signer_id" uuid NOT NULL,
	"signer_name" text NOT NULL,
	"signer_email" text NOT NULL,
	"role" text NOT NULL,
	"scope_type" text NOT NULL,
	"scope_id" uuid,
	"meaning" text NOT NULL,
	"statement" text NOT NULL,
	"content_kind" text NOT NULL,
	"content_id" uuid NOT NULL,
	"content_version" integer NOT NULL,
	"content_sha256" text NOT NULL,
	"auth_method" text NOT NULL,
	"auth_time" text NOT NULL,
	"delegation_id" uuid,
	"on_behalf_of_id" uuid,
	"on_behalf_of_name" text,
	"ip" text,
	"user_agent" text,
	"note" text NOT NULL,
	"signed_at" text NOT NULL,
	"seal" text NOT NULL,
	CONSTRAINT "approval_signatures_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "confirm_for" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "confirm_asked_at" timestamptz(3);--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "confirmed_by" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "confirmed_at" timestamptz(3);--> statement-breakpoint
ALTER TABLE "approval_contributors" ADD CONSTRAINT "approval_contributors_workspace_id_request_id_approval_requests_workspace_id_id_fk" FOREIGN KEY ("workspace_id","request_id") REFERENCES "public"."approval_requests"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_delegations" ADD CONSTRAINT "approval_delegations_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_delegations" ADD CONSTRAINT "approval_delegations_workspace_id_delegator_id_memberships_workspace_id_user_id_fk" FOREIGN KEY ("workspace_id","delegator_id") REFERENCES "public"."memberships"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_delegations" ADD CONSTRAINT "approval_delegations_workspace_id_delegate_id_memberships_workspace_id_user_id_fk" FOREIGN KEY ("workspace_id","delegate_id") REFERENCES "public"."memberships"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_reads" ADD CONSTRAINT "approval_reads_workspace_id_request_id_approval_requests_workspace_id_id_fk" FOREIGN KEY ("workspace_id","request_id") REFERENCES "public"."approval_requests"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_requests" ADD CONSTRAINT "approval_requests_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_requests" ADD CONSTRAINT "approval_requests_workspace_id_requested_by_memberships_workspace_id_user_id_fk" FOREIGN KEY ("workspace_id","requested_by") REFERENCES "public"."memberships"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_reviewers" ADD CONSTRAINT "approval_reviewers_workspace_id_request_id_approval_requests_workspace_id_id_fk" FOREIGN KEY ("workspace_id","request_id") REFERENCES "public"."approval_requests"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_signatures" ADD CONSTRAINT "approval_signatures_workspace_id_request_id_approval_requests_workspace_id_id_fk" FOREIGN KEY ("workspace_id","request_id") REFERENCES "public"."approval_requests"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_signatures" ADD CONSTRAINT "approval_signatures_workspace_id_delegation_id_approval_delegations_workspace_id_id_fk" FOREIGN KEY ("workspace_id","delegation_id") REFERENCES "public"."approval_delegations"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_signatures" ADD CONSTRAINT "approval_signatures_workspace_id_signer_id_memberships_workspace_id_user_id_fk" FOREIGN KEY ("workspace_id","signer_id") REFERENCES "public"."memberships"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "approval_delegations_delegate" ON "approval_delegations" USING btree ("workspace_id","delegate_id");--> statement-breakpoint
CREATE INDEX "approval_delegations_delegator" ON "approval_delegations" USING btree ("workspace_id","delegator_id");--> statement-breakpoint
CREATE INDEX "approval_requests_newest" ON "approval_requests" USING btree ("workspace_id","requested_at","id");--> statement-breakpoint
CREATE INDEX "approval_requests_subject" ON "approval_requests" USING btree ("workspace_id","kind","subject_id","requested_at");--> statement-breakpoint
CREATE INDEX "approval_requests_mine" ON "approval_requests" USING btree ("workspace_id","requested_by","requested_at","id");--> statement-breakpoint
CREATE INDEX "approval_requests_kind" ON "approval_requests" USING btree ("workspace_id","kind","requested_at","id");--> statement-breakpoint
CREATE INDEX "approval_requests_state" ON "approval_requests" USING btree ("workspace_id","state","requested_at","id");--> statement-breakpoint
CREATE INDEX "approval_requests_waiting" ON "approval_requests" USING btree ("workspace_id","requested_at","id") WHERE state in ('open', 'changes_requested');--> statement-breakpoint
CREATE INDEX "approval_requests_due" ON "approval_requests" USING btree ("workspace_id","due_on") WHERE state in ('open', 'changes_requested') and due_on is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "approval_requests_one_open" ON "approval_requests" USING btree ("workspace_id","kind","subject_id") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "approval_signatures_request" ON "approval_signatures" USING btree ("workspace_id","request_id");--> statement-breakpoint
select plumbline_protect('approval_requests', 'select, insert, update'),
  plumbline_protect('approval_contributors', 'select, insert'),
  plumbline_protect('approval_reviewers', 'select, insert'),
  plumbline_protect('approval_delegations', 'select, insert, update'),
  plumbline_protect('approval_signatures', 'select, insert'),
  plumbline_protect('approval_reads');
--> statement-breakpoint
alter table approval_requests
  add constraint approval_requests_state check (state in ('open', 'changes_requested', 'approved', 'rejected', 'withdrawn', 'outdated', 'expired')),
  add constraint approval_requests_required check (required between 1 and 9),
  add constraint approval_requests_hash check (content_sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex'));
--> statement-breakpoint
alter table approval_contributors
  add constraint approval_contributors_part check (part in ('requester', 'author', 'editor'));
--> statement-breakpoint
alter table approval_delegations
  add constraint approval_delegations_people check (delegator_id <> delegate_id),
  add constraint approval_delegations_span check (valid_until > valid_from);
--> statement-breakpoint
alter table approval_signatures
  add constraint approval_signatures_meaning check (meaning in ('approval', 'rejection', 'changes', 'review')),
  add constraint approval_signatures_method check (auth_method in ('password', 'oidc')),
  add constraint approval_signatures_acting check ((delegation_id is null) = (on_behalf_of_id is null) and (delegation_id is null) = (on_behalf_of_name is null)),
  add constraint approval_signatures_other check (on_behalf_of_id is null or on_behalf_of_id <> signer_id),
  add constraint approval_signatures_times check (
    signed_at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$' and auth_time ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$' and auth_time <= signed_at),
  add constraint approval_signatures_seal check (seal ~ '^[0-9a-f]{64}$');
--> statement-breakpoint
-- The functions below name their search path: a temporary table must not stand in for one of these.
-- A restore brings rows along that were guarded when they were written.
create function approval_restoring() returns boolean language sql stable set search_path = pg_catalog as $$
  select current_setting('role') <> 'plumbline_app' and current_setting('app.maintenance', true) = 'on'
$$;
--> statement-breakpoint
create function approval_refuse() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  raise exception 'Approvals are append-only: % on % is refused', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end $$;
--> statement-breakpoint
do $$ declare t text; begin
  foreach t in array array['approval_contributors', 'approval_reviewers', 'approval_signatures'] loop
    execute format('create trigger append_only before update or delete on %I for each row execute function approval_refuse()', t);
    execute format('create trigger no_truncate before truncate on %I for each statement execute function approval_refuse()', t);
  end loop;
  foreach t in array array['approval_requests', 'approval_delegations'] loop
    execute format('create trigger no_delete before delete on %I for each row execute function approval_refuse()', t);
    execute format('create trigger no_truncate before truncate on %I for each statement execute function approval_refuse()', t);
  end loop;
end $$;
--> statement-breakpoint
-- What was asked never changes, the state only goes forward, and "approved" needs the signatures for it.
create function approval_request_guard() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  votes integer;
begin
  if tg_op = 'INSERT' then
    if not approval_restoring() and (new.state <> 'open' or new.approved_at is not null or new.closed_at is not null or new.outdated_by is not null) then
      raise exception 'A request for approval begins open' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if (new.workspace_id, new.id, new.kind, new.subject_id, new.subject_version, new.subject_name, new.subject_path, new.domain_id,
      new.product_id, new.content, new.content_sha256, new.statement, new.required, new.due_on, new.note, new.requested_by,
      new.requested_by_name, new.requested_at)
    is distinct from (old.workspace_id, old.id, old.kind, old.subject_id, old.subject_version, old.subject_name, old.subject_path,
      old.domain_id, old.product_id, old.content, old.content_sha256, old.statement, old.required, old.due_on, old.note,
      old.requested_by, old.requested_by_name, old.requested_at) then
    raise exception 'What approval was asked for never changes' using errcode = 'check_violation';
  end if;
  if new.state = old.state then
    if (new.approved_at, new.closed_at, new.outdated_by) is distinct from (old.approved_at, old.closed_at, old.outdated_by) then
      raise exception 'The times of a decision never change' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if not (old.state = 'open'
      or (old.state = 'approved' and new.state in ('outdated', 'expired'))
      or (old.state = 'changes_requested' and new.state in ('withdrawn', 'outdated'))) then
    raise exception 'A request that is % does not become %', old.state, new.state using errcode = 'check_violation';
  end if;
  if (new.state = 'approved') <> (new.approved_at is distinct from old.approved_at) then
    raise exception 'Only an approval has the time of one, and it stays' using errcode = 'check_violation';
  end if;
  if new.state = 'approved' then
    select least(count(distinct coalesce(s.on_behalf_of_id, s.signer_id)), count(distinct s.signer_id)) into votes
      from approval_signatures s
      where s.workspace_id = new.workspace_id and s.request_id = new.id and s.meaning = 'approval';
    if votes < new.required then
      raise exception 'Approval needs % different people and has %', new.required, votes using errcode = 'check_violation';
    end if;
  elsif new.state in ('rejected', 'changes_requested') and not exists (
      select from approval_signatures s where s.workspace_id = new.workspace_id and s.request_id = new.id
        and s.meaning = case new.state when 'rejected' then 'rejection' else 'changes' end) then
    raise exception 'Nobody signed for the state %', new.state using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger guard before insert or update on approval_requests for each row execute function approval_request_guard();
--> statement-breakpoint
-- Separation of duties: neither the signer nor the person acted for has a part in the work, and nobody counts twice.
create function approval_signature_guard() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  request approval_requests;
  people uuid[] := array_remove(array[new.signer_id, new.on_behalf_of_id], null);
begin
  if approval_restoring() then
    return new;
  end if;
  -- Two signatures at the same moment are judged one after the other.
  select * into request from approval_requests r where r.workspace_id = new.workspace_id and r.id = new.request_id for update;
  if not found or request.state <> 'open' then
    raise exception 'Only an open request can be signed' using errcode = 'check_violation';
  end if;
  if (new.content_kind, new.content_id, new.content_version, new.content_sha256)
    is distinct from (request.kind, request.subject_id, request.subject_version, request.content_sha256) then
    raise exception 'The signature is for another content than the request' using errcode = 'check_violation';
  end if;
  if request.requested_by = any (people) or exists (select from approval_contributors c
      where c.workspace_id = new.workspace_id and c.request_id = new.request_id and c.user_id = any (people)) then
    raise exception 'Nobody signs their own work, or work of the person they act for' using errcode = 'check_violation';
  end if;
  if (select count(*) from memberships m where m.workspace_id = new.workspace_id and m.left_at is null
      and m.user_id = any (people)) <> cardinality(people) then
    raise exception 'Only present members sign' using errcode = 'check_violation';
  end if;
  if new.auth_time::timestamptz < new.signed_at::timestamptz - interval '5 minutes' then
    raise exception 'The signer confirmed who they are too long ago' using errcode = 'check_violation';
  end if;
  if new.delegation_id is not null and not exists (select from approval_delegations d
      where d.workspace_id = new.workspace_id and d.id = new.delegation_id and d.delegator_id = new.on_behalf_of_id
        and d.delegate_id = new.signer_id and d.revoked_at is null and d.valid_from <= new.signed_at::timestamptz
        and d.valid_until > new.signed_at::timestamptz and (d.kinds is null or request.kind = any (d.kinds))
        and (d.scope_type = 'workspace' or (d.scope_type = 'domain' and d.scope_id = request.domain_id)
          or (d.scope_type = 'product' and d.scope_id = request.product_id))) then
    raise exception 'No delegation in force covers this signature' using errcode = 'check_violation';
  end if;
  if new.meaning = 'approval' and exists (select from approval_signatures s
      where s.workspace_id = new.workspace_id and s.request_id = new.request_id and s.meaning = 'approval'
        and (s.signer_id = any (people) or s.on_behalf_of_id = any (people))) then
    raise exception 'Everybody counts once, whoever signs for them' using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger guard before insert on approval_signatures for each row execute function approval_signature_guard();
--> statement-breakpoint
-- Nobody who has signed becomes an author afterwards.
create function approval_contributor_guard() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  request approval_requests;
begin
  if approval_restoring() then
    return new;
  end if;
  select * into request from approval_requests r where r.workspace_id = new.workspace_id and r.id = new.request_id for update;
  if not found or request.state <> 'open' or exists (select from approval_signatures s
      where s.workspace_id = new.workspace_id and s.request_id = new.request_id and new.user_id in (s.signer_id, s.on_behalf_of_id)) then
    raise exception 'The contributors of a signed or closed request stay as they are' using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger guard before insert on approval_contributors for each row execute function approval_contributor_guard();
--> statement-breakpoint
create function approval_delegation_guard() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if old.revoked_at is not null or (new.workspace_id, new.id, new.delegator_id, new.delegate_id, new.kinds, new.scope_type,
      new.scope_id, new.valid_from, new.valid_until, new.reason, new.created_at)
    is distinct from (old.workspace_id, old.id, old.delegator_id, old.delegate_id, old.kinds, old.scope_type, old.scope_id,
      old.valid_from, old.valid_until, old.reason, old.created_at) then
    raise exception 'A delegation is only revoked, once' using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger guard before update on approval_delegations for each row execute function approval_delegation_guard();
--> statement-breakpoint
-- How the caller's session proved again who they are. The app role cannot read sessions.
create function session_confirmation(session uuid, person uuid)
  returns table (confirm_for text, asked_at timestamptz(3), confirmed_by text, confirmed_at timestamptz(3))
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select s.confirm_for, s.confirm_asked_at, s.confirmed_by, s.confirmed_at from public.sessions s
    where s.id = session and s.user_id = person and s.revoked_at is null
$$;
--> statement-breakpoint
revoke all on function session_confirmation(uuid, uuid) from public;
--> statement-breakpoint
grant execute on function session_confirmation(uuid, uuid) to plumbline_app;
