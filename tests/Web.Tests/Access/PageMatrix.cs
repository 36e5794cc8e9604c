namespace Hub.Web.Tests.Access;

/// <summary>The pages and their parts that show a case, and what each role's browser shows of it.</summary>
internal static class PageMatrix
{
    public static IReadOnlyList<string> Pages { get; } =
    [
        "GET,POST /omraader/{o}", "GET,POST /omraader/{o}/emner/nyt", "GET,POST /omraader/{o}/emner/{m}", "GET,POST /omraader/{o}/emner/{m}/{*form}",
        "GET,POST /omraader/{o}/meld", "GET,POST /omraader/{o}/meld/emne", "GET,POST /omraader/{o}/meld/videre",
        "GET,POST /omraader/{o}/opgaver/{t}/{*form}", "GET,POST /omraader/{o}/overdragelser", "GET,POST /omraader/{o}/overdragelser/{*form}",
        "GET,POST /omraader/{o}/sager/{c}", "GET,POST /omraader/{o}/sager/{c}/{*form}",
    ];

    public static IReadOnlyList<string> Fragments { get; } = ["sager/{id}/kort", "emner/{id}/kort", "opgaver/{id}/kort", "meldinger/{id}/kort", "tal"];

    /// <summary>Role, relation and what the page of the case shows: open, sealed, status, number, or nothing (404).</summary>
    public static TheoryData<string, string, string> Cells { get; } = new()
    {
        { "ejendom", "flagged", "open" }, { "ejendom", "holds", "sealed" }, { "ejendom", "shut", "status" }, { "ejendom", "none", "404" },
        { "ejendomsleder", "flagged", "open" }, { "ejendomsleder", "asked", "sealed" }, { "ejendomsleder", "none", "404" },
        { "boligsocial", "told", "open" }, { "boligsocial", "held", "sealed" }, { "boligsocial", "none", "404" },
        { "leder", "told", "open" }, { "leder", "holds", "sealed" }, { "leder", "none", "404" },
        { "bestyrelse", "mine", "number" }, { "bestyrelse", "none", "404" },
        { "dpo", "none", "status" },
        { "admin", "none", "404" },
    };
}
