using Hub.Web.Tests.Server;
using static Hub.Web.Tests.Server.Session;

namespace Hub.Web.Tests.Api;

/// <summary>Bad input of every kind gets its answer and writes nothing.</summary>
[Collection(SharedServer.Name)]
public sealed class ShapeTests(HubServer hub)
{
    public static TheoryData<string, string, string> WrongFlags => new()
    {
        { "body", "malformed", "{" },
        { "body", "malformed", "[]" },
        { "body", "malformed", "\"text\"" },
        { "body", "malformed", """{"category":"stoej","category":"andet","description":"x"}""" },
        { "category", "required", "{}" },
        { "description", "required", """{"category":"stoej","description":"  "}""" },
        { "description", "required", """{"category":"stoej","description":null}""" },
        { "category", "unknown_value", """{"category":"Stoej","description":"x"}""" },
        { "category", "malformed", """{"category":2,"description":"x"}""" },
        { "severity", "unknown_value", """{"category":"stoej","description":"x","severity":"3"}""" },
        { "description", "malformed", """{"category":"stoej","description":["x"]}""" },
        { "description", "malformed", """{"category":"stoej","description":"a\u0000b"}""" },
        { "description", "malformed", """{"category":"stoej","description":"a\ud800b"}""" },
        { "beboer", "malformed", """{"category":"stoej","description":"x","beboer":"Hansen"}""" },
        { "beboer.name", "malformed", """{"category":"stoej","description":"x","beboer":{"name":"a\nb"}}""" },
        { "beboer.lejemaalId", "malformed", """{"category":"stoej","description":"x","beboer":{"lejemaalId":"7"}}""" },
        { "beboer.lejemaalId", "unknown_value", """{"category":"stoej","description":"x","beboer":{"lejemaalId":"6f1b3c1e-0000-4000-8000-000000000000"}}""" },
        { "parter", "malformed", """{"category":"stoej","description":"x","parter":{}}""" },
        { "parter[0]", "malformed", """{"category":"stoej","description":"x","parter":[1]}""" },
        { "parter[1].rolle", "required", """{"category":"stoej","description":"x","parter":[{"rolle":"klager"},{"name":"y"}]}""" },
        { "boernIHjemmet", "malformed", """{"category":"stoej","description":"x","boernIHjemmet":"ja"}""" },
        { "afdeling", "unknown_value", """{"category":"stoej","description":"x","afdeling":"En anden"}""" },
        { "toKontor", "unknown_value", """{"category":"stoej","description":"x","toKontor":"kommunen"}""" },
        { "legalBasis.kind", "required", """{"category":"stoej","description":"x","legalBasis":{}}""" },
        { "legalBasis.form", "required", """{"category":"stoej","description":"x","legalBasis":{"kind":"samtykke"}}""" },
        { "legalBasis.recipients[0]", "unknown_value", """{"category":"stoej","description":"x","legalBasis":{"kind":"lejekontrakt","recipients":["alle"]}}""" },
        { "legalBasis.expires", "malformed", """{"category":"stoej","description":"x","legalBasis":{"kind":"lejekontrakt","expires":"2027-01-01"}}""" },
        { "legalBasis.expires", "malformed", """{"category":"stoej","description":"x","legalBasis":{"kind":"lejekontrakt","expires":"2027-01-01T00:00:00"}}""" },
        { "legalBasis.expires", "malformed", """{"category":"stoej","description":"x","legalBasis":{"kind":"lejekontrakt","expires":"9999-12-31T23:59:59Z"}}""" },
    };

    [Theory]
    [MemberData(nameof(WrongFlags))]
    public async Task A_wrong_field_is_named_and_nothing_is_written(string field, string code, string body)
    {
        var ejendom = await hub.SignIn("ejendom@nordbo.example");
        var before = await Seq(ejendom);

        var reply = await ejendom.PostRaw(In(Nordlyset, "flags"), body, headers: ("Idempotency-Key", NewKey()));

        Assert.Equal((400, "invalid"), (reply.Status, reply.Code));
        Assert.Equal(code, reply.Error(field));
        Assert.Equal(before, await Seq(ejendom));
    }

    [Theory]
    [InlineData("description", 4000, "{{\"category\":\"stoej\",\"description\":\"{0}\"}}")]
    [InlineData("beboer.name", 200, "{{\"category\":\"stoej\",\"description\":\"x\",\"beboer\":{{\"name\":\"{0}\"}}}}")]
    [InlineData("beboer.address", 300, "{{\"category\":\"stoej\",\"description\":\"x\",\"beboer\":{{\"address\":\"{0}\"}}}}")]
    [InlineData("beboer.phone", 30, "{{\"category\":\"stoej\",\"description\":\"x\",\"beboer\":{{\"phone\":\"{0}\"}}}}")]
    public async Task A_text_may_be_as_long_as_it_says_and_no_longer(string field, int most, string body)
    {
        var ejendom = await hub.SignIn("ejendom@nordbo.example");

        var fits = await Flag(ejendom, string.Format(null, body, new string('å', most)));
        var tooLong = await Flag(ejendom, string.Format(null, body, new string('å', most + 1)));

        Assert.Equal(201, fits.Status);
        Assert.Equal((400, "too_long"), (tooLong.Status, tooLong.Error(field)));
    }

    [Fact]
    public async Task Several_wrong_fields_are_all_named()
    {
        var ejendom = await hub.SignIn("ejendom@nordbo.example");

        var reply = await Flag(ejendom, """{"category":"x","severity":"y","boernIHjemmet":1}""");

        Assert.Equal(["boernIHjemmet", "category", "description", "severity"], reply.Json["errors"]!.AsObject().Select(e => e.Key));
    }

    [Fact]
    public async Task Only_category_and_description_are_needed_and_lines_may_break()
    {
        var ejendom = await hub.SignIn("ejendom@nordbo.example");

        Assert.Equal(201, (await Flag(ejendom, """{"category":"andet","description":"To\nlinjer","noget":"nyt"}""")).Status);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Another_content_type_is_no_body_at_all(string contentType)
    {
        var ejendom = await hub.SignIn("ejendom@nordbo.example");

        var reply = await ejendom.PostRaw(In(Nordlyset, "flags"), """{"category":"stoej","description":"x"}""", contentType, ("Idempotency-Key", NewKey()));

        Assert.Equal((400, "malformed"), (reply.Status, reply.Error("body")));
    }

    [Fact]
    public async Task A_body_beyond_64_kB_is_too_large()
    {
        var ejendom = await hub.SignIn("ejendom@nordbo.example");

        var reply = await Flag(ejendom, $$"""{"category":"stoej","description":"{{new string('x', 70_000)}}"}""");

        Assert.Equal((413, "too_large"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task Refusals_are_problems_in_Danish_or_English_without_a_trace_id()
    {
        var ejendom = await hub.SignIn("ejendom@nordbo.example");
        var danish = await Flag(ejendom, "{}");
        ejendom.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en-GB,en;q=0.9,da;q=0.1");
        var english = await Flag(ejendom, "{}");

        Assert.Equal("application/problem+json", danish.ContentType);
        Assert.Equal(["code", "errors", "status", "title", "type"], danish.Json.AsObject().Select(p => p.Key).Order());
        Assert.Equal("Noget i det, du sendte, mangler eller er forkert.", danish.Json["title"]!.GetValue<string>());
        Assert.Equal("Something you sent is missing or wrong.", english.Json["title"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("matters/{0}/agenda", """{"date":"2026-13-01"}""", "date")]
    [InlineData("matters/{0}/close", """{"outcome":"maeglet"}""", "outcome")]
    public async Task Dates_and_outcomes_of_matters_are_checked(string path, string body, string field)
    {
        var board = await hub.SignIn("bestyrelse@nordbo.example");
        var leder = await hub.SignIn("ejendomsleder@nordbo.example");
        var matter = (await leder.Post(In(Nordlyset, "matters"), new { title = "Lys", text = "Lampen er slukket." })).Id("matterId");

        var reply = await board.PostRaw(In(Nordlyset, string.Format(null, path, matter)), body, headers: ("Idempotency-Key", NewKey()));

        Assert.Equal(400, reply.Status);
        Assert.NotNull(reply.Error(field));
    }

    private static Task<Reply> Flag(Session session, string body) =>
        session.PostRaw(In(Nordlyset, "flags"), body, headers: ("Idempotency-Key", NewKey()));

    private static async Task<long> Seq(Session session) => (await session.Get(In(Nordlyset, "workspace"))).Seq;
}
