using Hub.Web.Hosting;
using Microsoft.Extensions.Configuration;

namespace Hub.Web.Tests.Hosting;

public sealed class SettingsTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Theory]
    [InlineData("HUB_DEMO", "yes")]
    [InlineData("HUB_REQUIRE_MFA", "1")]
    [InlineData("HUB_RATE_LIMITS", "some")]
    [InlineData("HUB_URLS", "localhost:5080")]
    [InlineData("HUB_URLS", ";")]
    [InlineData("HUB_PUBLIC_URL", "ftp://hub.example")]
    [InlineData("HUB_MOST_REQUESTS", "0")]
    [InlineData("HUB_MOST_CONNECTIONS", "many")]
    [InlineData("HUB_DRAIN", "soon")]
    [InlineData("HUB_WAKE_UPS", "sometimes")]
    [InlineData("HUB_TEST_CLOCK_OFF", "60")]
    [InlineData("HUB_TRUSTED_PROXIES", "10.0.0.0/8,everyone")]
    [InlineData("HUB_JWT_AUTHORITY", "http://issuer.example")]
    [InlineData("HUB_ASSURANCE", "betydelig høj")]
    public void A_setting_that_makes_no_sense_is_named_in_one_line(string name, string value)
    {
        var refused = Assert.Throws<SettingsException>(() => Read((name, value)));

        Assert.StartsWith(name, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    [Fact]
    public void An_issuer_is_trusted_only_for_tokens_that_are_made_out_to_Hub() => Assert.StartsWith(
        "HUB_JWT_AUDIENCE", Assert.Throws<SettingsException>(() => Read(("HUB_JWT_AUTHORITY", "https://issuer.example"))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("HUB_DATABASE", "mysql://somewhere")]
    [InlineData("HUB_TENANT_KEY", "k1:tooshort")]
    public void A_database_or_key_that_cannot_be_used_is_refused_before_anything_starts(string name, string value)
    {
        var refused = Assert.Throws<SettingsException>(() => Program.Build([$"--HUB_DATA={folder.Path}", $"--HUB_TENANT_KEY=k1:{Convert.ToBase64String(new byte[32])}", $"--{name}={value}"]));

        Assert.StartsWith(name, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://localhost:5080;http://10.1.2.3:5080")]
    [InlineData("http://hub.example:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://+:5080")]
    public void The_demo_binds_nothing_but_loopback(string urls)
    {
        Assert.Throws<SettingsException>(() => Read(("HUB_DEMO", "true"), ("HUB_URLS", urls)));
    }

    [Fact]
    public void The_demo_neither_limits_nor_asks_for_a_second_factor_and_everything_else_does()
    {
        var demo = Read(("HUB_DEMO", "true"));
        var real = Read();

        Assert.Equal((false, false), (demo.RateLimits, demo.RequireMfa));
        Assert.Equal((true, true), (real.RateLimits, real.RequireMfa));
        Assert.Equal("http://localhost:5080/", real.PublicUrl.ToString());
    }

    [Fact]
    public void The_key_of_a_single_machine_is_made_once_and_is_for_its_owner_only()
    {
        var (first, second) = (Read(), Read());
        var file = Path.Combine(folder.Path, "tenant.key");

        Assert.Equal(first.TenantKey, second.TenantKey);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        Assert.Equal(folder.File("hub.db"), first.Database["sqlite:".Length..]);
    }

    [Theory]
    [InlineData("postgres://hub@db/hub", null, true)]
    [InlineData("postgres://hub@db/hub", "/shared/erasures", false)]
    [InlineData("sqlite:/data/hub.db", null, false)]
    public void A_list_of_erasures_is_a_nodes_own_where_others_may_work_on_its_database_and_no_folder_is_named(string database, string? erasures, bool own) =>
        Assert.Equal(own, Read(("HUB_DATABASE", database), ("HUB_ERASURES", erasures ?? ""), ("HUB_TENANT_KEY", $"k1:{Convert.ToBase64String(new byte[32])}")).ErasuresAreOwn);

    [Theory]
    [InlineData("HUB_URLS", "http://0.0.0.0:5080")]
    [InlineData("HUB_DATABASE", "postgres://hub@db/hub")]
    public void Whoever_serves_others_must_bring_a_key(string name, string value)
    {
        Assert.StartsWith("HUB_TENANT_KEY", Assert.Throws<SettingsException>(() => Read((name, value))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_process_on_the_same_data_is_refused_in_one_line()
    {
        string[] args = [$"--HUB_DATA={folder.Path}", "--HUB_URLS=http://127.0.0.1:0"];
        var first = Program.Build(args);

        var refused = Assert.Throws<SettingsException>(() => Program.Build(args));

        Assert.DoesNotContain('\n', refused.Message);
        await first.StartAsync();
        await first.DisposeAsync();
    }

    public void Dispose() => folder.Dispose();

    private Settings Read(params (string Name, string Value)[] given) => SettingsReader.Read(new ConfigurationBuilder()
        .AddInMemoryCollection([new("HUB_DATA", folder.Path), .. given.Select(g => KeyValuePair.Create(g.Name, (string?)g.Value))]).Build());
}
