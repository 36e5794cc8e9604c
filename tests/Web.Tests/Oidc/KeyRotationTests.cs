using Hub.Web.Tests.Server;

namespace Hub.Web.Tests.Oidc;

/// <summary>A Hub of its own: here the issuer changes its keys, or is not there.</summary>
public sealed class KeyRotationTests
{
    private static readonly string Workspace = Session.In(Session.Nordlyset, "workspace");

    [Fact]
    public async Task A_new_key_is_believed_without_a_restart_and_a_key_taken_back_no_longer()
    {
        var oidc = new OidcHub();
        await oidc.InitializeAsync();
        var before = await oidc.System(OidcHub.Scope("read"));
        Assert.Equal(200, (await before.Get(Workspace)).Status);

        await oidc.Provider.Rotate();
        var after = await oidc.System(OidcHub.Scope("read"));
        await UntilBelieved(after);

        Assert.Equal(401, (await before.Get(Workspace)).Status);
        await oidc.DisposeAsync();
    }

    [Fact]
    public async Task While_the_issuer_cannot_be_asked_a_token_is_refused_and_nothing_breaks()
    {
        await using var issuer = await OidcServer.Start();
        var token = await issuer.Token("robot", OidcHub.Scope("read"));
        var hub = await HubServer.Start(("HUB_JWT_AUTHORITY", FreeAddress.Of().AbsoluteUri), ("HUB_JWT_AUDIENCE", OidcServer.Audience));
        var session = hub.Anonymous();
        session.Client.DefaultRequestHeaders.Authorization = new("Bearer", token);

        Assert.Equal(401, (await session.Get(Workspace)).Status);
        Assert.Equal(200, (await (await hub.SignIn("ejendom@nordbo.example")).Get(Workspace)).Status);
        await hub.DisposeAsync();
    }

    /// <summary>The first call with a key that is not known makes Hub ask; how soon the answer is there is the network's affair.</summary>
    private static async Task UntilBelieved(Session session)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while ((await session.Get(Workspace)).Status != 200)
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
