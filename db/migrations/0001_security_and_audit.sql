-- The role that operations run as. Nobody signs in as it; each operation's transaction switches to it.
do $$ begin
  if not exists (select 1 from pg_roles where rolname = 'plumbline_app') then
    begin
      create role plumbline_app nologin;
    exception when insufficient_privilege then
      raise exception 'The role plumbline_app is missing and this database user may not create roles. As an administrator of the server run: create role plumbline_app nologin; grant plumbline_app to %;', current_user;
    end;
  end if;
  if not pg_has_role(current_user, 'plumbline_app', 'member') then
    execute format('grant plumbline_app to %I', current_user);
  end if;
end $$;
--> statement-breakpoint
grant usage on schema public to plumbline_app;
--> statement-breakpoint
-- Puts a tenant table behind row-level security: rows of the transaction's workspace only, for every role; the
-- owner sees everything only where a maintenance task (backup, restore) says so.
create function plumbline_protect(target text, privileges text default 'select, insert, update, delete') returns void language plpgsql as $$
begin
  execute format('alter table %I enable row level security', target);
  execute format('alter table %I force row level security', target);
  execute format('create policy workspace on %I using (workspace_id = nullif(current_setting(''app.workspace_id'', true), '''')::uuid) with check (workspace_id = nullif(current_setting(''app.workspace_id'', true), '''')::uuid)', target);
  execute format('create policy maintenance on %I to current_user using (current_setting(''app.maintenance'', true) = ''on'') with check (current_setting(''app.maintenance'', true) = ''on'')', target);
  execute format('grant %s on %I to plumbline_app', privileges, target);
end $$;
--> statement-breakpoint
select plumbline_protect('memberships', 'select, insert, update'),
  plumbline_protect('grants', 'select, insert, update'),
  plumbline_protect('invitations', 'select, insert, update'),
  plumbline_protect('api_tokens', 'select, insert, update'),
  plumbline_protect('audit_events', 'select, insert'),
  plumbline_protect('audit_targets', 'select, insert'),
  plumbline_protect('audit_leaves', 'select'),
  plumbline_protect('audit_heads', 'select'),
  plumbline_protect('audit_checkpoints', 'select, insert'),
  plumbline_protect('domains'),
  plumbline_protect('products'),
  plumbline_protect('items'),
  plumbline_protect('item_counters'),
  plumbline_protect('imports'),
  plumbline_protect('import_chunks'),
  plumbline_protect('import_changes'),
  plumbline_protect('order_changes'),
  plumbline_protect('frameworks', 'select, insert'),
  plumbline_protect('scores');
--> statement-breakpoint
-- Who is calling is found out before any operation, hence before a workspace is known, by the connection's own role.
create policy identity on memberships for select to current_user using (true);
--> statement-breakpoint
create policy identity on grants for select to current_user using (true);
--> statement-breakpoint
create policy identity on api_tokens for select to current_user using (true);
--> statement-breakpoint
create policy identity_use on api_tokens for update to current_user using (true);
--> statement-breakpoint
create policy identity on invitations for select to current_user using (true);
--> statement-breakpoint
alter table workspaces enable row level security;
--> statement-breakpoint
create policy own on workspaces to plumbline_app using (id = nullif(current_setting('app.workspace_id', true), '')::uuid);
--> statement-breakpoint
grant select, update on workspaces to plumbline_app;
--> statement-breakpoint
grant select (id, email, name, created_at) on users to plumbline_app;
--> statement-breakpoint
grant insert on password_resets to plumbline_app;
--> statement-breakpoint
-- A parent may come later in the same file.
alter table items alter constraint items_parent_fk deferrable initially immediate;
--> statement-breakpoint
create function audit_refuse() returns trigger language plpgsql as $$
begin
  raise exception 'The audit trail is append-only: % on % is refused', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end $$;
--> statement-breakpoint
do $$ declare t text; begin
  foreach t in array array['audit_events', 'audit_targets', 'audit_leaves', 'audit_checkpoints'] loop
    execute format('create trigger append_only before update or delete on %I for each row execute function audit_refuse()', t);
    execute format('create trigger no_truncate before truncate on %I for each statement execute function audit_refuse()', t);
  end loop;
end $$;
--> statement-breakpoint
-- Seals an event into its workspace's chain while the transaction commits. The head row is locked for that moment
-- only; locking it inside the transaction serialises all writers (measured: an eighth of the throughput).
create function audit_seal() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  head record;
  leaf bytea;
begin
  if current_setting('role') <> 'plumbline_app' and current_setting('app.maintenance', true) = 'on' then
    return null; -- a restore brings the chain along
  end if;
  leaf := sha256('\x00'::bytea || convert_to(new.text, 'UTF8'));
  select h.seq, h.chain_hash into head from public.audit_heads h where h.workspace_id = new.workspace_id for update;
  if not found then
    insert into public.audit_heads (workspace_id, seq, chain_hash)
      values (new.workspace_id, 0, decode(repeat('00', 32), 'hex')) on conflict do nothing;
    select h.seq, h.chain_hash into head from public.audit_heads h where h.workspace_id = new.workspace_id for update;
  end if;
  insert into public.audit_leaves (workspace_id, seq, event_id, leaf, prev_hash, chain_hash)
    values (new.workspace_id, head.seq + 1, new.id, leaf, head.chain_hash, sha256(head.chain_hash || leaf));
  update public.audit_heads set seq = head.seq + 1, chain_hash = sha256(head.chain_hash || leaf)
    where workspace_id = new.workspace_id;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger audit_seal after insert on audit_events
  deferrable initially deferred for each row execute function audit_seal();
