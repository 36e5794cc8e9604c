using Hub.Contracts;

namespace Hub.Domain.Texts;

/// <summary>The free texts of every command, by the field name of the API.</summary>
public static class FreeTexts
{
    public static IEnumerable<(string Field, string? Text)> Of(Command command) => command switch
    {
        FlagCase x => [
            ("description", x.Description), ("afdeling", x.Afdeling), .. Of("beboer", x.Beboer),
            .. x.Parter.SelectMany(p => Of("parter", p.Person)), .. Of("legalBasis.", x.LegalBasis),
        ],
        AddNote x => [("text", x.Text)],
        DescribeBeboer x => [("kan", x.Kan), ("vil", x.Vil)],
        RecordLegalBasis x => Of("", x.Basis),
        RecordDisclosure x => [("modtager", x.Modtager), ("hvad", x.Hvad)],
        CloseCase x => [("note", x.Note)],
        ReopenCase x => [("reason", x.Reason)],
        UnsealCase x => [("reason", x.Reason)],
        ReceiveAnmodning x => [("note", x.Note)],
        ExtendAnmodning x => [("reason", x.Reason)],
        AnswerAnmodning x => [("note", x.Note)],
        RefuseAnmodning x => [("reason", x.Reason)],
        HideItem x => [("note", x.Note)],
        CorrectText x => [("text", x.Text)],
        AddRemark x => [("text", x.Text)],
        CorrectIdentity x => Of("person", x.Person),
        RestrictCase x => [("note", x.Note)],
        PlaceHold x => [("note", x.Note)],
        OfferHandover x => [("reason", x.Reason), ("summary", x.Summary)],
        DeclineHandover x => [("reason", x.Reason)],
        OpenMatter x => [("title", x.Title), ("text", x.Text)],
        AddMatterNote x => [("text", x.Text)],
        DecideMatter x => [("text", x.Text)],
        CreateTask x => [("title", x.Title)],
        _ => [],
    };

    private static IEnumerable<(string, string?)> Of(string field, PersonInput? person) =>
        person is null ? [] : [(field + ".name", person.Name), (field + ".address", person.Address), (field + ".phone", person.Phone)];

    private static IEnumerable<(string, string?)> Of(string prefix, LegalBasisInput basis) =>
        [(prefix + "purpose", basis.Purpose), (prefix + "note", basis.Note)];
}
