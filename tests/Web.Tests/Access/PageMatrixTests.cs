using System.Net;
using Hub.Web.Tests.Pages;
using Hub.Web.Tests.Server;

namespace Hub.Web.Tests.Access;

[Collection(MatrixCollection.Name)]
public sealed class PageMatrixTests(MatrixServer matrix)
{
    private const string Beboer = "Valborg Kragelund";

    public static TheoryData<string, string, string> Cells => PageMatrix.Cells;

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task The_page_of_a_case_shows_a_role_what_its_visibility_allows(string person, string relation, string shows)
    {
        var browser = await SignIn($"{person}@nordbo.example");
        var target = matrix.Nordbo.Find(person, "case", relation)!;

        var page = WebUtility.HtmlDecode(await browser.Open($"/omraader/{matrix.Nordbo.Omraade}/sager/{target.Id}"));

        Assert.Equal(shows == "404" ? HttpStatusCode.NotFound : HttpStatusCode.OK, browser.Status);
        Assert.Equal(shows == "open", page.Contains(Beboer, StringComparison.Ordinal));
        Assert.Equal(shows is "open" or "sealed", page.Contains("Gardinerne er nede", StringComparison.Ordinal) || page.Contains("/notes\"", StringComparison.Ordinal));
        Assert.Equal(shows is "open" or "sealed" or "status", page.Contains("S-0", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ejendom")]
    [InlineData("ejendomsleder")]
    [InlineData("bestyrelse")]
    [InlineData("boligsocial")]
    [InlineData("leder")]
    [InlineData("dpo")]
    [InlineData("admin")]
    public async Task No_page_of_another_boligorganisation_is_there(string role)
    {
        var browser = await SignIn($"{role}@sydbo.example");
        var c = matrix.Nordbo.Find("ejendom", "case", "mine")!.Id;
        foreach (var omraade in new[] { matrix.Nordbo.Omraade, matrix.Sydbo.Omraade })
        {
            foreach (var address in PageMatrix.Pages.Select(p => p.Split(' ')[1]).Concat(PageMatrix.Fragments.Select(f => "/omraader/{o}/" + f)))
            {
                if (omraade == matrix.Sydbo.Omraade && !(address.Contains("{c}", StringComparison.Ordinal) || address.Contains("{m}", StringComparison.Ordinal) || address.Contains("{id}", StringComparison.Ordinal)))
                {
                    continue;
                }

                var path = address.Replace("{o}", omraade.ToString()).Replace("{c}", c.ToString()).Replace("{m}", c.ToString()).Replace("{t}", c.ToString())
                    .Replace("{id}", c.ToString()).Replace("{*form}", "notes");
                await browser.Open(path);
                Assert.True(browser.Status == HttpStatusCode.NotFound, $"{role} {path}: {browser.Status}");
            }
        }
    }

    private async Task<Browser> SignIn(string email)
    {
        var browser = new Browser(matrix.Hub);
        await browser.Open("/login");
        await browser.SubmitSignIn(email, HubServer.Password);
        return browser;
    }
}
