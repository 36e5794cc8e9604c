using System.Text.RegularExpressions;
using Hub.Web.Tests.Architecture;

namespace Hub.Web.Tests.Fuzz;

/// <summary>The names that the server looks for in a body, read off its own source, and bodies that would be right.</summary>
internal static partial class Vocabulary
{
    /// <summary>Names of fields, and the words that some of them may hold.</summary>
    public static IReadOnlyList<string> Words { get; } =
    [
        .. Repository.Files.Where(f => f.StartsWith("src/Web/Features/", StringComparison.Ordinal) && f.EndsWith(".cs", StringComparison.Ordinal))
            .SelectMany(f => Named().Matches(Repository.Read(f))).Select(m => m.Groups[1].Value)
            .Concat(["ejendomskontor", "boligsocialtKontor", "bestyrelseskontor", "samtykke", "skriftligt", "stoej", "naboklage", "akut", "eget", "sagen", "opkald", "leder", "medarbejder"])
            .Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>By the last word of an address.</summary>
    public static IReadOnlyDictionary<string, string> Right { get; } = new Dictionary<string, string>
    {
        ["flags"] = """{"category":"naboklage","description":"Der er støj","severity":"mellem","beboer":{"name":"Prøve Person","phone":"11 22 33 44"},"parter":[{"rolle":"klager","name":"Anden Person"}],"legalBasis":{"kind":"samtykke","form":"mundtligt"},"toKontor":"boligsocialtKontor"}""",
        ["notes"] = """{"text":"Ringede op","audience":"sagen","kind":"opkald","at":"2026-11-25T10:00:00Z"}""",
        ["beboer"] = """{"kan":"Selv","vil":"Have ro","ved":"ja"}""",
        ["handovers"] = """{"toKontor":"boligsocialtKontor","reason":"Hører til jer","summary":"Et besøg er nok","respondBy":"2026-12-24T10:00:00Z"}""",
        ["decline"] = """{"reason":"Ikke os"}""",
        ["legal-basis"] = """{"kind":"samtykke","form":"skriftligt","purpose":"Besøg","recipients":["ejendomskontor"],"expires":"2026-12-24T10:00:00Z"}""",
        ["links"] = """{"caseId":"00000000-0000-0000-0000-000000000001","kind":"dublet"}""",
        ["disclosures"] = """{"modtager":"Kommunen","hvad":"At der er en sag","legalBasis":"samtykke","at":"2026-11-25T10:00:00Z"}""",
        ["close"] = """{"outcome":"loest","note":"Løst"}""",
        ["reopen"] = """{"reason":"Igen","respondBy":"2026-12-24T10:00:00Z"}""",
        ["unseal"] = """{"kind":"fareForLiv","reason":"Svarer ikke"}""",
        ["hold"] = """{"ground":"retskrav","note":"Krav","reviewBy":"2026-12-24T10:00:00Z"}""",
        ["calls"] = """{"called":"alarm112","at":"2026-11-25T10:00:00Z"}""",
        ["matters"] = """{"title":"Lys på stien","text":"Stien er mørk","toKontor":"bestyrelseskontor"}""",
        ["agenda"] = """{"date":"2026-12-24"}""",
        ["decide"] = """{"text":"Vedtaget"}""",
        ["tasks"] = """{"title":"Skift pæren","kontor":"ejendomskontor","due":"2026-12-24T10:00:00Z"}""",
        ["assign"] = """{"userId":"00000000-0000-0000-0000-000000000001"}""",
        ["settings"] = """{"opening":{"ejendomskontor":[{"day":"monday","from":"08:00","to":"15:00"}]},"dutyPhone":"70 10 10 10","routing":[{"category":"stoej","to":"ejendomskontor"}],"extraClosedDays":["2026-12-24"]}""",
        ["invitationer"] = """{"email":"ny@nordbo.example","name":"Ny Kollega","role":"medarbejder","kontor":"ejendomskontor","employer":"boligorganisation"}""",
        ["login"] = """{"email":"ingen@nordbo.example","password":"forkert kode her","code":"123456"}""",
        ["refresh"] = """{"refreshToken":"intet"}""",
    };

    [GeneratedRegex("\"([a-z][A-Za-z]{1,30})\"")]
    private static partial Regex Named();
}
