using Hub.Contracts;
using Npgsql;

namespace Hub.Storage.Tests;

public sealed class PostgresErasureTests(PostgresFixture fixture) : ErasureContract(fixture), IClassFixture<PostgresFixture>
{
    private readonly StreamKey ours = Make.Stream();
    private readonly Guid beboer = Guid.NewGuid();
    private readonly Guid text = Guid.NewGuid();

    [Fact]
    public async Task The_bytes_of_dropped_keys_are_in_the_files_before_and_not_after_the_key_tables_have_been_tended()
    {
        await fixture.Store.AppendNext(ours, Make.Note(Guid.NewGuid(), Make.Identity(beboer, "navn")), Make.Note(Guid.NewGuid(), Make.Text(beboer, "tekst", text)));
        var wrapped = await Wrapped("select wrapped from subject_keys where owner = $1 union all select wrapped from item_keys where item = $2", beboer, text);
        Assert.Equal([true, true], await InFiles(wrapped));

        await fixture.Store.AppendOrFail(Make.Append(ours, await fixture.Store.ReadHead(ours, default)) with { Keys = [new KeyChange.DropOwner(beboer)] });
        Assert.Equal([null, null], (await fixture.Store.ReadAll(ours)).Select(e => ((NoteAdded)e.Event).Text.Value));
        Assert.True(await fixture.Store.Erasures.TendKeys(default));

        Assert.Equal([false, false], await InFiles(wrapped));
        Assert.False(await fixture.Store.Erasures.TendKeys(default));
    }

    [Fact]
    public async Task Not_even_an_old_snapshot_or_the_statistics_keep_them()
    {
        await fixture.Store.AppendNext(ours, [.. Enumerable.Range(0, 60).Select(_ => Make.Note(Guid.NewGuid(), "andre nøgler"))]);
        await fixture.Store.AppendNext(ours, Make.Note(Guid.NewGuid(), Make.Identity(beboer, "navn")));
        await fixture.Meddle("analyze");
        var all = await Wrapped("select wrapped from item_keys where tenant = $1 and wrapped is not null", ours.Tenant);
        var wrapped = await Wrapped("select wrapped from subject_keys where owner = $1", beboer);
        await using var old = new NpgsqlConnection(fixture.Database.AdminConnectionString);
        await old.OpenAsync();
        await using var reading = await old.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead);
        await using (var snapshot = new NpgsqlCommand("select count(*) from heads", old, reading))
            await snapshot.ExecuteScalarAsync();

        await fixture.Store.Erasures.EndTenant(ours.Tenant, default);
        await fixture.Store.Erasures.TendKeys(default);

        Assert.DoesNotContain(true, await InFiles([.. all, .. wrapped]));
    }

    [Fact]
    public async Task So_are_those_of_a_tenants_key()
    {
        await fixture.Store.AppendNext(ours, Make.Note(Guid.NewGuid(), Make.Identity(beboer, "navn")));
        var wrapped = await Wrapped("select wrapped from tenant_keys where tenant = $1", ours.Tenant);
        Assert.Equal([true], await InFiles(wrapped));

        await fixture.Store.Erasures.EndTenant(ours.Tenant, default);
        await fixture.Store.Erasures.TendKeys(default);

        Assert.Equal([false], await InFiles(wrapped));
    }

    [Fact]
    public async Task Tables_that_somebody_holds_are_tended_another_time()
    {
        await fixture.Store.Erasures.EndTenant(ours.Tenant, default);
        await using var holder = new NpgsqlConnection(fixture.Database.AdminConnectionString);
        await holder.OpenAsync();
        await using (await holder.BeginTransactionAsync())
        {
            await using var hold = new NpgsqlCommand("lock table item_keys in access share mode", holder);
            await hold.ExecuteNonQueryAsync();
            await Assert.ThrowsAsync<StoreBusyException>(() => fixture.Store.Erasures.TendKeys(default));
        }

        Assert.True(await fixture.Store.Erasures.TendKeys(default));
    }

    private async Task<List<byte[]>> Wrapped(string sql, params Guid[] args)
    {
        await using var connection = new NpgsqlConnection(fixture.Database.AdminConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var arg in args)
            command.Parameters.Add(new NpgsqlParameter { Value = arg });
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<byte[]>();
        while (await reader.ReadAsync())
            values.Add(reader.GetFieldValue<byte[]>(0));
        return values;
    }

    private async Task<IEnumerable<bool>> InFiles(List<byte[]> wanted)
    {
        var bytes = await fixture.ReadFiles();
        return wanted.Select(w => bytes.AsSpan().IndexOf(w) >= 0);
    }
}
