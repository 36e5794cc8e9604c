using System.Globalization;
using Hub.Contracts;
using Hub.Grains;
using Hub.Web.Edge;
using Hub.Web.Features.Cases;
using Hub.Web.Layout;
using static Hub.Web.Features.Rights.RightsWords;

namespace Hub.Web.Features.Rights;

/// <summary>One thing that is kept on a person, in words for that person: what happened and which office did it, never which employee.</summary>
internal static class ItemWords
{
    private static readonly Book Told = CaseWords.Text;

    public static string Sentence(string kind, string field, Kontor? from, PartRolle? rolle, IReadOnlyDictionary<string, string>? details) => kind switch
    {
        "identity" => Text[$"Field.{field}"],
        "part" => Text.With("Part", rolle is { } r ? Labels.Of(r) : Text["TheBeboer"], Text[$"Field.{field}"]),
        "source" => details?.GetValueOrDefault("kilde") is { } kilde && Words.Parse<Kilde>(kilde) is { } k ? Text.With("Source", Labels.Of(k)) : Text[$"Field.{field}"],
        _ => string.Format(CultureInfo.CurrentUICulture, Told[Key(kind, details)], Who(from), Object(kind, details)),
    };

    /// <summary>What it says; a tenancy by its address, for nobody else knows its id.</summary>
    public static string? Said(IndsigtItem item, Omraade omraade) =>
        item.Field == "lejemaal" && Guid.TryParse(item.Text, out var id) ? omraade.Lejemaal.FirstOrDefault(l => l.Id == id)?.Address ?? item.Text : item.Text;

    /// <summary>Which of an event's texts it is, where there is one.</summary>
    public static string? Field(string kind, string field) => kind is "identity" or "part" or "source" || field.Length == 0 ? null : Text[$"Field.{field}"];

    private static string Who(Kontor? from) => from is { } kontor ? Labels.Of(kontor) : Labels.Of(Rolle.Dpo);

    private static string Key(string kind, IReadOnlyDictionary<string, string>? details) => kind switch
    {
        "noteAdded" => $"Told.noteAdded.{details?.GetValueOrDefault("kind") ?? "note"}",
        _ => $"Told.{kind}",
    };

    private static string Object(string kind, IReadOnlyDictionary<string, string>? details) => kind switch
    {
        "caseAssigned" => Text["AnEmployee"],
        "legalBasisRecorded" => Word<LegalBasisKind>(details, "kind") is { } basis ? Told[$"Basis.{basis}.Told"] : "",
        "callRecorded" => Word<CalledParty>(details, "called") is { } called ? Labels.Of(called) : "",
        "caseClosed" => Word<Outcome>(details, "outcome") is { } outcome ? Labels.Of(outcome).ToLower(CultureInfo.CurrentUICulture) : "",
        "handoverOffered" => Word<Kontor>(details, "toKontor") is { } to ? CasePage.The(to) : "",
        "taskCreated" => Word<Kontor>(details, "kontor") is { } asked ? CasePage.The(asked) : "",
        "holdPlaced" => Word<HoldGround>(details, "ground") is { } ground ? Labels.Of(ground) : "",
        "caseLinked" or "caseMerged" or "duplicateReceived" => Told["Told.Another"],
        _ => "",
    };

    private static T? Word<T>(IReadOnlyDictionary<string, string>? details, string name) where T : struct, Enum =>
        details?.GetValueOrDefault(name) is { } word ? Words.Parse<T>(word) : null;
}
