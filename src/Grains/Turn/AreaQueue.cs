using System.Threading.Channels;
using Hub.Contracts;
using Hub.Storage;

namespace Hub.Grains.Turn;

/// <summary>The commands waiting for one area's turn. Those that wait together are decided and committed together.</summary>
internal sealed class AreaQueue(OmraadeTurn turn)
{
    private readonly Coalesced _following = new(async () =>
    {
        if (turn.IsLoaded)
        {
            await turn.State(CancellationToken.None);
        }
    });

    internal const int MostWaiting = 1024;
    private const int MostPerTurn = 64;

    private readonly Channel<Waiting> _waiting = Channel.CreateBounded<Waiting>(
        new BoundedChannelOptions(MostWaiting) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private int _running;

    public OmraadeTurn Turn => turn;

    /// <summary>Another node has written: catches up in the background. Where that fails, the next reader does it.</summary>
    public void Follow() => _following.Ask();

    public bool IsBusy => Volatile.Read(ref _running) == 1 || _waiting.Reader.Count > 0;

    public Task<Answer> Execute(Membership actor, Request request)
    {
        var waiting = new Waiting(actor, request);
        if (!_waiting.Writer.TryWrite(waiting))
        {
            throw new StoreBusyException("Too many commands wait for this area.");
        }

        Start();
        return waiting.Answer.Task;
    }

    private void Start()
    {
        if (Interlocked.CompareExchange(ref _running, 1, 0) == 0)
        {
            _ = Task.Run(Serve, CancellationToken.None);
        }
    }

    private async Task Serve()
    {
        var batch = new List<Waiting>(MostPerTurn);
        while (Take(batch))
        {
            await Run(batch);
        }

        Volatile.Write(ref _running, 0);
        if (_waiting.Reader.Count > 0)
        {
            Start();
        }
    }

    private bool Take(List<Waiting> batch)
    {
        batch.Clear();
        while (batch.Count < MostPerTurn && _waiting.Reader.TryRead(out var next))
        {
            batch.Add(next);
        }

        return batch.Count > 0;
    }

    private async Task Run(List<Waiting> batch)
    {
        try
        {
            var answers = await turn.Run([.. batch.Select(w => (w.Actor, w.Request))], CancellationToken.None);
            for (var i = 0; i < batch.Count; i++)
            {
                batch[i].Answer.SetResult(answers[i]);
            }
        }
        catch (Exception e) when (batch.Count == 1 || e is StoreBusyException)
        {
            batch.ForEach(w => w.Answer.SetException(e));
        }
        catch (Exception)
        {
            // One bad command must not take its neighbours along: each gets a turn of its own.
            foreach (var waiting in batch)
            {
                await Run([waiting]);
            }
        }
    }

    private sealed record Waiting(Membership Actor, Request Request)
    {
        public TaskCompletionSource<Answer> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
