-- The audit trail grows for ever, so its two large tables are cut by time: an event's id is a UUID version 7, which begins
-- with the milliseconds of its time. The chain (audit_leaves) stays whole: its numbers must be unique without a time.
create function audit_first_id(at timestamptz) returns uuid language sql immutable as $$
  select (lpad(to_hex(ms >> 16), 8, '0') || '-' || lpad(to_hex(ms & 65535), 4, '0') || '-0000-0000-000000000000')::uuid
  from (select (extract(epoch from at) * 1000)::bigint as ms) as time
$$;
--> statement-breakpoint
-- Nobody reads or writes a partition but through its table: no grants, no policies, and truncate is refused.
create function audit_close_partition(partition text) returns void language plpgsql as $$
begin
  execute format('alter table public.%I enable row level security', partition);
  execute format('alter table public.%I force row level security', partition);
  execute format('revoke all on public.%I from plumbline_app', partition);
  execute format('create trigger no_truncate before truncate on public.%I for each statement execute function audit_refuse()', partition);
end $$;
--> statement-breakpoint
-- Makes the partitions of this month and the following ones, where they are missing; answers how many. A month that is
-- covered already, or whose rows lie in the default partition, is left as it is. The login of the server need not own the
-- tables to call it.
create function audit_make_partitions(months_ahead int default 3) returns int language plpgsql
  security definer set search_path = pg_catalog, public set timezone = 'UTC' as $$
declare
  parent text;
  month timestamptz;
  partition text;
  made int := 0;
begin
  perform pg_advisory_xact_lock(7300003);
  foreach parent in array array['audit_events', 'audit_targets'] loop
    for month in select generate_series(date_trunc('month', now()), now() + make_interval(months => least(months_ahead, 12)), '1 month') loop
      partition := parent || to_char(month, '_YYYY_MM');
      if to_regclass('public.' || partition) is not null then continue; end if;
      begin
        execute format('create table public.%I (like public.%I including all)', partition, parent);
        perform public.audit_close_partition(partition);
        execute format('alter table public.%I attach partition public.%I for values from (%L) to (%L)', parent, partition,
          public.audit_first_id(month), public.audit_first_id(month + interval '1 month'));
        made := made + 1;
      exception when invalid_object_definition or check_violation then null;
      end;
    end loop;
  end loop;
  return made;
end $$;
--> statement-breakpoint
revoke execute on function audit_make_partitions(int) from public;
--> statement-breakpoint
grant execute on function audit_make_partitions(int) to plumbline_app;
--> statement-breakpoint
revoke execute on function audit_close_partition(text) from public;
--> statement-breakpoint
-- What is there already becomes the first partition, as it is: up to the end of this month, or of the newest event's.
-- Where ids are not of version 7 (the newest lies years ahead) it becomes the default partition.
do $$
declare
  parent text;
  key text;
  named record;
  newest timestamptz;
  until timestamptz;
begin
  perform set_config('app.maintenance', 'on', true);
  perform set_config('timezone', 'UTC', true);
  select to_timestamp(('x' || left(replace(id::text, '-', ''), 12))::bit(48)::bigint / 1000.0) into newest
    from audit_events order by id desc limit 1;
  until := date_trunc('month', greatest(now(), coalesce(newest, now()))) + interval '1 month';
  for parent, key in values ('audit_events', 'id'), ('audit_targets', 'event_id') loop
    execute format('alter table %I rename to %I', parent, parent || '_first');
    for named in select indexrelid::regclass::text as name from pg_index where indrelid = (parent || '_first')::regclass loop
      execute format('alter index %s rename to %I', named.name, left(replace(named.name, parent, parent || '_first'), 63));
    end loop;
    for named in select tgname as name from pg_trigger where tgrelid = (parent || '_first')::regclass and not tgisinternal loop
      execute format('drop trigger %I on %I', named.name, parent || '_first');
    end loop;
    for named in select polname as name from pg_policy where polrelid = (parent || '_first')::regclass loop
      execute format('drop policy %I on %I', named.name, parent || '_first');
    end loop;
    perform audit_close_partition(parent || '_first');
    execute format('create table %I (like %I including defaults) partition by range (%I)', parent, parent || '_first', key);
  end loop;
  alter table audit_events add constraint audit_events_workspace_id_id_pk primary key (workspace_id, id);
  create index audit_events_time on audit_events (workspace_id, occurred_at desc nulls last, id desc nulls last);
  alter table audit_targets add constraint audit_targets_workspace_id_target_type_target_id_event_id_pk
    primary key (workspace_id, target_type, target_id, event_id);
  perform plumbline_protect('audit_events', 'select, insert'), plumbline_protect('audit_targets', 'select, insert');
  for parent in values ('audit_events'), ('audit_targets') loop
    execute format('create trigger append_only before update or delete on %I for each row execute function audit_refuse()', parent);
    execute format('create trigger no_truncate before truncate on %I for each statement execute function audit_refuse()', parent);
  end loop;
  create constraint trigger audit_seal after insert on audit_events
    deferrable initially deferred for each row execute function audit_seal();
  for parent in values ('audit_events'), ('audit_targets') loop
    if until > now() + interval '2 years' then
      execute format('alter table %I attach partition %I default', parent, parent || '_first');
    else
      execute format('alter table %I attach partition %I for values from (minvalue) to (%L)', parent, parent || '_first', audit_first_id(until));
      execute format('create table %I partition of %I default', parent || '_default', parent);
      perform audit_close_partition(parent || '_default');
    end if;
  end loop;
  perform audit_make_partitions();
  perform set_config('app.maintenance', '', true);
end $$;
