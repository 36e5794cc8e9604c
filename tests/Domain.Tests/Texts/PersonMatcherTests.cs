using Hub.Contracts;
using Hub.Domain.Texts;

namespace Hub.Domain.Tests.Texts;

public class PersonMatcherTests
{
    private static readonly PersonMatcher Karen = PersonMatcher.For(
        [Person("Karen Marie Østergård", "Nordlysvej 12, 3. tv", "20 30 40 50")],
        PlaceWords.Of(["Nordlyset", "Nordlysvej", "Blok 14"]));

    [Theory]
    [InlineData("Karen Marie Østergård har ringet")]
    [InlineData("Østergård, Karen Marie")]
    [InlineData("karen østergård")]
    [InlineData("Talt med Karen i dag.")]
    [InlineData("(Østergård)")]
    [InlineData("ØSTERGÅRD")]
    public void Finds_the_name_whole_or_in_parts_in_any_order(string text) => Assert.True(Karen.Matches(text));

    [Theory]
    [InlineData("Oestergaard")]
    [InlineData("Östergård")]
    [InlineData("østergaards datter")]
    [InlineData("O\u0308sterga\u030Ard")]
    [InlineData("Øster\u00ADgård")]
    [InlineData("Káren")]
    public void Accents_and_the_spelling_of_danish_letters_do_not_matter(string text) => Assert.True(Karen.Matches(text));

    [Theory]
    [InlineData("Karens dør står åben")]
    [InlineData("Karen's dør")]
    [InlineData("Østergårds opgang")]
    public void Finds_the_genitive(string text) => Assert.True(Karen.Matches(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("En beboer på tredje sal")]
    [InlineData("karensdag")]
    [InlineData("Karenina")]
    [InlineData("Østergårdsvej")]
    public void Only_whole_words_count(string? text) => Assert.False(Karen.Matches(text));

    [Theory]
    [InlineData("Nordlysvej 12")]
    [InlineData("nordlysvej 12, st. th.")]
    [InlineData("Nordlysvej nr. 12")]
    [InlineData("Nordlysvej, 12")]
    [InlineData("Nordlysvej 12tv")]
    [InlineData("På Nordlysvej 12 og 14")]
    public void Finds_street_and_number_without_floor_or_door(string text) => Assert.True(Karen.Matches(text));

    [Theory]
    [InlineData("Nordlysvej")]
    [InlineData("Lyset på Nordlysvej mellem 12 og 14")]
    [InlineData("Nordlysvej 120")]
    [InlineData("Nordlysvej 112")]
    [InlineData("Nordlysvej 12B")]
    [InlineData("Sydlysvej 12")]
    [InlineData("blok 12")]
    public void A_street_without_the_number_is_a_place(string text) => Assert.False(Karen.Matches(text));

    [Theory]
    [InlineData("20304050")]
    [InlineData("tlf. 20 30 40 50.")]
    [InlineData("2030 4050")]
    [InlineData("20-30-40-50")]
    [InlineData("20\u00A030\u00A040\u00A050")]
    [InlineData("+45 20304050")]
    [InlineData("+4520304050")]
    [InlineData("0045 20 30 40 50")]
    [InlineData("ring 3 gange på 20 30 40 50")]
    public void Finds_the_phone_however_it_is_spaced(string text) => Assert.True(Karen.Matches(text));

    [Theory]
    [InlineData("203040501")]
    [InlineData("120304050")]
    [InlineData("20 30 40 51")]
    [InlineData("20 stk, 30 stk, 40 stk, 50 stk")]
    public void Other_numbers_are_not_the_phone(string text) => Assert.False(Karen.Matches(text));

    [Theory]
    [InlineData("+45 20 30 40 50")]
    [InlineData("004520304050")]
    [InlineData("60708090 / 20304050")]
    [InlineData("60 70 80 90 20 30 40 50")]
    public void The_phone_may_have_been_typed_in_any_way_too(string phone) =>
        Assert.True(PersonMatcher.For([Person(phone: phone)], PlaceWords.Of([])).Matches("Ring 20304050"));

    [Fact]
    public void A_foreign_phone_is_found_as_it_was_typed() =>
        Assert.True(PersonMatcher.For([Person(phone: "+46 70 123 45 67")], PlaceWords.Of([])).Matches("ring +46701234567"));

    [Theory]
    [InlineData("Bo vil gerne bo her")]
    [InlineData("Åse åbner ikke")]
    public void Parts_of_fewer_than_four_letters_do_not_match_alone(string text) =>
        Assert.False(PersonMatcher.For([Person("Bo Li"), Person("Åse By")], PlaceWords.Of([])).Matches(text));

    [Theory]
    [InlineData("Bo Li")]
    [InlineData("Li, Bo")]
    [InlineData("bo lis dør")]
    public void Short_parts_match_together(string text) => Assert.True(PersonMatcher.For([Person("Bo Li")], PlaceWords.Of([])).Matches(text));

    [Fact]
    public void A_short_name_with_nothing_else_is_an_everyday_word() =>
        Assert.False(PersonMatcher.For([Person("Bo")], PlaceWords.Of([])).Matches("Hun vil bo her"));

    [Fact]
    public void A_name_part_that_is_a_place_does_not_match_alone()
    {
        var matcher = PersonMatcher.For([Person("Ida Havnegaard")], PlaceWords.Of(["Havnegården", "Havnegård 4"]));
        Assert.False(matcher.Matches("Lampen ved Havnegård er gået"));
        Assert.False(matcher.Matches("Havnegårds lamper er gået"));
        Assert.True(matcher.Matches("Havnegård, Ida"));
        Assert.True(matcher.Matches("Ida Havnegårds lampe"));
    }

    [Fact]
    public void A_place_in_the_genitive_of_a_name_is_a_place()
    {
        var matcher = PersonMatcher.For([Person("Ida Lund")], PlaceWords.Of(["Lunds Allé"]));
        Assert.False(matcher.Matches("Lampen på Lunds Allé er gået"));
        Assert.True(matcher.Matches("Lund åbner ikke"));
        Assert.True(matcher.Matches("Ida Lunds lampe"));
    }

    [Fact]
    public void First_and_last_name_match_without_the_middle_one()
    {
        var matcher = PersonMatcher.For([Person("Bo Nordahl Vang")], PlaceWords.Of(["Nordahl", "Vang"]));
        Assert.True(matcher.Matches("Bo Vang"));
        Assert.False(matcher.Matches("Vang Nordahl"));
    }

    [Theory]
    [InlineData("Abdulrahman")]
    [InlineData("Abdul-Rahman")]
    [InlineData("Rahman")]
    public void A_hyphen_in_a_name_may_be_left_out(string text) =>
        Assert.True(PersonMatcher.For([Person("Abdul-Rahman Ali")], PlaceWords.Of([])).Matches(text));

    [Theory]
    [InlineData("1. Maj Allé 5, 2. th", "på 1. maj alle 5", true)]
    [InlineData("1. Maj Allé 5, 2. th", "på 1. maj alle 2", false)]
    [InlineData("Lille Ø Vej 7", "lille oe vej 7", true)]
    [InlineData("Birkevej 12B", "Birkevej 12 b, 1.", true)]
    [InlineData("Birkevej 12 B", "Birkevej 12b", true)]
    [InlineData("Birkevej 12B", "Birkevej 12", true)]
    [InlineData("Birkevej 12B", "Birkevej 12A", false)]
    [InlineData("Gården", "Gården", false)]
    [InlineData("12", "12", false)]
    public void Addresses_of_all_kinds(string address, string text, bool matches) =>
        Assert.Equal(matches, PersonMatcher.For([Person(address: address)], PlaceWords.Of([])).Matches(text));

    [Fact]
    public void The_id_of_the_lejemaal_and_a_forgotten_person_are_not_looked_for()
    {
        var id = "5f0c6f0e-0000-4000-8000-000000000001";
        Assert.False(PersonMatcher.For([Person(lejemaal: id)], PlaceWords.Of([])).Matches(id));
        Assert.False(PersonMatcher.For([Person("Karen Hansen").Forgotten()], PlaceWords.Of([])).Matches("Karen Hansen"));
    }

    [Fact]
    public void Every_side_of_a_case_is_looked_for()
    {
        var matcher = PersonMatcher.For([Person("Karen Hansen"), Person("Mogens Holm")], PlaceWords.Of([]));
        Assert.Equal("▇▇▇ råber ad ▇▇▇", matcher.Mask("Karen råber ad Mogens Holm"));
    }

    [Theory]
    [InlineData("Karen Marie Østergård, Nordlysvej 12, 3. tv, tlf. +45 20 30 40 50.", "▇▇▇, ▇▇▇, 3. tv, tlf. ▇▇▇.")]
    [InlineData("Ring til Karen om Østergårds lampe", "Ring til ▇▇▇ om ▇▇▇ lampe")]
    [InlineData("Lampen på Nordlysvej er slukket", "Lampen på Nordlysvej er slukket")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Masks_the_mentions_and_nothing_else(string? text, string masked)
    {
        Assert.Equal(masked, Karen.Mask(text));
        Assert.False(Karen.Matches(Karen.Mask(text)));
    }

    private static Identity Person(string? name = null, string? address = null, string? phone = null, string? lejemaal = null)
    {
        var owner = Guid.Parse("11111111-1111-1111-1111-111111111111");
        Secret? Field(string field, string? value) => value is null ? null : new Secret(owner, null, field, value);
        return new(owner, Field("name", name), Field("address", address), Field("lejemaal", lejemaal), Field("phone", phone));
    }
}
