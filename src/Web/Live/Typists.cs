using Hub.Grains;

namespace Hub.Web.Live;

/// <summary>"En kollega skriver": from one who may read the case to the others on this node who may, and never to a board.</summary>
internal sealed class Typists(LiveFeed live, IBoligomraader omraader)
{
    public async Task Tell(Watch from, Guid caseId, CancellationToken ct)
    {
        if (!from.MayType() || !await Reads(from, caseId, ct))
        {
            return;
        }

        foreach (var other in from.Feed.Watches.Where(w => w.Viewer.UserId != from.Viewer.UserId))
        {
            if (await Reads(other, caseId, ct))
            {
                _ = other.Mention(caseId);
            }
        }
    }

    private async Task<bool> Reads(Watch watching, Guid caseId, CancellationToken ct) =>
        live.ViewerOf(watching.Caller, watching.Viewer.Member.OmraadeId) is { } now
        && await omraader.ReadTextOwner(now.Member, caseId, ct) is not null;
}
