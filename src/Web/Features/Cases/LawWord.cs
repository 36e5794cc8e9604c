namespace Hub.Web.Features.Cases;

/// <summary>A paragraph as it is written where its law has been named: the regulation is what everything here stands on.</summary>
internal static class LawWord
{
    private const string Regulation = "databeskyttelsesforordningen ";

    public static string? Short(string? law) => law?.StartsWith(Regulation, StringComparison.Ordinal) == true ? law[Regulation.Length..] : law;
}
