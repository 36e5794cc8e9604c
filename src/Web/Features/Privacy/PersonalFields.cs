using Hub.Contracts;
using static Hub.Web.Features.Privacy.KeyKind;

namespace Hub.Web.Features.Privacy;

/// <summary>The catalogue of personal fields: every encrypted field and every text and yes-or-no of every event. A field without an entry fails a test.</summary>
internal static class PersonalFields
{
    private const string Named = "the office that flagged, and an office to which a legal basis or break-glass opens it; never the board";
    private const string OnCase = "the staffed offices on the case, names masked while the identity is sealed; never the board";
    private const string Addressed = "whom it is addressed to: the writer's own office, the staffed offices on the case, or the one who flagged";
    private const string Dpo = "the dpo";
    private const string Sides = "the two offices of the matter; the board may be one, so a named person is refused";

    public static IReadOnlyList<PersonalField> All { get; } =
    [
        new(typeof(Identity), nameof(Identity.Name), "who it is", "to help the right person", Named, Person),
        new(typeof(Identity), nameof(Identity.Address), "where the person lives", "to find the person", Named, Person),
        new(typeof(Identity), nameof(Identity.Lejemaal), "the id of the tenancy", "to see that cases meet at one door", Named, Person),
        new(typeof(Identity), nameof(Identity.Phone), "a phone number", "to call the person", Named, Person),

        new(typeof(CaseFlagged), nameof(CaseFlagged.Description), "what was seen", "to judge what is needed", OnCase, Text),
        new(typeof(CaseFlagged), nameof(CaseFlagged.Afdeling), "the housing department", "to find the place", OnCase, None),
        new(typeof(CaseFlagged), nameof(CaseFlagged.BoernIHjemmet), "whether children live in the home", "to think of the duty to notify", OnCase, None),
        new(typeof(NoteAdded), nameof(NoteAdded.Text), "what was said and done", "to carry the case on", Addressed, Text),
        new(typeof(BeboerDescribed), nameof(BeboerDescribed.Kan), "what the person can do", "the person's own view counts", OnCase, Text),
        new(typeof(BeboerDescribed), nameof(BeboerDescribed.Vil), "what the person wants", "the person's own view counts", OnCase, Text),
        new(typeof(LegalBasis), nameof(LegalBasis.Purpose), "what the identity is passed on for", "to show that it may be", Named, Text),
        new(typeof(LegalBasis), nameof(LegalBasis.Note), "a remark on the basis", "to show how it was given", OnCase, Text),
        new(typeof(HoldPlaced), nameof(HoldPlaced.Note), "which claim or complaint", "to know when the hold may end", OnCase, Text),
        new(typeof(CaseUnsealed), nameof(CaseUnsealed.Reason), "what the danger was", "to answer for the opening", OnCase, Text),
        new(typeof(DisclosureRecorded), nameof(DisclosureRecorded.Modtager), "who outside was told", "the person may ask (art. 15(1)(c))", OnCase, Text),
        new(typeof(DisclosureRecorded), nameof(DisclosureRecorded.Hvad), "what they were told", "the person may ask (art. 15(1)(c))", OnCase, Text),
        new(typeof(CaseClosed), nameof(CaseClosed.Note), "how it ended", "to know next time", OnCase, Text),
        new(typeof(CaseReopened), nameof(CaseReopened.Reason), "why it goes on", "to carry the case on", OnCase, Text),
        new(typeof(HandoverOffered), nameof(HandoverOffered.Reason), "why another office should take it", "to hand over", OnCase, Text),
        new(typeof(HandoverOffered), nameof(HandoverOffered.Summary), "what the receiver needs to know", "to hand over", OnCase, Text),
        new(typeof(HandoverDeclined), nameof(HandoverDeclined.Reason), "why it was not taken", "to find another way", OnCase, Text),

        new(typeof(TextCorrected), nameof(TextCorrected.Text), "what is right instead of a text that was wrong", "the person's right to correction (art. 16)", OnCase, Text),
        new(typeof(TaskTitleCorrected), nameof(TaskTitleCorrected.Text), "the same for the title of a task", "art. 16", OnCase, Text),
        new(typeof(MatterTextCorrected), nameof(MatterTextCorrected.Text), "the same for a text of a matter", "art. 16", Sides, Text),
        new(typeof(RemarkAdded), nameof(RemarkAdded.Text), "what the person says to a text that stays", "art. 16", OnCase, Text),
        new(typeof(CaseRestricted), nameof(CaseRestricted.Note), "why the case may not be used for now", "art. 18", "the leader of the office that holds the case; the dpo", Text),
        new(typeof(AnmodningReceived), nameof(AnmodningReceived.Note), "how a request of the person came, and what it says", "to answer it (art. 12)", Dpo, Text),
        new(typeof(AnmodningExtended), nameof(AnmodningExtended.Reason), "why the answer takes longer", "art. 12(3)", Dpo, Text),
        new(typeof(AnmodningAnswered), nameof(AnmodningAnswered.Note), "what was answered", "to show that it was", Dpo, Text),
        new(typeof(AnmodningRefused), nameof(AnmodningRefused.Reason), "why it was refused", "art. 12(4)", Dpo, Text),
        new(typeof(IndsigtHidden), nameof(IndsigtHidden.Note), "why something is left out of what the person is given", "art. 15(4)", Dpo, Text),

        new(typeof(MatterOpened), nameof(MatterOpened.Title), "one line, without a person", "to ask another office", Sides, Text),
        new(typeof(MatterOpened), nameof(MatterOpened.Summary), "what it is about, without a person", "to ask another office", Sides, Text),
        new(typeof(MatterNoteAdded), nameof(MatterNoteAdded.Text), "what was done about the matter", "to carry the matter on", Sides, Text),
        new(typeof(MatterDecided), nameof(MatterDecided.Text), "what was decided", "to carry it out", Sides, Text),
        new(typeof(TaskCreated), nameof(TaskCreated.Title), "what is to be done", "to get it done", "the office that asked, the one asked, and the offices of its case or matter", Text),

        new(typeof(Lejemaal), nameof(Lejemaal.Address), "the address of a door, without who lives there", "to pick a door instead of typing it", "the members of the area", None),
        new(typeof(Lejemaal), nameof(Lejemaal.Afdeling), "the housing department of a door", "to pick a door", "the members of the area", None),
        new(typeof(OmraadeSettings), nameof(OmraadeSettings.DutyPhone), "a phone that is rung outside hours", "to reach somebody", "the members of the area", None),
    ];

    /// <summary>Fields that are about no person.</summary>
    public static IReadOnlyList<(Type In, string Name)> AboutNobody { get; } =
    [
        (typeof(TenantCreated), nameof(TenantCreated.Slug)), (typeof(TenantCreated), nameof(TenantCreated.Name)),
        (typeof(OmraadeRegistered), nameof(OmraadeRegistered.Name)), (typeof(OmraadeRegistered), nameof(OmraadeRegistered.Afdelinger)),
        (typeof(RoutingRule), nameof(RoutingRule.PersonNamed)),
    ];
}
