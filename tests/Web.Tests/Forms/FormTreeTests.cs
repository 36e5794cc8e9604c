using System.Text.Json;
using Hub.Web.Edge;

namespace Hub.Web.Tests.Forms;

public class FormTreeTests
{
    [Fact]
    public void Dots_make_objects_and_brackets_make_lists() => Same(
        """{"beboer":{"name":"Prøve"},"parter":[{"rolle":"klager"},{"rolle":"indklaget","phone":"1"}]}""",
        ("beboer.name", ["Prøve"]), ("parter[0].rolle", ["klager"]), ("parter[1].rolle", ["indklaget"]), ("parter[1].phone", ["1"]));

    [Fact]
    public void A_name_that_comes_twice_is_a_list() => Same("""{"recipients":["a","b"]}""", ("recipients", ["a", "b"]));

    [Fact]
    public void What_is_empty_is_missing() => Same("""{"text":"x"}""", ("text", ["x"]), ("note", [""]), ("beboer.name", ["  "]), ("parter[0].name", [""]));

    [Theory]
    [InlineData("a[99999999].b")]
    [InlineData("a[-1]")]
    [InlineData("a[1")]
    [InlineData("a[].b")]
    [InlineData(".a")]
    [InlineData("a..b")]
    [InlineData("a.b.c.d.e.f.g")]
    [InlineData("")]
    public void Names_that_fit_no_shape_are_passed_over(string name) => Same("""{"text":"x"}""", (name, ["1"]), ("text", ["x"]));

    [Fact]
    public void Two_names_that_cannot_both_be_leave_the_first() => Same("""{"a":"1"}""", ("a", ["1"]), ("a.b", ["2"]), ("a[0].c", ["3"]));

    private static void Same(string json, params (string Name, string[] Values)[] fields) => Assert.Equal(
        JsonSerializer.Serialize(JsonDocument.Parse(json).RootElement),
        JsonSerializer.Serialize(FormTree.Of(fields.Select(f => KeyValuePair.Create(f.Name, f.Values)))));
}
