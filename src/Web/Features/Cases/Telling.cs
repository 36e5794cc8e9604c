using System.Globalization;
using Hub.Contracts;
using Hub.Web.Edge;
using Hub.Web.Layout;

namespace Hub.Web.Features.Cases;

/// <summary>A case's history in words: who did what.</summary>
internal static class Telling
{
    private static readonly Book W = CaseWords.Text;
    private static readonly TimeSpan SameMoment = TimeSpan.FromMinutes(15);

    public static string Sentence(TimelineEntry e, CasePage page) => string.Format(CultureInfo.CurrentUICulture, W[Key(e)], page.Name(e.Actor), Object(e, page));

    public static string Icon(TimelineEntry e) => e.Kind switch
    {
        "caseFlagged" => "flag",
        "casePickedUp" or "caseAssigned" or "handoverAccepted" => "user-round-check",
        "caseLapsed" or "caseTargetMissed" or "taskOverdue" or "matterOverdue" or "handoverReminded" => "clock-alert",
        "noteAdded" => NoteIcon(e.Details.GetValueOrDefault("kind")),
        "beboerDescribed" => "speech",
        "legalBasisRecorded" => "scale",
        "legalBasisWithdrawn" or "legalBasisExpired" or "unsealEnded" => "lock",
        "caseRestricted" => "lock",
        "restrictionLifted" => "lock-open",
        "textCorrected" or "taskTitleCorrected" or "matterTextCorrected" or "remarkAdded" or "identityCorrected" => "pen-line",
        _ when e.Kind.StartsWith("anmodning", StringComparison.Ordinal) => "mail",
        "holdPlaced" or "holdReviewDue" or "holdLifted" => "shield-check",
        "caseUnsealed" => "lock-open",
        "unsealAcknowledged" => "check",
        "identityForgotten" or "personsErased" => "eye-off",
        "caseLinked" or "caseMerged" or "duplicateReceived" => "link",
        "disclosureRecorded" => "mail",
        "underretningRecorded" => "baby",
        "callRecorded" => "phone-call",
        "caseClosed" or "taskCompleted" => "circle-check",
        "caseReopened" or "taskReopened" or "matterReopened" => "rotate-ccw",
        "handoverOffered" => "arrow-right-left",
        "handoverDeclined" or "handoverWithdrawn" or "handoverExpired" => "undo-2",
        "taskCreated" or "taskAssigned" => "list-todo",
        _ when e.Kind.StartsWith("matter", StringComparison.Ordinal) => "users-round",
        _ => "circle-dot",
    };

    /// <summary>What is written stands out from what merely happened.</summary>
    public static string Tone(string kind) => kind is "noteAdded" or "beboerDescribed" or "caseFlagged" or "handoverOffered" or "disclosureRecorded" ? "written" : "happened";

    public static string? Audience(TimelineEntry e) => e.Details.GetValueOrDefault("audience") switch
    {
        "eget" => W.With("Told.Eget", e.From is { } from ? CasePage.The(from) : ""),
        "sagen" => W["Told.Sagen"],
        "melder" => W["Told.Melder"],
        _ => null,
    };

    /// <summary>When it happened, where that was some other time than when it was written down.</summary>
    public static DateTimeOffset? Happened(TimelineEntry e) =>
        new[] { "happenedAt", "givenAt", "calledAt" }.Select(e.Details.GetValueOrDefault).OfType<string>().FirstOrDefault() is { } text
        && DateTimeOffset.Parse(text, CultureInfo.InvariantCulture) is var at && (e.At - at).Duration() > SameMoment ? at : null;

    /// <summary>Internal use or videregivelse, by which basis, and what the basis covers besides.</summary>
    public static IEnumerable<string> Shared(TimelineEntry e)
    {
        if (Word<Deling>(e, "deling") is { } deling)
        {
            yield return W[$"Told.{deling}"];
        }

        if (e.Kind == "handoverOffered" && e.Details.ContainsKey("deling"))
        {
            yield return Word<LegalBasisKind>(e, "grundlag") is { } grundlag ? W.With("Told.NameToo", W[$"Basis.{grundlag}.Told"]) : W["Told.NoName"];
        }

        if (e.Details.TryGetValue("covers", out var covers))
        {
            yield return W.With("Told.Covers", MarkLine.What(covers.Split(' ').Select(Words.Parse<Saerlig>).OfType<Saerlig>()));
        }
    }

    public static IEnumerable<(string? Label, string Text)> Texts(TimelineEntry e)
    {
        if (e.Text is { } text && e.Kind != "caseFlagged")
        {
            yield return (e.Kind == "beboerDescribed" ? W["Beboer.KanShort"] : null, text);
        }

        if (e.Reason is { } reason)
        {
            yield return (ReasonLabel(e.Kind, reason), e.Kind == "disclosureRecorded" ? "" : reason);
        }
    }

    private static string ReasonLabel(string kind, string reason) => kind switch
    {
        "disclosureRecorded" => W.With("Told.To", reason),
        "beboerDescribed" => W["Told.Vil"],
        "legalBasisRecorded" => W["Told.Purpose"],
        _ => W["Told.Reason"],
    };

    private static string Key(TimelineEntry e) => e.Kind switch
    {
        "noteAdded" => $"Told.noteAdded.{e.Details.GetValueOrDefault("kind")}",
        "taskCreated" when e.Details.GetValueOrDefault("purpose") == "spoergBeboeren" => "Told.taskAsked",
        _ => $"Told.{e.Kind}",
    };

    private static string Object(TimelineEntry e, CasePage page) => e.Kind switch
    {
        "caseAssigned" => e.Details.TryGetValue("userId", out var user) ? page.Name(Guid.Parse(user)) : "",
        "legalBasisRecorded" => Word<LegalBasisKind>(e, "kind") is { } kind ? W[$"Basis.{kind}.Told"] : "",
        "callRecorded" => Word<CalledParty>(e, "called") is { } called ? Labels.Of(called) : "",
        "anmodningReceived" => Word<AnmodningKind>(e, "kind") is { } right ? Labels.Of(right).ToLower(CultureInfo.CurrentUICulture) : "",
        "holdPlaced" => Word<HoldGround>(e, "ground") is { } ground ? Labels.Of(ground) : "",
        "caseClosed" => Word<Outcome>(e, "outcome") is { } outcome ? Labels.Of(outcome).ToLower(CultureInfo.CurrentUICulture) : "",
        "handoverOffered" => Word<Kontor>(e, "toKontor") is { } to ? CasePage.The(to) : "",
        "taskCreated" => Word<Kontor>(e, "kontor") is { } asked ? CasePage.The(asked) : "",
        "caseLinked" or "caseMerged" or "duplicateReceived" => Number(e, page),
        _ => "",
    };

    private static string Number(TimelineEntry e, CasePage page) =>
        e.Details.TryGetValue("caseId", out var id) && page.View.Links.FirstOrDefault(l => l.CaseId == Guid.Parse(id))?.Number is { } number ? number : W["Told.Another"];

    private static T? Word<T>(TimelineEntry e, string name) where T : struct, Enum => e.Details.TryGetValue(name, out var word) ? Words.Parse<T>(word) : null;

    private static string NoteIcon(string? kind) => kind switch
    {
        "opkald" => "phone",
        "besoeg" => "footprints",
        "moede" => "users-round",
        "brev" => "mail",
        "ikkeTruffet" => "door-closed",
        _ => "message-square-text",
    };
}
