using Hub.Contracts;
using Hub.Grains;
using Hub.Web.Live;

namespace Hub.Web.Features.Handovers;

/// <summary>A handover that has come to its end.</summary>
/// <param name="Card">Its case as the viewer may see it now.</param>
/// <param name="From">The office that gave.</param>
/// <param name="To">The office that was asked.</param>
/// <param name="Kind">How it ended: the stored name of the event.</param>
/// <param name="At">When.</param>
/// <param name="Actor">Who answered; null when nobody did.</param>
/// <param name="Reason">Why it was sent back.</param>
public sealed record AnsweredHandover(CaseCard Card, Kontor From, Kontor To, string Kind, DateTimeOffset At, Guid? Actor, string? Reason);

/// <summary>Reads from the area's feed which handovers have lately come to their end, newest first.</summary>
internal sealed class AnsweredHandovers(LiveFeed live, IBoligomraader omraader, TimeProvider clock)
{
    private const int MostRows = 1000;
    private const int MostShown = 10;
    private static readonly TimeSpan Lately = TimeSpan.FromDays(14);
    private static readonly HashSet<string> Ends = ["handoverAccepted", "handoverDeclined", "handoverWithdrawn", "handoverExpired"];

    public async Task<IReadOnlyList<AnsweredHandover>> Read(Membership member, CancellationToken ct)
    {
        var viewer = live.ViewerOf(member);
        var head = await live.ReadHead(viewer, ct);
        var page = await live.Page(viewer, Math.Max(0, head.Seq - MostRows), MostRows, ct);
        var ends = page.Changes.Where(c => Ends.Contains(c.Kind) && c.CaseId is not null && c.At > clock.GetUtcNow() - Lately).TakeLast(MostShown);
        var answered = await Task.WhenAll(ends.Reverse().Select(c => Open(member, c, ct)));
        return [.. answered.OfType<AnsweredHandover>()];
    }

    private async Task<AnsweredHandover?> Open(Membership member, Changed change, CancellationToken ct)
    {
        if (await omraader.ReadCase(member, change.CaseId!.Value, ct) is not { Staff: { } view } || view.Timeline.FirstOrDefault(t => t.Seq == change.Seq) is not { } entry)
        {
            return null;
        }

        // A feed row says who holds the case afterwards, and only the two staffed offices hand cases to one another.
        var holder = change.Kontor!.Value;
        var other = (Kontorer.Personale & ~holder.AsSet()).Each().Single();
        var (from, to) = change.Kind == "handoverAccepted" ? (other, holder) : (holder, other);
        return new AnsweredHandover(view.Card, from, to, change.Kind, change.At, entry.Actor, entry.Text ?? entry.Reason);
    }
}
