using Hub.Contracts;
using Hub.Domain.Access;

using static Hub.Domain.Tests.Workspaces.Cast;

namespace Hub.Domain.Tests.Workspaces;

/// <summary>
/// Every role × every command. The case was flagged by the vicevært and is worked by boligsocial; the handover goes from
/// boligsocialt kontor to ejendomskontor; the matter and the task were given to ejendomskontor by the board.
/// </summary>
public class PermissionTests
{
    private static readonly Membership[] Columns = [Vicevaert, Kollega, Ejendomsleder, Bestyrelse, Formand, Boligsocial, Boligsocial2, Leder, Dpo, Admin];

    private readonly Scenario area = new();
    private readonly Dictionary<string, Command> commands;

    public PermissionTests()
    {
        var (c, other) = (area.Picked(), area.Picked(by: Leder));
        var handover = area.Offered(area.Flag(Boligsocial), Boligsocial, Kontor.Ejendomskontor);
        var matter = area.Given(Bestyrelse, new OpenMatter("Lys", "Stien er mørk", null)).Receipt.MatterId!.Value;
        var toBoard = area.Given(Vicevaert, new OpenMatter("Lys", "Stien er mørk", null)).Receipt.MatterId!.Value;
        var task = area.Given(Bestyrelse, new CreateTask("Skift pæren", Kontor.Ejendomskontor, null, null, null, null)).Receipt.TaskId!.Value;
        var byBoard = area.Flag(Bestyrelse);
        var unsealed = area.Given(Boligsocial, new UnsealCase(other, UnsealKind.FareForLiv, "x")).Recorded[0].Seq;
        commands = new()
        {
            ["FlagCase"] = Beboere.Worry(),
            ["OpenMatter"] = new OpenMatter("Lys", "Stien er mørk", null),
            ["PickUpCase"] = new PickUpCase(c),
            ["AssignCase to oneself"] = new AssignCase(c, Boligsocial.UserId),
            ["AssignCase to another"] = new AssignCase(c, Boligsocial2.UserId),
            ["AddNote"] = Beboere.Note(c, NoteAudience.Sagen),
            ["DescribeBeboer"] = new DescribeBeboer(c, "x", null, BeboerVed.Ja),
            ["RecordLegalBasis"] = new RecordLegalBasis(c, Beboere.Consent()),
            ["WithdrawLegalBasis"] = new WithdrawLegalBasis(c),
            ["AskFlagger"] = new AskFlagger(c),
            ["LinkCases"] = new LinkCases(c, other, LinkKind.SammePerson),
            ["RecordDisclosure"] = new RecordDisclosure(c, "Kommunen", "x", LegalBasisKind.Samtykke, area.Now),
            ["RecordUnderretning"] = new RecordUnderretning(c, area.Now),
            ["RecordUnderretning on the board's flag"] = new RecordUnderretning(byBoard, area.Now),
            ["RecordCall"] = new RecordCall(c, CalledParty.Alarm112, area.Now),
            ["RecordCall on the board's flag"] = new RecordCall(byBoard, CalledParty.Alarm112, area.Now),
            ["CloseCase"] = new CloseCase(c, Outcome.Loest, null),
            ["ReopenCase"] = new ReopenCase(c, "x"),
            ["UnsealCase"] = new UnsealCase(c, UnsealKind.FareForLiv, "x"),
            ["AcknowledgeUnseal"] = new AcknowledgeUnseal(other, unsealed),
            ["AcknowledgeUnseal where none was broken"] = new AcknowledgeUnseal(c, unsealed),
            ["ErasePersons"] = new ErasePersons(c),
            ["PlaceHold"] = new PlaceHold(c, HoldGround.Klagesag, null, area.Now.AddDays(90)),
            ["LiftHold"] = new LiftHold(c),
            ["RestrictCase"] = new RestrictCase(c, BegraensningGrund.Indsigelse, null),
            ["LiftRestriction"] = new LiftRestriction(c, area.Now),
            ["ReceiveAnmodning"] = new ReceiveAnmodning(c, Id(1), AnmodningKind.Indsigt, area.Now, null),
            ["ExtendAnmodning"] = new ExtendAnmodning(c, Id(1), "x"),
            ["AnswerAnmodning"] = new AnswerAnmodning(c, Id(1), null),
            ["RefuseAnmodning"] = new RefuseAnmodning(c, Id(1), "x"),
            ["HideItem"] = new HideItem(c, Id(1), Id(2), UdeladtGrund.AndresRettigheder, null),
            ["ShowItem"] = new ShowItem(c, Id(1), Id(2)),
            ["CorrectText"] = new CorrectText(c, Id(1), "x"),
            ["AddRemark"] = new AddRemark(c, Id(1), "x"),
            ["CorrectIdentity"] = new CorrectIdentity(c, Id(1), Beboere.Karen),
            ["CleanUpCase"] = new CleanUpCase(c),
            ["RedoErasure"] = new RedoErasure(c, new PersonsErased(c, [])),
            ["OfferHandover"] = Beboere.Offer(c, Kontor.Ejendomskontor),
            ["AcceptHandover"] = new AcceptHandover(handover),
            ["DeclineHandover"] = new DeclineHandover(handover, "x"),
            ["WithdrawHandover"] = new WithdrawHandover(handover),
            ["AddMatterNote"] = new AddMatterNote(matter, "x"),
            ["PutMatterOnAgenda"] = new PutMatterOnAgenda(toBoard, new(2026, 4, 1)),
            ["DecideMatter"] = new DecideMatter(matter, "x"),
            ["DecideMatter asked of the board"] = new DecideMatter(toBoard, "x"),
            ["CloseMatter"] = new CloseMatter(matter, MatterOutcome.Loest),
            ["ReopenMatter"] = new ReopenMatter(matter),
            ["CreateTask in the area"] = new CreateTask("x", Kontor.Ejendomskontor, null, null, null, null),
            ["CreateTask on the case"] = new CreateTask("x", Kontor.Ejendomskontor, c, null, null, null),
            ["CreateTask on the matter"] = new CreateTask("x", Kontor.Ejendomskontor, null, matter, null, null),
            ["CompleteTask"] = new CompleteTask(task),
            ["AssignTask"] = new AssignTask(task, Vicevaert.UserId),
            ["ReopenTask"] = new ReopenTask(task),
        };
    }

    [Theory] //                                          vicevært kollega leder | bestyrelse formand | boligsocial ~2 leder | dpo admin
    [InlineData("FlagCase", "                            yes yes yes   yes yes   yes yes yes   403 403")]
    [InlineData("OpenMatter", "                          yes yes yes   yes yes   yes yes yes   403 403")]
    [InlineData("PickUpCase", "                          403 403 403   404 404   yes yes yes   403 404")]
    [InlineData("AssignCase to oneself", "               403 403 403   404 404   yes 403 yes   403 404")]
    [InlineData("AssignCase to another", "               403 403 403   404 404   yes 403 yes   403 404")]
    [InlineData("AddNote", "                             yes 403 yes   404 404   yes yes yes   403 404")]
    [InlineData("DescribeBeboer", "                      yes 403 yes   404 404   yes yes yes   403 404")]
    [InlineData("RecordLegalBasis", "                    yes 403 yes   404 404   yes yes yes   403 404")]
    [InlineData("WithdrawLegalBasis", "                  yes 403 yes   404 404   yes yes yes   403 404")]
    [InlineData("AskFlagger", "                          403 403 403   404 404   yes yes yes   403 404")]
    [InlineData("LinkCases", "                           403 403 403   404 404   yes yes yes   403 404")]
    [InlineData("RecordDisclosure", "                    yes 403 yes   404 404   yes yes yes   403 404")]
    [InlineData("RecordUnderretning", "                  yes 403 yes   404 404   yes yes yes   403 404")]
    [InlineData("RecordUnderretning on the board's flag", "404 404 404 yes 404   yes yes yes   403 404")]
    [InlineData("RecordCall", "                          yes 403 403   404 404   403 403 403   403 404")]
    [InlineData("RecordCall on the board's flag", "      404 404 404   yes 404   403 403 403   403 404")]
    [InlineData("CloseCase", "                           403 403 403   404 404   yes yes yes   403 404")]
    [InlineData("ReopenCase", "                          yes 403 yes   404 404   yes yes yes   403 404")]
    [InlineData("UnsealCase", "                          403 403 403   404 404   yes yes yes   403 404")]
    [InlineData("AcknowledgeUnseal", "                   403 403 403   404 404   403 403 yes   yes 404")]
    [InlineData("AcknowledgeUnseal where none was broken", "403 403 403 404 404 403 403 403   403 404")]
    [InlineData("ErasePersons", "                        403 403 403   404 404   403 403 403   yes 404")]
    [InlineData("PlaceHold", "                           403 403 403   404 404   403 403 yes   yes 404")]
    [InlineData("LiftHold", "                            403 403 403   404 404   403 403 yes   yes 404")]
    [InlineData("RestrictCase", "                        403 403 403   404 404   403 403 yes   yes 404")]
    [InlineData("LiftRestriction", "                     403 403 403   404 404   403 403 yes   yes 404")]
    [InlineData("ReceiveAnmodning", "                    yes 403 yes   404 404   yes yes yes   yes 404")]
    [InlineData("ExtendAnmodning", "                     403 403 403   404 404   403 403 403   yes 404")]
    [InlineData("AnswerAnmodning", "                     403 403 403   404 404   403 403 403   yes 404")]
    [InlineData("RefuseAnmodning", "                     403 403 403   404 404   403 403 403   yes 404")]
    [InlineData("HideItem", "                            403 403 403   404 404   403 403 403   yes 404")]
    [InlineData("ShowItem", "                            403 403 403   404 404   403 403 403   yes 404")]
    [InlineData("CorrectText", "                         403 403 403   404 404   403 403 yes   yes 404")]
    [InlineData("AddRemark", "                           403 403 403   404 404   403 403 yes   yes 404")]
    [InlineData("CorrectIdentity", "                     403 403 403   404 404   403 403 403   yes 404")]
    [InlineData("CleanUpCase", "                         403 403 403   404 404   403 403 403   403 404")] // Hub itself, and nobody else
    [InlineData("RedoErasure", "                         403 403 403   404 404   403 403 403   403 404")]
    [InlineData("OfferHandover", "                       403 403 403   404 404   yes yes yes   403 404")]
    [InlineData("AcceptHandover", "                      yes yes yes   404 404   yes yes yes   403 404")] // whose answer it is: not_addressee
    [InlineData("DeclineHandover", "                     yes yes yes   404 404   yes yes yes   403 404")]
    [InlineData("WithdrawHandover", "                    yes yes yes   404 404   yes yes yes   403 404")]
    [InlineData("AddMatterNote", "                       yes yes yes   yes yes   404 404 404   404 404")]
    [InlineData("PutMatterOnAgenda", "                   403 403 403   yes yes   404 404 404   404 404")]
    [InlineData("DecideMatter", "                        yes yes yes   403 403   404 404 404   404 404")]
    [InlineData("DecideMatter asked of the board", "     403 403 403   yes yes   404 404 404   404 404")]
    [InlineData("CloseMatter", "                         yes yes yes   yes yes   404 404 404   404 404")]
    [InlineData("ReopenMatter", "                        yes yes yes   yes yes   404 404 404   404 404")]
    [InlineData("CreateTask in the area", "              yes yes yes   yes yes   yes yes yes   403 403")]
    [InlineData("CreateTask on the case", "              yes 403 yes   404 404   yes yes yes   403 403")]
    [InlineData("CreateTask on the matter", "            yes yes yes   yes yes   404 404 404   403 403")]
    [InlineData("CompleteTask", "                        yes yes yes   403 403   404 404 404   404 404")]
    [InlineData("AssignTask", "                          yes yes yes   403 403   404 404 404   404 404")]
    [InlineData("ReopenTask", "                          yes yes yes   yes yes   404 404 404   404 404")]
    public void Who_may_send_what(string command, string expected) =>
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), Columns.Select(member => Check(member, commands[command])));

    [Fact]
    public void Every_command_there_is_has_a_row()
    {
        var all = typeof(Command).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Command)) && !t.IsAbstract).Select(t => t.Name);
        Assert.Equal(all.Except([nameof(MeetDeadline)]).Order(), commands.Values.Select(c => c.GetType().Name).Distinct().Order());
    }

    [Fact]
    public void What_is_not_there_gets_the_same_answer_as_what_is_not_yours()
    {
        Command[] absent =
        [
            new PickUpCase(Id(404)), new AcceptHandover(Id(404)), new AddMatterNote(Id(404), "x"), new CompleteTask(Id(404)), new ErasePersons(Id(404)),
            new LinkCases(Id(404), Id(404), LinkKind.SammePerson), new CreateTask("x", Kontor.Ejendomskontor, Id(404), null, null, null),
            new CreateTask("x", Kontor.Ejendomskontor, null, Id(404), null, null), new RecordCall(Id(404), CalledParty.Andre, area.Now),
        ];
        Assert.All(absent, command => Assert.Equal("404", Check(Leder, command)));
    }

    [Fact]
    public void The_answer_does_not_depend_on_what_was_typed() =>
        Assert.Equal("403", Check(Vicevaert, new CloseCase(((CaseCommand)commands["CloseCase"]).CaseId, Outcome.Betalt, "010190-1234")));

    private string Check(Membership member, Command command) =>
        Permissions.Check(area.State, Viewer.Of(member, area.Area), command, area.Now)?.Code switch
        {
            null => "yes",
            RejectionCode.NotAllowed => "403",
            RejectionCode.NotFound => "404",
            var code => code.ToString()!,
        };
}
