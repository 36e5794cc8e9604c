using Hub.Web.Tests.Server;
using static Hub.Web.Tests.Server.Session;

namespace Hub.Web.Tests.Api;

[Collection(SharedServer.Name)]
public sealed class IdempotencyTests(HubServer hub)
{
    private static readonly object Worry = new { category = "stoej", description = "Musik hver lørdag." };

    [Fact]
    public async Task The_same_key_gives_the_same_answer_and_one_case()
    {
        var ejendom = await hub.SignIn("ejendom@nordbo.example");
        var key = Guid.NewGuid();

        var first = await ejendom.Post(In(Nordlyset, "flags"), Worry, key);
        var again = await ejendom.Post(In(Nordlyset, "flags"), Worry, key);

        Assert.Equal(201, first.Status);
        Assert.Equal((201, first.Body), (again.Status, again.Body));
    }

    [Fact]
    public async Task The_same_key_with_another_body_or_on_another_case_is_refused()
    {
        var ejendom = await hub.SignIn("ejendom@nordbo.example");
        var (one, other) = (await ejendom.Flag("stoej"), await ejendom.Flag("stoej"));
        var (flagKey, pickupKey) = (Guid.NewGuid(), Guid.NewGuid());
        await ejendom.Post(In(Nordlyset, "flags"), Worry, flagKey);
        await ejendom.Post(In(Nordlyset, $"cases/{one}/pickup"), key: pickupKey);

        var otherBody = await ejendom.Post(In(Nordlyset, "flags"), new { category = "stoej", description = "Noget andet." }, flagKey);
        var otherCase = await ejendom.Post(In(Nordlyset, $"cases/{other}/pickup"), key: pickupKey);

        Assert.Equal((422, "idempotency_key_reused"), (otherBody.Status, otherBody.Code));
        Assert.Equal((422, "idempotency_key_reused"), (otherCase.Status, otherCase.Code));
    }

    [Fact]
    public async Task Two_people_may_use_the_same_key()
    {
        var key = Guid.NewGuid();
        var first = await (await hub.SignIn("ejendom@nordbo.example")).Post(In(Nordlyset, "flags"), Worry, key);
        var second = await (await hub.SignIn("ejendomsleder@nordbo.example")).Post(In(Nordlyset, "flags"), Worry, key);

        Assert.Equal((201, 201), (first.Status, second.Status));
        Assert.NotEqual(first.Id("caseId"), second.Id("caseId"));
    }

    [Fact]
    public async Task A_refusal_is_not_remembered()
    {
        var ejendom = await hub.SignIn("ejendom@nordbo.example");
        var key = Guid.NewGuid();

        var refused = await ejendom.Post(In(Nordlyset, "flags"), new { category = "stoej", description = "CPR 010203-1234 er nævnt." }, key);
        var mended = await ejendom.Post(In(Nordlyset, "flags"), Worry, key);

        Assert.Equal((409, "cpr_in_text"), (refused.Status, refused.Code));
        Assert.Equal("description", refused.Json["errors"]!.AsObject().Single().Key);
        Assert.Equal(201, mended.Status);
    }

    [Fact]
    public async Task A_write_without_a_key_or_with_one_that_is_no_uuid_is_refused()
    {
        var ejendom = await hub.SignIn("ejendom@nordbo.example");
        const string body = """{"category":"stoej","description":"x"}""";

        var missing = await ejendom.PostRaw(In(Nordlyset, "flags"), body);
        var malformed = await ejendom.PostRaw(In(Nordlyset, "flags"), body, headers: ("Idempotency-Key", "42"));

        Assert.Equal((400, "required"), (missing.Status, missing.Error("Idempotency-Key")));
        Assert.Equal((400, "malformed"), (malformed.Status, malformed.Error("Idempotency-Key")));
    }
}
