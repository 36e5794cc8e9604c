using Hub.Web.Accounts;
using Hub.Web.Tests.Server;

namespace Hub.Web.Tests.Accounts;

/// <summary>One password tried on many accounts, from one address.</summary>
public sealed class GuessingTests
{
    [Fact]
    public async Task An_address_that_has_failed_too_often_at_whatever_accounts_is_let_in_nowhere()
    {
        var hub = await HubServer.Start(("HUB_RATE_LIMITS", "default"));
        for (var i = 0; i < GuessingAddresses.MostFailures; i++)
        {
            Assert.Equal("invalid_credentials", (await Login(hub, $"nummer{i}@nordbo.example", "Sommer2026!")).Code);
        }

        var right = await Login(hub, "ejendom@nordbo.example", HubServer.Password);

        Assert.Equal((429, "too_many_requests"), (right.Status, right.Code));
        await hub.DisposeAsync();
    }

    private static Task<Reply> Login(HubServer hub, string email, string password) => hub.Anonymous().Post("/api/v1/login", new { email, password });
}
