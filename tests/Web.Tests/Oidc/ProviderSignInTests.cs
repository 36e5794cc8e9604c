using System.Net;
using System.Text.RegularExpressions;
using Hub.Web.Tests.Server;

namespace Hub.Web.Tests.Oidc;

/// <summary>People sign in at their own organisation: code and PKCE against a certified provider. Its word makes nobody anything, and counts in that organisation alone.</summary>
public sealed class ProviderSignInTests(ProviderHub hub) : IClassFixture<ProviderHub>
{
    [Fact]
    public async Task Who_is_invited_is_known_by_a_checked_address_the_first_time_and_by_the_providers_name_for_them_after()
    {
        await hub.Provider.Person("sub-jens", "ejendom@nordbo.example");
        var first = new Traveller(hub.Hub);
        await first.SignIn();
        await hub.Provider.Person("sub-jens", "jens@elsewhere.example");
        var second = new Traveller(hub.Hub);
        await second.SignIn();

        Assert.All([first, second], t => Assert.Equal("/profil", t.Here));
        Assert.Contains("Jens Mortensen", second.Page, StringComparison.Ordinal);
        Assert.Contains(first.Way, w => w.Port == hub.Provider.Issuer.Port && w.Query.Contains("code_challenge_method=S256", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_person_at_the_provider_does_not_come_in_by_an_address_that_is_taken()
    {
        await hub.Provider.Person("sub-first", "boligsocial2@nordbo.example");
        await new Traveller(hub.Hub).SignIn();
        await hub.Provider.Person("sub-second", "boligsocial2@nordbo.example");

        await Told("ukendt");
    }

    [Theory]
    [InlineData("ingen@nordbo.example", true)]
    [InlineData("bestyrelse@nordbo.example", false)]
    [InlineData("ejendom@sydbo.example", true)]
    public async Task Nobody_comes_in_who_is_unknown_unchecked_or_of_another_domain_and_nobody_is_made(string email, bool verified)
    {
        var before = await hub.Accounts();
        await hub.Provider.Person($"sub {email}", email, verified);

        await Told("ukendt");
        Assert.Equal(before, await hub.Accounts());
    }

    [Fact]
    public async Task It_counts_in_that_boligorganisation_alone()
    {
        const string email = "boligsocial@nordbo.example";
        await hub.Grant(email, "sydbo", Session.Soenderparken);
        await hub.Provider.Person("sub-amina", email);
        var traveller = new Traveller(hub.Hub);
        await traveller.SignIn();

        Assert.Contains("Nordlyset", traveller.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("Sønderparken", traveller.Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await traveller.Status($"/omraader/{Session.Soenderparken}"));
        Assert.Equal(HttpStatusCode.NotFound, await traveller.Status(Session.In(Session.Soenderparken, "workspace")));
        Assert.Equal(HttpStatusCode.OK, await traveller.Status(Session.In(Session.Nordlyset, "workspace")));
        Assert.Equal(200, (await (await hub.Hub.SignIn(email)).Get(Session.In(Session.Soenderparken, "workspace"))).Status);
    }

    [Fact]
    public async Task It_sets_nothing_up_that_would_count_elsewhere()
    {
        await hub.Provider.Person("sub-board", "bestyrelse@nordbo.example", true, null, "mfa");
        var traveller = new Traveller(hub.Hub);
        await traveller.SignIn();

        Assert.DoesNotContain("otpauth", await traveller.Open("/profil/kodeapp"), StringComparison.Ordinal);
        Assert.DoesNotContain("data-device=\"make\"", await traveller.Open("/profil/adgangsnoegler"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whose_role_demands_more_comes_in_only_when_the_provider_says_that_more_was_given()
    {
        await hub.Provider.Person("sub-leder", "leder@nordbo.example", true, null, "pwd");
        await Told("svag");

        await hub.Provider.Person("sub-leder", "leder@nordbo.example", true, null, "pwd", "mfa");
        var traveller = new Traveller(hub.Hub);
        await traveller.SignIn();
        Assert.Equal("/profil", traveller.Here);
    }

    [Fact]
    public async Task Who_has_a_code_app_here_may_give_its_code_instead()
    {
        var key = await hub.Hub.TurnOnSecondFactor("ejendomsleder@nordbo.example");
        await hub.Provider.Person("sub-ejendomsleder", "ejendomsleder@nordbo.example");
        var traveller = new Traveller(hub.Hub);
        await traveller.SignIn("/profil");
        Assert.Contains("Skriv koden", traveller.Page, StringComparison.Ordinal);

        await traveller.Post(("Form.Code", Totp.Code(key)));

        Assert.Equal("/profil", traveller.Here);
        Assert.Equal(HttpStatusCode.NotFound, await traveller.Status($"/omraader/{Session.Soenderparken}"));
    }

    [Fact]
    public async Task A_name_is_shown_to_who_came_with_the_demanded_assurance_and_to_nobody_else()
    {
        await hub.Provider.Person("sub-jens", "ejendom@nordbo.example");
        var (weak, strong) = (new Traveller(hub.Hub), new Traveller(hub.Hub));
        await weak.SignIn();
        await hub.Provider.Person("sub-jens", "ejendom@nordbo.example", true, OidcServer.Betydelig);
        await strong.SignIn();

        var sealedTo = await weak.Open(Session.In(Session.Nordlyset, "workspace"));
        var shown = await strong.Open(Session.In(Session.Nordlyset, "workspace"));

        Assert.Contains("\"namesSealed\":true", sealedTo, StringComparison.Ordinal);
        Assert.DoesNotContain("\"identity\":{", sealedTo, StringComparison.Ordinal);
        Assert.DoesNotContain("namesSealed", shown, StringComparison.Ordinal);
        Assert.Contains("\"identity\":{", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonce")]
    [InlineData("state")]
    [InlineData("code_challenge")]
    public async Task An_answer_to_a_question_that_somebody_meddled_with_is_none(string part)
    {
        await hub.Provider.Person("sub-jens", "ejendom@nordbo.example");
        var traveller = new Traveller(hub.Hub);
        await traveller.SignIn(meddle: address => address.Contains("/auth?", StringComparison.Ordinal)
            ? Regex.Replace(address, $"([?&]{part}=)[^&]*", $"$1{new string('A', 43)}")
            : address);

        Assert.Equal("/login?svar=stoppet", traveller.Here);
        Assert.Contains("Det lykkedes ikke", traveller.Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("&iss=https%3A%2F%2Fanother.example")]
    public async Task An_answer_that_does_not_say_whose_it_is_or_says_another_is_none(string iss)
    {
        await hub.Provider.Person("sub-jens", "ejendom@nordbo.example");
        var traveller = new Traveller(hub.Hub);
        await traveller.SignIn(meddle: address => address.Contains("/login/svar?", StringComparison.Ordinal) ? Regex.Replace(address, "&iss=[^&]*", iss) : address);

        Assert.Equal("/login?svar=stoppet", traveller.Here);
    }

    [Fact]
    public async Task An_answer_is_good_once_and_for_the_browser_that_asked()
    {
        await hub.Provider.Person("sub-jens", "ejendom@nordbo.example");
        var traveller = new Traveller(hub.Hub);
        await traveller.SignIn();
        var answer = traveller.Way.Single(w => w.AbsolutePath == "/login/svar").PathAndQuery;
        var other = new Traveller(hub.Hub);
        await other.Open(answer);
        await traveller.Open(answer);

        Assert.All([other, traveller], t => Assert.Contains(t.Way, w => w.Query == "?svar=stoppet"));
        Assert.Equal("/login?svar=stoppet", other.Here);
    }

    [Theory]
    [InlineData("//evil.example/x")]
    [InlineData("https://evil.example/")]
    [InlineData("/\\evil.example")]
    public async Task It_never_leads_on_to_another_site(string onward)
    {
        await hub.Provider.Person("sub-jens", "ejendom@nordbo.example");
        var traveller = new Traveller(hub.Hub);
        await traveller.SignIn(onward);

        Assert.Equal("/", traveller.Here);
    }

    [Fact]
    public async Task The_way_is_found_by_organisation_and_never_tells_who_has_an_account()
    {
        var pages = new List<string>();
        foreach (var typed in new[] { "ejendom@nordbo.example", "ingen@nordbo.example", "nordbo" })
        {
            var traveller = new Traveller(hub.Hub);
            await traveller.Open("/login/organisation");
            await traveller.Post(("Form.Name", typed));
            pages.Add(traveller.Page);
        }

        Assert.Contains("/login/organisation/nordbo?til=", pages[0], StringComparison.Ordinal);
        Assert.Single(pages.Distinct());
        var stranger = new Traveller(hub.Hub);
        await stranger.Open("/login/organisation");
        await stranger.Post(("Form.Name", "ejendom@sydbo.example"));
        Assert.Contains("Der er ingen organisation", stranger.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_organisation_without_a_provider_leads_back_to_the_page() =>
        Assert.Contains("Det lykkedes ikke", await new Traveller(hub.Hub).Open("/login/organisation/sydbo"), StringComparison.Ordinal);

    private async Task Told(string what)
    {
        var traveller = new Traveller(hub.Hub);
        await traveller.SignIn();
        Assert.Equal($"/login?svar={what}", traveller.Here);
        Assert.Contains("role=\"alert\"", traveller.Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await traveller.Status("/profil"));
    }
}
