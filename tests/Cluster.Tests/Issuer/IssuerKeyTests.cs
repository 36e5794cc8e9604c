using System.Security.Cryptography;
using Hub.Storage;
using Hub.Web.Issuer;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using Npgsql;
using OpenIddict.Server;

namespace Hub.Cluster.Tests.Issuer;

/// <summary>The issuer's keys: in the store and sealed, the same on every node, and changed before they are old without anybody noticing.</summary>
public sealed class IssuerKeyTests : IAsyncLifetime
{
    private readonly EphemeralDataProtectionProvider protection = new();
    private Ground ground = null!;
    private HubStore store = null!;

    public async Task InitializeAsync() => store = (ground = await Ground.Create()).Open();

    public async Task DisposeAsync()
    {
        await store.DisposeAsync();
        await ground.DisposeAsync();
    }

    [Fact]
    public async Task All_nodes_have_the_same_keys_whoever_made_them()
    {
        var (one, other) = (Node(), Node());
        await Task.WhenAll(one.Tend(default), other.Tend(default));

        Assert.Equal(Signing(one), Signing(other));
        Assert.Single(Signing(one));
    }

    [Fact]
    public async Task A_new_key_is_shown_a_day_before_it_signs_and_the_old_one_is_kept_until_nothing_of_it_is_good_any_more()
    {
        var (one, other) = (Node(), Node());
        await one.Tend(default);
        await other.Tend(default);
        var first = Signing(one).Single();

        ground.Time.Advance(KeySchedule.Serves);
        await other.Tend(default);
        await one.Tend(default);
        var second = Signing(one).Except([first]).Single();
        Assert.Equal([first, second], Signing(one));

        ground.Time.Advance(KeySchedule.Shown);
        await one.Tend(default);
        Assert.Equal([second, first], Signing(one));

        ground.Time.Advance(TimeSpan.FromDays(15));
        await one.Tend(default);
        Assert.Contains(first, Signing(one));

        ground.Time.Advance(KeySchedule.Serves);
        await one.Tend(default);
        Assert.DoesNotContain(first, Signing(one));
        Assert.Contains(second, Signing(one));
    }

    [Fact]
    public async Task What_reads_the_keys_is_told_that_they_have_changed()
    {
        var node = Node();
        var changed = ((IOptionsChangeTokenSource<OpenIddictServerOptions>)node).GetChangeToken();
        await node.Tend(default);
        Assert.True(changed.HasChanged);

        var again = ((IOptionsChangeTokenSource<OpenIddictServerOptions>)node).GetChangeToken();
        await node.Tend(default);
        Assert.False(again.HasChanged);
    }

    [Fact]
    public async Task They_lie_in_the_store_as_nobody_can_read_them()
    {
        await Node().Tend(default);
        await using var connection = new NpgsqlConnection(ground.Database.AdminConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select material from issuer_keys", connection);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            using var rsa = RSA.Create();
            Assert.ThrowsAny<Exception>(() => rsa.ImportPkcs8PrivateKey(Microsoft.IdentityModel.Tokens.Base64UrlEncoder.DecodeBytes(reader.GetString(0)), out _));
        }

        var stranger = new IssuerKeyRing(new IssuerKeyBook(store, new EphemeralDataProtectionProvider(), ground.Time), ground.Time);
        var owner = Node();
        await owner.Tend(default);
        await stranger.Tend(default);
        Assert.Empty(Signing(owner).Intersect(Signing(stranger)));
    }

    private IssuerKeyRing Node() => new(new IssuerKeyBook(store, protection, ground.Time), ground.Time);

    /// <summary>The one that signs first.</summary>
    private static List<string> Signing(IssuerKeyRing node)
    {
        var options = new OpenIddictServerOptions();
        node.Configure(options);
        return [.. options.SigningCredentials.Select(c => c.Key.KeyId)];
    }
}
