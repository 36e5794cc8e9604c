using Hub.Contracts;
using Hub.Web.Edge;

namespace Hub.Web.Features.Cases;

/// <summary>What can be sent about one case, by the last part of its address: the API and the pages' forms read it alike.</summary>
internal static class CaseCommands
{
    public static IReadOnlyList<(string Name, Func<Guid, Fields, CaseCommand> Read)> All { get; } =
    [
        ("pickup", (c, _) => new PickUpCase(c)),
        ("assign", (c, f) => new AssignCase(c, f.Id("userId"))),
        ("notes", (c, f) => new AddNote(
            c, f.Text("text", Limits.Text, lines: true), f.Choice<NoteAudience>("audience"), f.ChoiceOrNull<NoteKind>("kind") ?? NoteKind.Note, f.TimeOrNull("at"),
            f.Marks("saerlig"))),
        ("beboer", Describe),
        ("legal-basis", (c, f) => new RecordLegalBasis(c, LegalBasisFields.Read(f))),
        ("ask-flagger", (c, _) => new AskFlagger(c)),
        ("unseal", (c, f) => new UnsealCase(c, f.Choice<UnsealKind>("kind"), f.Text("reason", Limits.Text, lines: true))),
        ("erasure", (c, f) => new ErasePersons(c, f.IdOrNull("personId"))),
        ("restriction", (c, f) => new RestrictCase(c, f.Choice<BegraensningGrund>("ground"), f.TextOrNull("note", Limits.Text, lines: true))),
        ("restriction/lift", (c, f) => new LiftRestriction(c, f.Time("informedAt"))),
        ("hold", (c, f) => new PlaceHold(c, f.Choice<HoldGround>("ground"), f.TextOrNull("note", Limits.Text, lines: true), f.Time("reviewBy"))),
        ("hold/lift", (c, _) => new LiftHold(c)),
        ("links", (c, f) => new LinkCases(c, f.Id("caseId"), f.Choice<LinkKind>("kind"))),
        ("disclosures", (c, f) => new RecordDisclosure(
            c, f.Text("modtager", Limits.Name), f.Text("hvad", Limits.Text, lines: true), f.Choice<LegalBasisKind>("legalBasis"), f.Time("at"))),
        ("underretning", (c, f) => new RecordUnderretning(c, f.Time("at"))),
        ("calls", (c, f) => new RecordCall(c, f.Choice<CalledParty>("called"), f.Time("at"))),
        ("close", (c, f) => new CloseCase(c, f.Choice<Outcome>("outcome"), f.TextOrNull("note", Limits.Text, lines: true))),
        ("reopen", (c, f) => new ReopenCase(c, f.Text("reason", Limits.Text, lines: true))),
    ];

    private static DescribeBeboer Describe(Guid c, Fields f)
    {
        var command = new DescribeBeboer(
            c, f.TextOrNull("kan", Limits.Text, lines: true), f.TextOrNull("vil", Limits.Text, lines: true), f.ChoiceOrNull<BeboerVed>("ved") ?? BeboerVed.VedIkke,
            f.Marks("saerlig"));
        if (command is { Kan: null, Vil: null, Ved: BeboerVed.VedIkke })
        {
            f.Note("kan", "required");
        }

        return command;
    }

    public static CaseCommand Read(string name, Guid c, Fields f) => All.First(a => a.Name == name).Read(c, f);

    public static OfferHandover Offer(Guid c, Fields f) => new(
        c, f.Choice<Kontor>("toKontor"), f.Text("reason", Limits.Text, lines: true), f.Text("summary", Limits.Text, lines: true), f.TimeOrNull("respondBy"),
        f.Marks("saerlig"));
}
