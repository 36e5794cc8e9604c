using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Hub.Web.Tests.Server;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Hub.Web.Tests.Oidc;

/// <summary>Whose tokens are believed: those of a certified provider, and nothing that looks like one.</summary>
public sealed class SystemTokenTests(OidcHub oidc) : IClassFixture<OidcHub>
{
    private static readonly string Workspace = Session.In(Session.Nordlyset, "workspace");

    [Fact]
    public async Task A_token_of_the_issuer_made_out_to_Hub_is_believed() => Assert.Equal(200, (await Read(await Token())).Status);

    [Fact]
    public async Task One_made_out_to_another_system_is_not() => await Refused(await oidc.Provider.Token("robot", OidcHub.Scope("read"), "urn:another"));

    [Fact]
    public async Task One_that_has_run_out_is_not() => await Refused(await oidc.Provider.Token("late", OidcHub.Scope("read")));

    [Fact]
    public async Task One_that_could_not_be_taken_back_for_a_day_is_not() => await Refused(await oidc.Provider.Token("long", OidcHub.Scope("read")));

    [Fact]
    public async Task One_signed_by_somebody_else_under_the_name_of_the_issuers_key_is_not()
    {
        var real = await Token();
        using var own = RSA.Create(2048);

        await Refused(Signed(real, new SigningCredentials(new RsaSecurityKey(own) { KeyId = new JsonWebToken(real).Kid }, SecurityAlgorithms.RsaSha256)));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("NONE")]
    public async Task One_without_a_signature_is_not(string none)
    {
        var parts = (await Token()).Split('.');
        var header = Base64UrlEncoder.Encode($$"""{"alg":"{{none}}","typ":"at+jwt"}""");

        await Refused($"{header}.{parts[1]}.");
        await Refused($"{header}.{parts[1]}.{parts[2]}");
    }

    [Fact]
    public async Task One_signed_with_the_issuers_public_key_as_if_it_were_a_secret_is_not()
    {
        var key = (await oidc.Provider.PublicKeys())["keys"]![0]!;
        var real = await Token();
        foreach (var secret in new[] { Encoding.UTF8.GetBytes(key.ToJsonString()), Base64UrlEncoder.DecodeBytes(key["n"]!.GetValue<string>()) })
        {
            await Refused(Signed(real, new SigningCredentials(new SymmetricSecurityKey(secret) { KeyId = new JsonWebToken(real).Kid }, SecurityAlgorithms.HmacSha256)));
        }
    }

    [Fact]
    public async Task One_whose_scopes_were_changed_on_the_way_is_not()
    {
        var parts = (await Token()).Split('.');
        var payload = JsonNode.Parse(Base64UrlEncoder.Decode(parts[1]))!;
        payload["scope"] = OidcHub.Scope("identity");

        await Refused($"{parts[0]}.{Base64UrlEncoder.Encode(payload.ToJsonString())}.{parts[2]}");
    }

    [Theory]
    [InlineData("a.b.c")]
    [InlineData("..")]
    [InlineData("eyJhbGciOiJSUzI1NiJ9.e30.AAAA")]
    public async Task Rubbish_is_not(string token) => await Refused(token);

    [Fact]
    public async Task It_opens_no_page()
    {
        var session = oidc.With(await Token());

        Assert.Equal(401, (await session.Get("/profil")).Status);
        Assert.Equal(401, (await session.Get($"/omraader/{Session.Nordlyset}")).Status);
    }

    private static string Signed(string real, SigningCredentials credentials) =>
        new JsonWebTokenHandler().CreateToken(Base64UrlEncoder.Decode(real.Split('.')[1]), credentials, new Dictionary<string, object> { ["typ"] = "at+jwt" });

    private Task<string> Token() => oidc.Provider.Token("robot", OidcHub.Scope("read"));

    private Task<Reply> Read(string token) => oidc.With(token).Get(Workspace);

    private async Task Refused(string token)
    {
        var reply = await Read(token);
        Assert.Equal((401, "unauthenticated"), (reply.Status, reply.Code));
        Assert.Equal(401, (await oidc.Hub.Anonymous().Get($"/hubs/workspace?access_token={Uri.EscapeDataString(token)}")).Status);
    }
}
