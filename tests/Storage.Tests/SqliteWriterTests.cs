using Hub.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Hub.Storage.Tests;

public sealed class SqliteWriterTests : IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private SqliteFile file = null!;

    public async Task InitializeAsync()
    {
        file = SqliteFile.Open(folder.File("hub.db"));
        await Execute("create table t (id integer primary key)");
    }

    public async Task DisposeAsync()
    {
        await file.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Work_that_throws_is_undone_alone_and_its_caller_is_told()
    {
        var work = Enumerable.Range(1, 100).Select(id => id == 50 ? Fail(id) : Execute($"insert into t values ({id})"));

        var results = await Task.WhenAll(work.Select(w => Record.ExceptionAsync(() => w)));

        Assert.Equal("femtifejl", Assert.Single(results, e => e is not null)!.Message);
        Assert.Equal(99, Ids().Count);
        Assert.DoesNotContain(50, Ids());
    }

    [Fact]
    public async Task A_result_is_told_after_it_can_be_read_by_others()
    {
        await Task.WhenAll(Enumerable.Range(1, 200).Select(async id =>
        {
            await Execute($"insert into t values ({id})");
            Assert.Contains(id, Ids());
        }));
    }

    [Fact]
    public async Task A_full_queue_says_busy_at_once_and_what_was_let_in_is_written()
    {
        using var held = new ManualResetEventSlim();
        var first = file.Writer.Run((_, _) =>
        {
            held.Wait();
            return 0;
        });

        var queued = Enumerable.Range(1, 10_000).Select(id => Execute($"insert into t values ({id})")).ToList();
        var refused = queued.Where(t => t.IsFaulted).ToList();
        held.Set();
        await first;
        await Task.WhenAll(queued.Except(refused));

        Assert.NotEmpty(refused);
        Assert.All(refused, t => Assert.IsType<StoreBusyException>(t.Exception!.InnerException));
        Assert.Equal(queued.Count - refused.Count, Ids().Count);
    }

    [Fact]
    public async Task Closing_writes_what_was_let_in_and_lets_nothing_more_in()
    {
        var queued = Enumerable.Range(1, 100).Select(id => Execute($"insert into t values ({id})")).ToList();

        await file.Writer.DisposeAsync();

        await Task.WhenAll(queued);
        await Assert.ThrowsAsync<StoreBusyException>(() => Execute("insert into t values (101)"));
    }

    [Fact]
    public void Readers_cannot_write()
    {
        using var connection = new SqliteConnection(file.ReadConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "insert into t values (1)";

        Assert.Throws<SqliteException>(() => command.ExecuteNonQuery());
    }

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("secure_delete", "1")]
    [InlineData("foreign_keys", "1")]
    public async Task Writes_are_durable_and_deletes_are_thorough(string pragma, string value) =>
        Assert.Equal(value, await file.Writer.Run((connection, _) =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"pragma {pragma}";
            return $"{command.ExecuteScalar()}";
        }));

    private async Task Execute(string sql) => await file.Writer.Run((connection, transaction) =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        return command.ExecuteNonQuery();
    });

    private async Task Fail(int id) => await file.Writer.Run<int>((_, transaction) =>
    {
        file.Writer.Statements.Execute(transaction, "insert into t values ($1)", id);
        throw new InvalidOperationException("femtifejl");
    });

    private List<int> Ids() => file.Query("select id from t", row => row.GetInt32(0));
}
