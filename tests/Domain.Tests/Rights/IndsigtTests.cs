using System.Text.Json;
using Hub.Contracts;
using Hub.Domain.Rights;
using Hub.Domain.Tests.Workspaces;

using static Hub.Domain.Tests.Workspaces.Cast;

namespace Hub.Domain.Tests.Rights;

/// <summary>What is kept on one person (GDPR art. 15), and what is left out of it (art. 15(4); Datatilsynet 2022-31-6316).</summary>
public class IndsigtTests
{
    private readonly Scenario area = new();

    [Fact]
    public void Article_15_1_everything_about_the_person_is_there()
    {
        var id = area.Picked();
        area.Given(Boligsocial, Beboere.Note(id, NoteAudience.Eget, "Hun ringede selv"));
        area.Given(Boligsocial, new DescribeBeboer(id, "Kan lave mad", "Vil ringes op", BeboerVed.Ja));
        area.Given(Boligsocial, new RecordDisclosure(id, "Prøve Kommune", "At hun findes", LegalBasisKind.Samtykke, area.Now));
        area.Given(Boligsocial, new CreateTask("Ring til hende", Kontor.BoligsocialtKontor, id, null, null, null));
        area.Given(Boligsocial, Beboere.Offer(id, Kontor.Ejendomskontor) with { Summary = "Fugt hos hende" });
        var texts = Asked(id).Items.Select(i => i.Text).ToList();
        foreach (var text in new[]
        {
            "Karen Østergård", "20 30 40 50", Beboere.Description, "Karen vil gerne ringes op", "Hun ringede selv", "Kan lave mad", "Vil ringes op",
            "Prøve Kommune", "At hun findes", "Ring til hende", "Fugt hos hende",
        })
        {
            Assert.Contains(text, texts);
        }

        Assert.All(Asked(id).Items, i => Assert.Null(i.Udeladt));
    }

    [Fact]
    public void It_goes_by_office_and_never_by_employee()
    {
        var id = area.Picked();
        area.Given(Leder, new AssignCase(id, Boligsocial2.UserId));
        var view = Asked(id);
        Assert.Contains(view.Items, i => (i.Kind, i.From) == ("caseAssigned", Kontor.BoligsocialtKontor));
        Assert.All(Everyone, m => Assert.DoesNotContain($"{m.UserId}", JsonSerializer.Serialize(view.Items), StringComparison.Ordinal));
    }

    [Fact]
    public void Datatilsynet_2022_31_6316_who_complained_is_left_out_unless_somebody_decides_otherwise()
    {
        var id = area.Picked(Beboere.Worry() with { Kilde = Kilde.Nabo, Parter = [new(PartRolle.Klager, Beboere.Mogens), new(PartRolle.Paaroerende, new("Tove Lund", null, null, null))], LegalBasis = Beboere.Consent() });
        area.Given(Boligsocial, Beboere.Note(id, NoteAudience.Sagen, "Mogens Holm ringede om larmen"));
        var view = Asked(id);
        var klager = Assert.Single(view.Items, i => i.Text == "Mogens Holm");
        Assert.Equal((UdeladtGrund.KlagersIdentitet, true), (klager.Udeladt, klager.ByDefault));
        Assert.Equal(UdeladtGrund.AndresRettigheder, Assert.Single(view.Items, i => i.Text == "Tove Lund").Udeladt);
        Assert.Equal(UdeladtGrund.KlagersIdentitet, Assert.Single(view.Items, i => i.Field == "kilde").Udeladt);
        Assert.Contains(view.Items, i => i.Text == "▇▇▇ ringede om larmen");
    }

    [Fact]
    public void Article_15_4_a_remark_that_names_somebody_else_is_masked_like_the_text_it_stands_at()
    {
        var id = area.Picked(Beboere.Worry() with { Parter = [new(PartRolle.Klager, Beboere.Mogens)], LegalBasis = Beboere.Consent() });
        area.Given(Boligsocial, Beboere.Note(id, NoteAudience.Sagen, "Der er larm"));
        area.Given(Leder, new AddRemark(id, ((NoteAdded)area.Log[^1].Event).Text.Item!.Value, "Det er Mogens Holm, der larmer"));
        Assert.Equal("Det er ▇▇▇, der larmer", Assert.Single(Asked(id).Items.SelectMany(i => i.Remarks)));
    }

    [Fact]
    public void Each_thing_is_left_out_or_given_by_a_decision_with_its_ground()
    {
        var id = area.Picked(Beboere.Worry() with { Parter = [new(PartRolle.Klager, Beboere.Mogens)], LegalBasis = Beboere.Consent() });
        var a = Ask(id);
        var (description, klager) = (Item(a, i => i.Field == "description"), Item(a, i => i.Text == "Mogens Holm"));
        area.When(Dpo, new HideItem(id, a, description.ItemId, UdeladtGrund.PrivateHensyn, "Hun ville tage skade")).Then<IndsigtHidden>();
        area.When(Dpo, new HideItem(id, a, description.ItemId, UdeladtGrund.PrivateHensyn, null)).ChangedNothing();
        area.When(Dpo, new ShowItem(id, a, klager.ItemId)).Then<IndsigtShown>();
        var hidden = Item(a, i => i.ItemId == description.ItemId);
        Assert.Equal((UdeladtGrund.PrivateHensyn, false, "Hun ville tage skade"), (hidden.Udeladt, hidden.ByDefault, hidden.Note));
        Assert.Null(Item(a, i => i.ItemId == klager.ItemId).Udeladt);
        area.Given(Dpo, new ShowItem(id, a, description.ItemId));
        Assert.Null(Item(a, i => i.ItemId == description.ItemId).Udeladt);
    }

    [Fact]
    public void The_same_persons_linked_cases_belong_to_it_and_the_households_do_not()
    {
        var (id, same, home, twin) = (area.Picked(), area.Picked(), area.Picked(), area.Picked());
        area.Given(Boligsocial, new LinkCases(id, same, LinkKind.SammePerson));
        area.Given(Boligsocial, new LinkCases(id, home, LinkKind.SammeHusstand));
        area.Given(Boligsocial, new LinkCases(twin, id, LinkKind.Dublet));
        var view = Asked(id);
        Assert.Equal(new[] { id, same, twin }.Order(), view.Cases.Select(c => c.CaseId).Order());
        Assert.Equal("S-0003", Assert.Single(view.Perhaps));
        Assert.Equal(UdeladtGrund.AndresRettigheder, Assert.Single(view.Items, i => i.Details.GetValueOrDefault("kind") == "sammeHusstand").Udeladt);
    }

    [Fact]
    public void A_side_of_the_case_who_asks_is_told_of_themselves_alone()
    {
        var id = area.Picked(Beboere.Worry() with { Parter = [new(PartRolle.Klager, Beboere.Mogens)], LegalBasis = Beboere.Consent() });
        var mogens = area.Case(id).Parter[0].Identity.PersonId;
        var view = Read(area.Given(Dpo, new ReceiveAnmodning(id, mogens, AnmodningKind.Indsigt, area.Now, null)).Receipt.AnmodningId!.Value);
        Assert.Equal(PartRolle.Klager, view.Rolle);
        Assert.Null(Assert.Single(view.Items, i => i.Text == "Mogens Holm").Udeladt);
        Assert.Equal(UdeladtGrund.AndresRettigheder, Assert.Single(view.Items, i => i.Text == "Karen Østergård").Udeladt);
        Assert.DoesNotContain("Karen", Assert.Single(view.Items, i => i.Field == "description").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_corrected_reads_as_it_does_now()
    {
        var id = area.Picked();
        var note = area.Given(Boligsocial, Beboere.Note(id, NoteAudience.Sagen, "Forkert")).Then<NoteAdded>().Text.Item!.Value;
        area.Given(Leder, new AddRemark(id, note, "Jeg er uenig"));
        area.Given(Leder, new CorrectText(id, note, "Rigtigt"));
        var item = Assert.Single(Asked(id).Items, i => i.Text == "Rigtigt");
        Assert.Equal(("Jeg er uenig", Kontor.BoligsocialtKontor), (Assert.Single(item.Remarks), item.Corrected!.From));
        Assert.DoesNotContain(Asked(id).Items, i => i.Text == "Forkert");
    }

    [Fact]
    public void Article_15_1_d_it_says_until_when_it_is_kept()
    {
        var id = area.Picked();
        Assert.Null(Asked(id).Cases[0].DeletedAt);
        area.Given(Boligsocial, new CloseCase(id, Outcome.Loest, null));
        Assert.Equal(area.Now.AddMonths(12), Asked(id).Cases[0].DeletedAt);
        area.Given(Leder, new PlaceHold(id, HoldGround.Retskrav, null, area.Now.AddDays(30)));
        Assert.Null(Asked(id).Cases[0].DeletedAt);
    }

    [Fact]
    public void A_request_that_needs_no_reading_reads_nothing()
    {
        var id = area.Picked();
        var a = area.Given(Dpo, new ReceiveAnmodning(id, area.Case(id).Beboer!.PersonId, AnmodningKind.Sletning, area.Now, null)).Receipt.AnmodningId!.Value;
        Assert.Empty(Read(a).Items);
        Assert.Equal((2, 1), (Read(a).Cases[0].Texts, Read(a).Cases[0].People));
    }

    private IndsigtItem Item(Guid anmodning, Predicate<IndsigtItem> which) => Assert.Single(Read(anmodning).Items, which);

    private AnmodningView Asked(Guid id) => Read(Ask(id));

    private Guid Ask(Guid id) =>
        area.Given(Dpo, new ReceiveAnmodning(id, area.Case(id).Beboer!.PersonId, AnmodningKind.Indsigt, area.Now, "Kom i et brev")).Receipt.AnmodningId!.Value;

    private AnmodningView Read(Guid anmodning)
    {
        var a = area.State.Anmodninger[anmodning];
        var cases = new List<PersonCase> { new(area.Case(a.CaseId), area.History(a.CaseId), a.PersonId) };
        for (var i = 0; i < cases.Count; i++)
        {
            foreach (var id in SamePerson.Next(cases[i]).Where(id => cases.All(c => c.Case.Id != id)).ToList())
            {
                cases.Add(new(area.Case(id), area.History(id), area.Case(id).Beboer!.PersonId));
            }
        }

        return Indsigter.Of(area.State, a, cases, area.Now, area.Area);
    }
}
