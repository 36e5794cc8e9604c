using Hub.Contracts;
using Hub.Domain.Cases;
using Hub.Grains;
using Hub.Web.Features.AccessLog;

namespace Hub.Web.Features.Rights;

/// <summary>What a person is given who has asked to see what is kept on them (GDPR art. 15): what is left out says why, and nothing of what it was.</summary>
internal sealed class Handout(IBoligomraader omraader, ITenantDirectory directory, AccessReading access, TimeProvider clock)
{
    public async Task<Given?> Of(Membership member, Guid anmodningId, CancellationToken ct)
    {
        if (await omraader.ReadAnmodning(member, anmodningId, ct) is not { Card.Kind: AnmodningKind.Indsigt } view)
        {
            return null;
        }

        var area = directory.Omraade(member.OmraadeId)!;
        var cases = new List<GivenCase>();
        foreach (var c in view.Cases)
        {
            var looks = await access.Looks(member, c.CaseId, ct);
            cases.Add(new GivenCase(
                c.Number, c.Category, c.Status, c.FlaggedAt, c.FlaggedFrom, c.ClosedAt, c.Outcome, c.Offices, c.Basis, LegalBasisRules.Of(c.Basis)?.Law, c.Held, c.DeletedAt,
                [.. view.Items.Where(i => i.CaseId == c.CaseId).Select(i => Item(i, area))], [.. looks.Select(LookBody.Of)]));
        }

        return new Given(
            directory.Tenant(member.Tenant)!.Name, area.Name, view.Card.ReceivedAt, clock.GetUtcNow(), cases);
    }

    private static GivenItem Item(IndsigtItem i, Omraade omraade) => i.Udeladt is { } ground
        ? new GivenItem(i.At, i.From, i.Kind, i.Field, null, null, null, null, null, ground)
        : new GivenItem(i.At, i.From, i.Kind, i.Field, i.Rolle, ItemWords.Said(i, omraade), i.Details.Count > 0 ? i.Details : null, i.Corrected?.At, i.Remarks.Count > 0 ? i.Remarks : null, null);
}

/// <summary>Everything that is kept on a person in a boligområde.</summary>
internal sealed record Given(string Organisation, string Omraade, DateTimeOffset ReceivedAt, DateTimeOffset MadeAt, IReadOnlyList<GivenCase> Cases);

/// <summary>One case: what it is about, who gets to know of it and why, what is written, and who has looked.</summary>
internal sealed record GivenCase(
    string Number, Category Category, CaseStatus Status, DateTimeOffset FlaggedAt, Kontor FlaggedFrom, DateTimeOffset? ClosedAt, Outcome? Outcome,
    IReadOnlyList<Kontor> Recipients, LegalBasisKind Basis, string? Law, bool Held, DateTimeOffset? DeletedAt, IReadOnlyList<GivenItem> Items, IReadOnlyList<LookBody> Looks);

/// <summary>One thing, or the ground on which it is left out.</summary>
public sealed record GivenItem(
    DateTimeOffset At, Kontor? Kontor, string Kind, string Field, PartRolle? Rolle, string? Text, IReadOnlyDictionary<string, string>? Details, DateTimeOffset? CorrectedAt,
    IReadOnlyList<string>? Remarks, UdeladtGrund? Udeladt);
