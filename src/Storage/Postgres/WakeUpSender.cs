using System.Threading.Channels;
using Npgsql;

namespace Hub.Storage.Postgres;

/// <summary>
/// Says what has been committed, on a connection of its own. A notification inside the writing transaction would make all
/// commits stand in line; this one follows them, many in one, and its own commit does not wait for the disk.
/// </summary>
internal sealed class WakeUpSender(WakeUpConnections connections, Guid self)
{
    private const int MostWaiting = 4096;

    /// <summary>Between a commit and its wake-up: those who watch here are told first, and what follows at once travels with it.</summary>
    private static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(5);

    private readonly Lock gate = new();
    private readonly Channel<bool> bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private HashSet<WakeUp> waiting = [];

    internal void Send(WakeUp wakeUp)
    {
        lock (gate)
        {
            if (waiting.Count < MostWaiting)
                waiting.Add(wakeUp);
            else
                waiting = [new WakeUp.Everything()];
        }

        bell.Writer.TryWrite(true);
    }

    /// <summary>Sends until the connection breaks. What was on its way then is lost, so the next says that anything may have happened.</summary>
    internal async Task SendUntilBroken(CancellationToken ct)
    {
        await using var connection = await connections.Open(ct);
        try
        {
            while (await bell.Reader.ReadAsync(ct))
            {
                await Task.Delay(Gap, ct);
                await Notify(connection, ct);
            }
        }
        catch (Exception) when (!ct.IsCancellationRequested)
        {
            Send(new WakeUp.Everything());
            throw;
        }
    }

    private async Task Notify(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var batch = connection.CreateBatch();
        foreach (var text in WakeUpText.Write(self, Take()))
            batch.BatchCommands.Add(PostgresDatabase.Command("select pg_notify($1, $2)", WakeUpConnections.Channel, text));
        await batch.ExecuteNonQueryAsync(ct);
    }

    private HashSet<WakeUp> Take()
    {
        lock (gate)
        {
            var taken = waiting;
            waiting = [];
            return taken;
        }
    }
}
