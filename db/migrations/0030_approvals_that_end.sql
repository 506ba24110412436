ALTER TABLE "approval_requests" ADD COLUMN "ends_at" timestamptz(3);--> statement-breakpoint
-- The end of what is asked for never changes, and nothing is signed from then on.
create function approval_end_guard() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.ends_at is distinct from old.ends_at then
    raise exception 'What approval was asked for never changes' using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger guard_end before update on approval_requests for each row execute function approval_end_guard();
--> statement-breakpoint
create function approval_signature_end_guard() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if not approval_restoring() and exists (select from approval_requests r
      where r.workspace_id = new.workspace_id and r.id = new.request_id and r.ends_at <= new.signed_at::timestamptz) then
    raise exception 'What was asked for has ended' using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger guard_end before insert on approval_signatures for each row execute function approval_signature_end_guard();
