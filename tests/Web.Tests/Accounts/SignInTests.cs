using Hub.Web.Tests.Server;

namespace Hub.Web.Tests.Accounts;

/// <summary>A server of its own: these tests lock people out.</summary>
public sealed class SignInTests(HubServer hub) : IClassFixture<HubServer>
{
    [Fact]
    public async Task The_right_password_opens_the_API_for_ten_minutes()
    {
        var session = hub.Anonymous();
        var answer = await session.Post("/api/v1/login", new { email = "ejendom@nordbo.example", password = HubServer.Password });
        session.Client.DefaultRequestHeaders.Authorization = new("Bearer", answer.Json["accessToken"]!.GetValue<string>());
        var me = await session.Get("/api/v1/me");

        Assert.Equal(600, answer.Json["expiresIn"]!.GetValue<int>());
        Assert.Equal("Jens Mortensen", me.Json["name"]!.GetValue<string>());
        Assert.Equal(["Havnegården", "Nordlyset"], me.Json["memberships"]!.AsArray().Select(m => m!["omraade"]!.GetValue<string>()).Order());
        Assert.All(me.Json["memberships"]!.AsArray(), m => Assert.Equal("nordbo", m!["tenant"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Who_belongs_to_no_office_is_told_so()
    {
        var me = await (await hub.SignIn("dpo@sydbo.example")).Get("/api/v1/me");

        var membership = me.Json["memberships"]!.AsArray().Single()!.AsObject();
        Assert.True(membership.ContainsKey("kontor"));
        Assert.Null(membership["kontor"]);
        Assert.Equal("dpo", membership["role"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_unknown_address_and_a_wrong_password_answer_alike_up_to_the_lock()
    {
        var known = await Attempts("leder@sydbo.example");
        var unknown = await Attempts("ingen@sydbo.example");

        Assert.Equal(
            ["invalid_credentials", "invalid_credentials", "invalid_credentials", "invalid_credentials", "locked_out", "locked_out"], known.Select(r => r.Code));
        Assert.Equal(known.Select(r => (r.Status, r.Body)), unknown.Select(r => (r.Status, r.Body)));
        Assert.All(known, r => Assert.Equal(401, r.Status));
    }

    [Fact]
    public async Task A_locked_account_refuses_the_right_password_too()
    {
        await Attempts("boligsocial@sydbo.example");

        Assert.Equal("locked_out", (await Login("boligsocial@sydbo.example", HubServer.Password)).Code);
    }

    [Fact]
    public async Task A_second_factor_is_asked_for_checked_and_counted()
    {
        const string email = "admin@sydbo.example";
        var key = await hub.TurnOnSecondFactor(email);

        Assert.Equal("second_factor_required", (await Login(email, HubServer.Password)).Code);
        Assert.Equal("invalid_credentials", (await Login(email, "wrong", Totp.Code(key))).Code);
        Assert.Equal("invalid_credentials", (await Login(email, HubServer.Password, "000000")).Code);
        Assert.Equal(200, (await Login(email, HubServer.Password, Totp.Code(key))).Status);
        foreach (var code in (string[])["000000", "000000", "000000", "000000"])
        {
            Assert.Equal("invalid_credentials", (await Login(email, HubServer.Password, code)).Code);
        }

        Assert.Equal("locked_out", (await Login(email, HubServer.Password, "000000")).Code);
        Assert.Equal("locked_out", (await Login(email, HubServer.Password, Totp.Code(key))).Code);
    }

    [Fact]
    public async Task A_refresh_token_works_until_the_person_is_signed_out_everywhere()
    {
        const string email = "ejendomsleder@sydbo.example";
        var first = await Login(email, HubServer.Password);
        var second = await Refresh(first.Json["refreshToken"]!.GetValue<string>());
        await hub.SignOutEverywhere(email);
        var third = await Refresh(second.Json["refreshToken"]!.GetValue<string>());

        Assert.Equal(200, second.Status);
        Assert.Equal((401, "invalid_credentials"), (third.Status, third.Code));
    }

    [Fact]
    public async Task An_access_token_or_rubbish_is_no_refresh_token()
    {
        var login = await Login("ejendom@nordbo.example", HubServer.Password);

        Assert.Equal(401, (await Refresh(login.Json["accessToken"]!.GetValue<string>())).Status);
        Assert.Equal(401, (await Refresh("rubbish")).Status);
        Assert.Equal("required", (await hub.Anonymous().Post("/api/v1/refresh", new { })).Error("refreshToken"));
    }

    [Theory]
    [InlineData("{}", "email", "required")]
    [InlineData("""{"email":"x@y.example"}""", "password", "required")]
    [InlineData("""{"email":1,"password":"x"}""", "email", "malformed")]
    [InlineData("nonsense", "body", "malformed")]
    public async Task A_sign_in_of_the_wrong_shape_says_what_is_wrong(string body, string field, string code)
    {
        var reply = await hub.Anonymous().PostRaw("/api/v1/login", body);

        Assert.Equal((400, code), (reply.Status, reply.Error(field)));
    }

    [Fact]
    public async Task A_token_in_the_address_opens_the_live_hub_and_nothing_else()
    {
        var token = (await Login("ejendom@nordbo.example", HubServer.Password)).Json["accessToken"]!.GetValue<string>();
        var nobody = hub.Anonymous();

        Assert.Equal(401, (await nobody.Get($"/api/v1/me?access_token={token}")).Status);
        Assert.Equal(401, (await nobody.Get("/hubs/workspace")).Status);
        Assert.NotEqual(401, (await nobody.Get($"/hubs/workspace?access_token={token}")).Status);
    }

    private async Task<IReadOnlyList<Reply>> Attempts(string email)
    {
        var replies = new List<Reply>();
        for (var i = 0; i < 6; i++)
        {
            replies.Add(await Login(email, "wrong"));
        }

        return replies;
    }

    private Task<Reply> Login(string email, string password, string? code = null) => hub.Anonymous().Post("/api/v1/login", new { email, password, code });

    private Task<Reply> Refresh(string refreshToken) => hub.Anonymous().Post("/api/v1/refresh", new { refreshToken });
}
