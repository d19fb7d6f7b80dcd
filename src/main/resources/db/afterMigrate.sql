-- After every start's migrations: the gateway may read which version the tables are of, for it is not
-- ready on older ones than it knows. Granted once; two nodes that start together wait for each other.
do $$
begin
    if not has_table_privilege('${gateway}', 'flyway_schema_history', 'select') then
        perform pg_advisory_xact_lock(hashtext('tollgate afterMigrate'));
        grant select on flyway_schema_history to ${gateway};
    end if;
end
$$;
