using Hub.Contracts;
using Hub.Domain.Cases;

using static Hub.Domain.Tests.Time.Copenhagen;

namespace Hub.Domain.Tests.Cases;

public class AdviserTests
{
    private const string Monday = "2026-03-02 10:00";
    private const string FridayNight = "2026-03-06 22:00";

    [Theory]
    [InlineData(Severity.Lav)]
    [InlineData(Severity.Mellem)]
    [InlineData(Severity.Hoej)]
    public void No_advice_when_nothing_is_urgent_and_no_child_is_there(Severity severity) =>
        Assert.Null(Advice(Category.Mistrivsel, severity));

    [Fact]
    public void Danger_is_112_for_everything_but_someone_not_seen() =>
        Assert.All(Enum.GetValues<Category>(), category =>
            Assert.Equal(category == Category.IkkeSet ? "114" : "112", Advice(category, Severity.Akut)!.Ring));

    [Theory] // barnets lov § 133 for public employees, § 135 for everyone
    [InlineData(Employer.Kommune, "§ 133")]
    [InlineData(Employer.Boligorganisation, "§ 135")]
    public void Children_in_the_home_show_the_duty_to_notify(Employer employer, string paragraph)
    {
        Assert.Equal(paragraph, Advice(Category.Restance, Severity.Lav, children: true, employer)!.Underretning);
        Assert.Equal(paragraph, Advice(Category.BarnEllerUng, Severity.Lav, children: false, employer)!.Underretning);
        Assert.Equal(paragraph, Advice(Category.Restance, Severity.Akut, children: true, employer)!.Underretning);
    }

    [Fact]
    public void Children_alone_are_no_reason_to_ring_and_danger_alone_none_to_notify()
    {
        Assert.Null(Advice(Category.Restance, Severity.Hoej, children: true)!.Ring);
        Assert.Null(Advice(Category.VoldEllerTrusler, Severity.Akut)!.Underretning);
    }

    [Fact]
    public void Says_whether_anyone_is_at_work_and_else_when()
    {
        var open = Advice(Category.IkkeSet, Severity.Akut, at: Monday)!;
        Assert.True(open.OfficeOpen);
        Assert.Null(open.OpensAt);
        var closed = Advice(Category.IkkeSet, Severity.Akut, at: FridayNight)!;
        Assert.False(closed.OfficeOpen);
        Assert.Equal(At("2026-03-09 08:00"), closed.OpensAt);
    }

    [Fact]
    public void Gives_the_duty_phone_of_the_area()
    {
        var settings = OmraadeSettings.Standard with { DutyPhone = "70 10 20 30" };
        var advice = Adviser.For(
            Category.Andet, Severity.Akut, false, Employer.Boligorganisation, Kontor.Ejendomskontor, settings, Standard, At(FridayNight))!;
        Assert.Equal("70 10 20 30", advice.DutyPhone);
        Assert.Null(Advice(Category.Andet, Severity.Akut)!.DutyPhone);
    }

    [Fact]
    public void It_is_the_receiving_office_that_counts()
    {
        var calendar = With(Kontor.Ejendomskontor, Hours(DayOfWeek.Tuesday, "08:00", "12:00"));
        Advice To(Kontor receiver) => Adviser.For(
            Category.Andet, Severity.Akut, false, Employer.Boligorganisation, receiver, OmraadeSettings.Standard, calendar, At(Monday))!;
        Assert.False(To(Kontor.Ejendomskontor).OfficeOpen);
        Assert.True(To(Kontor.BoligsocialtKontor).OfficeOpen);
    }

    private static Advice? Advice(
        Category category, Severity severity, bool children = false, Employer employer = Employer.Boligorganisation, string at = Monday) =>
        Adviser.For(category, severity, children, employer, Kontor.BoligsocialtKontor, OmraadeSettings.Standard, Standard, At(at));
}
