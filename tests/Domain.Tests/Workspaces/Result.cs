using Hub.Contracts;

namespace Hub.Domain.Tests.Workspaces;

/// <summary>What became of a command.</summary>
internal sealed record Result(IReadOnlyList<Recorded> Recorded, Receipt Receipt, Rejection? Rejection)
{
    public IReadOnlyList<Event> Events => [.. Recorded.Select(r => r.Event)];

    /// <summary>The one event of that kind.</summary>
    public T Then<T>()
        where T : Event
    {
        Assert.Null(Rejection);
        return Assert.Single(Events.OfType<T>());
    }

    public Rejection Refused(RejectionCode code)
    {
        Assert.Equal(code, Rejection?.Code);
        Assert.Empty(Events);
        return Rejection!;
    }

    public Result Accepted()
    {
        Assert.Null(Rejection);
        return this;
    }

    /// <summary>Accepted, and nothing to write: it had been done before.</summary>
    public void ChangedNothing()
    {
        Assert.Null(Rejection);
        Assert.Empty(Events);
    }
}
