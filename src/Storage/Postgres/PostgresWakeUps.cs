using Npgsql;

namespace Hub.Storage.Postgres;

/// <summary>Wake-ups by LISTEN and NOTIFY.</summary>
internal sealed class PostgresWakeUps : IWakeUps
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(500);

    private readonly Guid self = Guid.NewGuid();
    private readonly WakeUpConnections connections;
    private readonly WakeUpSender sender;

    internal PostgresWakeUps(NpgsqlConnectionStringBuilder settings)
    {
        connections = new WakeUpConnections(settings);
        sender = new WakeUpSender(connections, self);
    }

    public event Action<WakeUp>? Heard;

    public void Send(WakeUp wakeUp) => sender.Send(wakeUp);

    public Task Run(Action<Exception> report, CancellationToken ct) => Task.WhenAll(Keep(sender.SendUntilBroken, report, ct), Keep(ListenUntilBroken, report, ct));

    private async Task ListenUntilBroken(CancellationToken ct)
    {
        await using var connection = await connections.Open(ct);
        connection.Notification += (_, message) => Hear(message.Payload);
        await using (var listen = new NpgsqlCommand($"listen {WakeUpConnections.Channel}", connection))
            await listen.ExecuteNonQueryAsync(ct);
        // From here on nothing is missed; before, anything may have been.
        Heard?.Invoke(new WakeUp.Everything());
        while (true)
            await connection.WaitAsync(ct);
    }

    private void Hear(string text)
    {
        foreach (var wakeUp in WakeUpText.Read(self, text))
            Heard?.Invoke(wakeUp);
    }

    private static async Task Keep(Func<CancellationToken, Task> run, Action<Exception> report, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await run(ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                report(e);
            }

            await Task.Delay(BetweenTries, ct).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }
}
