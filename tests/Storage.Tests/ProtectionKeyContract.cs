using System.Text;

namespace Hub.Storage.Tests;

/// <summary>What every store must do with the keys of cookies and tokens.</summary>
public abstract class ProtectionKeyContract(StoreFixture fixture)
{
    private static string NewKey() => $"<key id=\"{Guid.NewGuid()}\"><secret>{Guid.NewGuid():N}</secret></key>";

    [Fact]
    public void A_key_that_one_node_keeps_is_there_on_the_other()
    {
        var key = NewKey();

        fixture.Store.ProtectionKeys.Add(key);

        Assert.Contains(key, fixture.SecondNode.ProtectionKeys.Read());
    }

    [Fact]
    public async Task A_key_does_not_lie_in_the_database_in_the_clear()
    {
        var secret = Guid.NewGuid().ToString("N");

        fixture.Store.ProtectionKeys.Add($"<key><secret>{secret}</secret></key>");

        Assert.DoesNotContain(secret, Encoding.UTF8.GetString(await fixture.DumpBytes()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_moved_onto_another_row_does_not_open()
    {
        fixture.Store.ProtectionKeys.Add(NewKey());
        fixture.Store.ProtectionKeys.Add(NewKey());

        await fixture.Meddle("update protection_keys set data = (select data from protection_keys order by id limit 1)");

        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(fixture.Store.ProtectionKeys.Read);
        await fixture.Meddle("delete from protection_keys");
    }

    [Fact]
    public async Task A_key_under_a_master_key_that_is_gone_is_passed_over()
    {
        fixture.Store.ProtectionKeys.Add(NewKey());
        await fixture.Meddle("update protection_keys set key_id = 'gone'");
        var key = NewKey();
        fixture.Store.ProtectionKeys.Add(key);

        Assert.Equal([key], fixture.Store.ProtectionKeys.Read());
        await fixture.Meddle("delete from protection_keys");
    }
}
