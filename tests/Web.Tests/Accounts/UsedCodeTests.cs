using Hub.Web.Tests.Server;

namespace Hub.Web.Tests.Accounts;

/// <summary>A code of the app is good once, though it stands on the phone for half a minute.</summary>
public sealed class UsedCodeTests(HubServer hub) : IClassFixture<HubServer>
{
    [Fact]
    public async Task A_code_that_has_been_used_is_wrong()
    {
        const string email = "admin@nordbo.example";
        var code = Totp.Code(await hub.TurnOnSecondFactor(email));

        Assert.Equal(200, (await Login(email, code)).Status);
        Assert.Equal("invalid_credentials", (await Login(email, code)).Code);
    }

    [Fact]
    public async Task Of_many_at_once_with_the_same_code_one_comes_in()
    {
        const string email = "leder@nordbo.example";
        var code = Totp.Code(await hub.TurnOnSecondFactor(email));

        var replies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Login(email, code)));

        Assert.Equal([200, 401, 401, 401], replies.Select(r => r.Status).Order());
    }

    private Task<Reply> Login(string email, string code) => hub.Anonymous().Post("/api/v1/login", new { email, password = HubServer.Password, code });
}
