using Hub.Contracts;
using Hub.Storage.Keys;
using Hub.Storage.Postgres;
using Npgsql;

namespace Hub.Storage.Tests;

public sealed class PostgresEventLogTests(PostgresFixture fixture) : EventLogContract(fixture), IClassFixture<PostgresFixture>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TenantKeyRing Keys = TenantKeyRing.Parse(TenantKeyRing.Generate("test"));
    private readonly StreamKey stream = Make.Stream();

    private HubStore Log => fixture.Store;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_frozen_writer_makes_its_own_stream_busy_and_no_other(bool lockHead)
    {
        await Log.AppendNext(stream, Make.PickedUp());
        await using var frozen = new NpgsqlConnection(fixture.Database.AdminConnectionString);
        await using var transaction = await Freeze(frozen, stream);
        var others = Enumerable.Range(0, 20).Select(_ => Log.AppendNext(Make.Stream(stream.Tenant), Make.PickedUp())).ToList();
        var append = Make.Append(stream, await Log.ReadHead(stream, default), Make.PickedUp()) with { LockHead = lockHead };

        await Assert.ThrowsAsync<StoreBusyException>(() => Log.Append(append, default).WaitAsync(Patience));

        await Task.WhenAll(others).WaitAsync(Patience);
        await transaction.RollbackAsync();
        await Log.AppendOrFail(append);
    }

    [Fact]
    public async Task Whoever_has_lost_twice_gets_through_the_third_time_however_busy_another_node_is()
    {
        await Log.AppendNext(stream, Make.PickedUp());
        Assert.Equal(AppendResult.Conflict, await Log.Append(Make.Append(stream, default, Make.PickedUp()) with { LockHead = true }, default));
        var seen = await Log.ReadHead(stream, default);
        var busy = fixture.SecondNode.Append(Make.Append(stream, seen, Make.PickedUp()), default);

        var third = await Log.Append(Make.Append(stream, seen, Make.PickedUp()) with { LockHead = true }, default);

        Assert.Equal(AppendResult.Done, third);
        Assert.Equal(AppendResult.Conflict, await busy.WaitAsync(Patience));
    }

    [Fact]
    public async Task An_append_never_goes_through_a_whole_table_however_small_it_was_when_that_was_planned()
    {
        var caseId = Guid.NewGuid();
        await Log.AppendNext(stream, Make.PickedUp(caseId));
        await fixture.Database.Run("analyze");
        var order = Make.Append(stream, await Log.ReadHead(stream, default), Make.PickedUp(caseId)) with
        {
            SetDeadlines = [new Deadline(DeadlineKind.CaseTarget, caseId, Make.Now)],
            ClearDeadlines = [(DeadlineKind.HoldReview, caseId)],
            SetDeletable = [new DeletableCase(caseId, 1, Category.Andet, null, Make.Now)],
            ClearDeletable = [Guid.NewGuid()],
        };
        await using var database = new PostgresDatabase(PostgresAddress.Parse(fixture.Database.Address));
        await using var batch = database.Source.CreateBatch();
        batch.BatchCommands.Add(PostgresDatabase.SetTenant(stream.Tenant));
        var statement = AppendStatement.For([new SealedAppend(order, ["{}"], new KeyWrites([new(caseId, [1])], [new(Guid.NewGuid(), caseId, [1])], [], [], []))]);
        statement.CommandText = "explain " + statement.CommandText;
        batch.BatchCommands.Add(statement);

        var plan = await PostgresDatabase.ReadLast(batch, row => row.GetString(0), default);

        Assert.Contains(plan, line => line.Contains("Index", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, line => line.Contains("Seq Scan", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_batch_that_was_spoilt_and_sent_one_by_one_leaves_the_connections_to_everybody()
    {
        await AppendOneBroken([.. Enumerable.Range(0, 64).Select(_ => Make.Stream(stream.Tenant))]);

        var all = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Log.Postgres!.OpenConnectionAsync().AsTask()));

        foreach (var connection in all)
            await connection.DisposeAsync();
        Assert.Equal(20, all.Distinct().Count());
    }

    [Fact]
    public async Task A_head_kept_for_someone_who_does_not_come_back_is_let_go()
    {
        await Log.AppendNext(stream, Make.PickedUp());
        Assert.Equal(AppendResult.Conflict, await Log.Append(Make.Append(stream, default, Make.PickedUp()) with { LockHead = true }, default));

        await fixture.SecondNode.AppendNext(stream, Make.PickedUp()).WaitAsync(Patience);

        Assert.Equal(2, (await Log.ReadHead(stream, default)).Seq);
    }

    [Fact]
    public async Task A_node_that_freezes_in_its_transaction_loses_its_lock()
    {
        await Log.AppendNext(stream, Make.PickedUp());
        await using var frozen = await fixture.SecondNode.Postgres!.OpenConnectionAsync();
        await using var transaction = await Freeze(frozen, stream);
        var append = Make.Append(stream, await Log.ReadHead(stream, default), Make.PickedUp());

        await Persist(() => Log.Append(append, default)).WaitAsync(Patience);

        Assert.Equal(2, (await Log.ReadHead(stream, default)).Seq);
    }

    [Fact]
    public async Task An_append_whose_connection_dies_is_unknown_and_its_receipt_tells_that_it_was_not_carried_out()
    {
        var append = Make.Append(stream, default, Make.PickedUp());
        await KillConnectionsThatWrite(append.Receipts[0].CommandId);

        await Assert.ThrowsAsync<CommitUnknownException>(() => Log.Append(append, default).WaitAsync(Patience));

        Assert.Null(await Log.FindReceipt(stream, append.Receipts[0].CommandId, default));
        Assert.Equal(default, await Log.ReadHead(stream, default));
    }

    [Fact]
    public async Task A_connection_that_dies_before_its_commit_is_sent_has_written_nothing()
    {
        var append = Make.Append(stream, default, Make.PickedUp()) with { LockHead = true };
        await KillConnectionsThatWrite(append.Receipts[0].CommandId);

        await Assert.ThrowsAsync<StoreBusyException>(() => Log.Append(append, default).WaitAsync(Patience));

        Assert.Null(await Log.FindReceipt(stream, append.Receipts[0].CommandId, default));
    }

    [Fact]
    public async Task What_an_append_erased_whose_answer_is_lost_is_on_the_list_once_its_receipt_is_found()
    {
        var person = Guid.NewGuid();
        using var list = new TempFolder();
        using var wire = new CuttableWire((await PostgresCluster.Shared).Port);
        var address = new UriBuilder(fixture.Database.Address) { Port = wire.Port }.Uri.ToString();
        await using var far = HubStore.Open(address, Keys, TimeProvider.System, erasures: list.Path);
        await far.AppendNext(stream, Make.Note(Guid.NewGuid(), Make.Identity(person, "navn")));
        var append = Make.Append(stream, await far.ReadHead(stream, default), new PersonsErased(Guid.NewGuid(), [person])) with { Keys = [new KeyChange.DropOwner(person)] };
        wire.CutNextAnswer("COMMIT");
        await Assert.ThrowsAsync<CommitUnknownException>(() => far.Append(append, default).WaitAsync(Patience));
        Assert.Empty(far.Erasures.Listed());

        await far.FindReceipt(stream, append.Receipts[0].CommandId, default);

        Assert.Equal(append.Keys, Assert.Single(far.Erasures.Listed()).Keys);
    }

    [Fact]
    public async Task An_append_whose_answer_is_lost_is_unknown_and_its_receipt_tells_that_it_was_carried_out()
    {
        using var wire = new CuttableWire((await PostgresCluster.Shared).Port);
        var address = new UriBuilder(fixture.Database.Address) { Port = wire.Port }.Uri.ToString();
        await using var far = HubStore.Open(address, Keys, TimeProvider.System);
        await far.AppendNext(stream, Make.PickedUp());
        var append = Make.Append(stream, await far.ReadHead(stream, default), Make.PickedUp());
        wire.CutNextAnswer();

        await Assert.ThrowsAsync<CommitUnknownException>(() => far.Append(append, default).WaitAsync(Patience));

        Assert.NotNull(await far.FindReceipt(stream, append.Receipts[0].CommandId, default));
        Assert.Equal(AppendResult.Conflict, await far.Append(append, default));
        Assert.Equal(2, (await far.ReadHead(stream, default)).Seq);
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_busy_and_not_ready()
    {
        await using var store = HubStore.Open("postgres://hub@127.0.0.1:1/hub", Keys, TimeProvider.System);

        Assert.False(await store.IsReady());
        await Assert.ThrowsAsync<StoreBusyException>(() => store.Append(Make.Append(stream, default, Make.PickedUp()), default));
        await Assert.ThrowsAsync<StoreBusyException>(() => store.ReadHead(stream, default));
    }

    [Fact]
    public async Task A_store_that_has_not_been_migrated_is_not_ready()
    {
        var database = await PostgresTestDatabase.Create();
        await using (var store = HubStore.Open(database.Address, Keys, TimeProvider.System))
            Assert.False(await store.IsReady());
        await database.Drop();
    }

    [Theory]
    [InlineData("update events set reached = 7")]
    [InlineData("delete from events")]
    [InlineData("update receipts set receipt = ''")]
    [InlineData("delete from subject_keys")]
    [InlineData("update schema_versions set version = 0")]
    [InlineData("truncate heads")]
    [InlineData("create table loot (id int)")]
    [InlineData("alter table events disable trigger all")]
    public async Task The_application_cannot(string sql)
    {
        await using var command = Log.Postgres!.CreateCommand(sql);

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
    }

    [Fact]
    public async Task Every_use_of_a_pooled_connection_acts_as_the_application()
    {
        for (var i = 0; i < 3; i++)
        {
            await using var command = Log.Postgres!.CreateCommand("select current_user::text || current_setting('lock_timeout')");
            Assert.Equal("hub_app1s", await command.ExecuteScalarAsync());
        }
    }

    [Fact]
    public async Task A_tenant_is_set_for_its_own_transaction_only()
    {
        await Log.AppendNext(stream, Make.Note(Guid.NewGuid(), "tekst"));
        await using var command = Log.Postgres!.CreateCommand("select coalesce(current_setting('hub.tenant', true), '')");

        Assert.Equal("", await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task An_owner_migrates_for_a_login_that_may_do_less()
    {
        var database = await PostgresTestDatabase.Create();
        var login = $"app_{Guid.NewGuid():N}";
        await database.Run($"create role {login} login");
        var address = new UriBuilder(database.Address) { UserName = login }.Uri.ToString();

        await using (var store = HubStore.Open(address, Keys, TimeProvider.System, owner: database.Address))
        {
            await store.Migrate();
            await store.AppendNext(stream, Make.PickedUp());
            Assert.True(await store.IsReady());
        }

        await database.Drop();
    }

    [Fact]
    public async Task The_epoch_carries_the_timeline() =>
        Assert.Matches("^[0-9a-f-]{36}-00000001$", await Log.ReadEpoch(default));

    private static async Task<NpgsqlTransaction> Freeze(NpgsqlConnection connection, StreamKey stream)
    {
        if (connection.State == System.Data.ConnectionState.Closed)
            await connection.OpenAsync();
        var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand("select seq from heads where tenant = $1 and stream = $2 for update", connection);
        command.Parameters.Add(new NpgsqlParameter { Value = stream.Tenant });
        command.Parameters.Add(new NpgsqlParameter { Value = stream.Stream });
        await command.ExecuteScalarAsync();
        return transaction;
    }

    private static async Task Persist(Func<Task<AppendResult>> append)
    {
        while (true)
        {
            try
            {
                Assert.Equal(AppendResult.Done, await append());
                return;
            }
            catch (StoreBusyException)
            {
            }
        }
    }

    private Task KillConnectionsThatWrite(Guid commandId) => fixture.Database.Run($"""
        create or replace function end_me() returns trigger language plpgsql security definer as
            'begin perform pg_terminate_backend(pg_backend_pid()); return new; end';
        create trigger "{commandId}" before insert on receipts for each row when (new.command_id = '{commandId}') execute function end_me();
        """);
}
