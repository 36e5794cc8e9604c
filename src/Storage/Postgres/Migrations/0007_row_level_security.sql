-- A second wall: whatever a query asks for, hub_app meets only rows of the tenant that its transaction has named, and none when it has named
-- none. Work lists without personal data (heads, deadlines, access_heads) and the tenants' own wrapped keys lie outside: they are read to find
-- out which tenants there are.

do $$
declare
    secured text;
begin
    foreach secured in array array['events', 'receipts', 'subject_keys', 'item_keys', 'drafts', 'access_log'] loop
        execute format('alter table %I enable row level security', secured);
        -- In a subquery it is evaluated once a statement, not once a row.
        execute format('create policy of_the_tenant on %I using (tenant = (select nullif(current_setting(''hub.tenant'', true), '''')::uuid))', secured);
    end loop;
end $$;

-- The one thing that is done to all tenants at once, with its owner's rights.
create function sweep_drafts(untouched_for interval) returns bigint language sql security definer set search_path from current as $$
    with gone as (delete from drafts where saved_at < now() - untouched_for returning 1) select count(*) from gone
$$;
revoke all on function sweep_drafts(interval) from public;
grant execute on function sweep_drafts(interval) to hub_app;
