using Hub.Contracts;
using Hub.Domain.Deletion;
using Hub.Web.Layout;

namespace Hub.Web.Features.Deletion;

/// <summary>The words of deletion.</summary>
internal static class DeletionWords
{
    public static Book Text { get; } = new("Features.Deletion.DeletionWords");

    /// <summary>What a case is about, and how it ended.</summary>
    public static string About(Category category, Outcome? outcome) =>
        outcome is { } ended ? $"{Labels.Of(category)} · {Labels.Of(ended)}" : $"{Labels.Of(category)} · {Text["Untaken"]}";

    /// <summary>The rule that a case goes by.</summary>
    public static string Rule(DeletableCase c, Slettefrister frister) =>
        c.Outcome is { } outcome ? After(frister.For(c.Category, outcome).Months) : Text.Count("LapsesAfter", frister.Regler.BortfaldMonths);

    public static string After(int months) => Text.Count("DeletedAfter", months);
}
