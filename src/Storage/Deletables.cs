using System.Text.Json;
using Hub.Contracts;

namespace Hub.Storage;

/// <summary>Categories and outcomes as they stand in rows: spelled as in events, and nothing for a flag that nobody took.</summary>
internal static class Deletables
{
    internal static string Spell(Category category) => JsonNamingPolicy.CamelCase.ConvertName(category.ToString());

    internal static string Spell(Outcome? outcome) => outcome is { } known ? JsonNamingPolicy.CamelCase.ConvertName(known.ToString()) : "";

    internal static DeletableCase Of(Guid caseId, int number, string category, string outcome, DateTimeOffset since) => new(
        caseId, number, Enum.Parse<Category>(category, ignoreCase: true), outcome.Length == 0 ? null : Enum.Parse<Outcome>(outcome, ignoreCase: true), since);
}
