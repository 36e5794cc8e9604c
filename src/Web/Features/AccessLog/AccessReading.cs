using System.Globalization;
using System.Text.Json;
using Hub.Contracts;
using Hub.Grains;
using Hub.Storage;
using Hub.Web.Edge;

namespace Hub.Web.Features.AccessLog;

/// <summary>The access log as its reader asks for it: by person, case, office and days.</summary>
internal sealed class AccessReading(IBoligomraader omraader, IAccessLog log, TimeZoneInfo zone)
{
    private const int RowsOfPage = 50;
    private const int MostRead = 1000;

    public async Task<AccessPage> Page(Membership member, IQueryCollection query, CancellationToken ct)
    {
        var errors = new SortedDictionary<string, string[]>(StringComparer.Ordinal);
        var numbers = await Numbers(member, ct);
        var fields = new Fields(name => query[name].ToString() is { Length: > 0 } text ? JsonSerializer.SerializeToElement(text) : null, "", errors);
        var filter = Filter(member, fields, numbers) with { Limit = RowsOfPage + 1 };
        var rows = errors.Count > 0 ? [] : await log.Read(filter, ct);
        return new AccessPage([.. rows.Take(RowsOfPage)], numbers, rows.Count > RowsOfPage ? Cursor(rows[RowsOfPage - 1]) : null, errors);
    }

    /// <summary>Everyone who looked at one case, by day and office.</summary>
    public async Task<IReadOnlyList<Look>> Looks(Membership member, Guid caseId, CancellationToken ct)
    {
        var filter = new AccessFilter(member.Tenant, member.OmraadeId) { Case = caseId, Limit = MostRead };
        var looks = new Looks(caseId, zone);
        IReadOnlyList<StoredAccess> page;
        do
        {
            page = await log.Read(filter, ct);
            foreach (var stored in page)
            {
                looks.Add(stored.Row);
                filter = filter with { After = (stored.Row.At, stored.Position) };
            }
        }
        while (page.Count == MostRead);
        return looks.All;
    }

    private async Task<IReadOnlyDictionary<Guid, string>> Numbers(Membership member, CancellationToken ct) =>
        (await omraader.ReadWorkspace(member, ct)).Staff!.Cases.ToDictionary(c => c.CaseId, c => c.Number);

    private AccessFilter Filter(Membership member, Fields f, IReadOnlyDictionary<Guid, string> numbers) => new(member.Tenant, member.OmraadeId)
    {
        User = f.IdOrNull("user"),
        Case = Case(f, numbers),
        Kontor = f.ChoiceOrNull<Kontor>("kontor"),
        From = Midnight(f.DateOrNull("from")),
        Until = Midnight(f.DateOrNull("until")?.AddDays(1)),
        After = After(f),
    };

    /// <summary>A case by its id, or by its number while the area has it in memory.</summary>
    private static Guid? Case(Fields f, IReadOnlyDictionary<Guid, string> numbers)
    {
        if (f.TextOrNull("case", Limits.Name) is not { } text)
        {
            return null;
        }

        if (Guid.TryParseExact(text, "D", out var id))
        {
            return id;
        }

        if (numbers.FirstOrDefault(n => n.Value.Equals(text, StringComparison.OrdinalIgnoreCase)) is { Value: not null } found)
        {
            return found.Key;
        }

        f.Note("case", "unknown_value");
        return null;
    }

    private DateTimeOffset? Midnight(DateOnly? day) =>
        day is { } d ? new DateTimeOffset(d.ToDateTime(TimeOnly.MinValue), zone.GetUtcOffset(d.ToDateTime(TimeOnly.MinValue))).ToUniversalTime() : null;

    private static string Cursor(StoredAccess last) => string.Create(CultureInfo.InvariantCulture, $"{last.Row.At.UtcTicks}-{last.Position}");

    private static (DateTimeOffset At, long Position)? After(Fields f)
    {
        if (f.TextOrNull("after", Limits.Name) is not { } text)
        {
            return null;
        }

        if (text.Split('-') is [var at, var position] && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            && ticks <= DateTimeOffset.MaxValue.Ticks && long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var place))
        {
            return (new DateTimeOffset(ticks, TimeSpan.Zero), place);
        }

        f.Note("after", "malformed");
        return null;
    }
}

/// <summary>A page of the access log.</summary>
/// <param name="Rows">Newest first.</param>
/// <param name="Numbers">The numbers of the area's cases.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
/// <param name="Errors">What is wrong with the question, by field.</param>
internal sealed record AccessPage(
    IReadOnlyList<StoredAccess> Rows, IReadOnlyDictionary<Guid, string> Numbers, string? Next, IReadOnlyDictionary<string, string[]> Errors);
