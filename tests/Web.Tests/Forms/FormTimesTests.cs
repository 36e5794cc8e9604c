using Hub.Web.Edge;

namespace Hub.Web.Tests.Forms;

public class FormTimesTests
{
    private static readonly FormTimes Times = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Copenhagen"));

    [Theory]
    [InlineData("2026-01-15T14:02", "2026-01-15T13:02Z")]
    [InlineData("2026-07-15T14:02", "2026-07-15T12:02Z")]
    [InlineData("2026-07-15T14:02:30", "2026-07-15T12:02:30Z")]
    [InlineData("2026-07-15", "2026-07-15T21:59Z")]
    [InlineData("2026-10-25", "2026-10-25T22:59Z")]
    public void A_time_is_local_and_a_date_its_last_minute(string text, string utc) => Assert.Equal(DateTimeOffset.Parse(utc, null), Times.Read(text));

    [Theory]
    [InlineData("i morgen")]
    [InlineData("15-07-2026")]
    [InlineData("2026-13-01")]
    public void Anything_else_is_no_time(string text) => Assert.Null(Times.Read(text));
}
