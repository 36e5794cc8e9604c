using Hub.Contracts;
using Hub.Domain.Access;

namespace Hub.Web.Tests.Live;

/// <summary>Feed rows and viewers for tests of what is told to whom.</summary>
internal static class Rows
{
    public static readonly Guid OmraadeId = Guid.Parse("11111111-1111-4111-8111-111111111111");
    public static readonly Guid CaseId = Guid.Parse("22222222-2222-4222-8222-222222222222");
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 11, 0, 0, TimeSpan.Zero);

    public static Viewer Viewer(Kontor? kontor, Rolle rolle = Rolle.Medarbejder, Kontorer standsIn = Kontorer.Ingen) =>
        new(new Membership(Guid.Empty, OmraadeId, Guid.NewGuid(), kontor, rolle, Employer.Boligorganisation), (kontor?.AsSet() ?? Kontorer.Ingen) | standsIn);

    public static FeedRow Row(
        long seq, Kontorer reached, Kontorer? readers = null, Kontorer? knowsCase = null, long? boardSeq = null, Subject? about = null) => new(
        seq, boardSeq, Noon, new Audience(reached, readers ?? reached, knowsCase ?? reached & Kontorer.Personale),
        about ?? About("caseFlagged", status: "ny"));

    public static Subject About(string kind, Guid? task = null, Guid? handover = null, Guid? matter = null, string? status = null) =>
        new(kind, Kontor.BoligsocialtKontor, CaseId, task, handover, matter, status);
}
