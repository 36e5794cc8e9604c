using System.Globalization;
using Hub.Contracts;
using Hub.Web.Errors;

namespace Hub.Web.Tests.Hosting;

public sealed class ProblemTextTests
{
    [Theory]
    [InlineData("da")]
    [InlineData("en")]
    public void Every_refusal_has_a_text_and_a_code_of_its_own(string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        List<string> codes =
        [
            .. Enum.GetValues<RejectionCode>().Select(c => Problems.Of(c).Code), .. Enum.GetValues<Fault>().Select(f => Problems.Of(f).Code),
        ];

        Assert.Equal(codes.Count, codes.Distinct().Count());
        Assert.All(codes, code => Assert.NotEqual(code, Problem.Text(code)));
    }

    [Fact]
    public void Danish_and_English_differ()
    {
        var texts = ((string[])["da", "en"]).Select(language =>
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            return Problem.Text("not_found");
        });

        Assert.Equal(2, texts.Distinct().Count());
    }
}
