ALTER TABLE "audit_heads" ADD COLUMN "prev_hash" "bytea";
--> statement-breakpoint
do $$ begin
  perform set_config('app.maintenance', 'on', true);
  update audit_heads h set prev_hash = l.prev_hash from audit_leaves l where l.workspace_id = h.workspace_id and l.seq = h.seq;
  perform set_config('app.maintenance', '', true);
end $$;
--> statement-breakpoint
-- As before, with one statement less at every commit: the update that locks the head also returns what it was.
create or replace function audit_seal() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  head record;
  leaf bytea;
begin
  if current_setting('role') <> 'plumbline_app' and current_setting('app.maintenance', true) = 'on' then
    return null; -- a restore brings the chain along
  end if;
  leaf := sha256('\x00'::bytea || convert_to(new.text, 'UTF8'));
  loop
    update public.audit_heads h set seq = h.seq + 1, prev_hash = h.chain_hash, chain_hash = sha256(h.chain_hash || leaf)
      where h.workspace_id = new.workspace_id returning h.seq, h.prev_hash, h.chain_hash into head;
    exit when found;
    insert into public.audit_heads (workspace_id, seq, chain_hash)
      values (new.workspace_id, 0, decode(repeat('00', 32), 'hex')) on conflict do nothing;
  end loop;
  insert into public.audit_leaves (workspace_id, seq, event_id, leaf, prev_hash, chain_hash)
    values (new.workspace_id, head.seq, new.id, leaf, head.prev_hash, head.chain_hash);
  return null;
end $$;
--> statement-breakpoint
-- Hands out keys of a prefix (null: of the workspace's own) together with the last rank. Each statement of a function
-- sees what was committed while the one before it waited, so the lock and the rest need not be sent one by one.
create function take_item_keys(workspace uuid, wanted text, amount int, out prefix text, out last int, out last_rank text)
  language plpgsql as $$
#variable_conflict use_column
begin
  perform pg_advisory_xact_lock(7300002, hashtext(workspace::text));
  insert into public.item_counters as c (workspace_id, prefix, last)
    select w.id, coalesce(wanted, w.item_prefix), amount from public.workspaces w where w.id = workspace
    on conflict (workspace_id, prefix) do update set last = c.last + excluded.last
    returning c.prefix, c.last into take_item_keys.prefix, take_item_keys.last;
  select i.rank into last_rank from public.items i where i.workspace_id = workspace order by i.rank desc limit 1;
end $$;
