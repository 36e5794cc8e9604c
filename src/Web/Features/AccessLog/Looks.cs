using Hub.Contracts;
using Hub.Storage;

namespace Hub.Web.Features.AccessLog;

/// <summary>Who looked at a case, as the person it is about may be told (GDPR art. 15): by office and role, never which employee.</summary>
internal sealed class Looks(Guid caseId, TimeZoneInfo zone)
{
    private readonly Dictionary<(DateOnly, Kontor?, Rolle, NameReason?), Look> looks = [];

    public IReadOnlyList<Look> All => [.. looks.Values.OrderByDescending(l => l.Day).ThenBy(l => l.Kontor).ThenBy(l => l.Role)];

    public void Add(AccessRow row)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(row.At, zone).DateTime);
        foreach (var seen in row.Cases.Where(s => s.CaseId == caseId))
        {
            var key = (day, row.Kontor, row.Rolle, seen.Why);
            var before = looks.GetValueOrDefault(key) ?? new Look(day, row.Kontor, row.Rolle, seen.Why, Revealed.None, 0);
            looks[key] = before with { Fields = before.Fields | seen.Fields, Times = before.Times + 1 };
        }
    }
}

/// <summary>The looks of one office and role on one day, for one reason.</summary>
internal sealed record Look(DateOnly Day, Kontor? Kontor, Rolle Role, NameReason? Why, Revealed Fields, int Times);
