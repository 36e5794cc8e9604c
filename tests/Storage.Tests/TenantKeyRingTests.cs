using System.Security.Cryptography;
using Hub.Storage.Keys;

namespace Hub.Storage.Tests;

public sealed class TenantKeyRingTests
{
    private static readonly Guid Tenant = Guid.NewGuid();
    private readonly byte[] tenantKey = AesGcmBox.NewKey();
    private readonly string old = TenantKeyRing.Generate("2025");
    private readonly string current = TenantKeyRing.Generate("2026");

    [Fact]
    public void The_first_key_wraps_and_the_others_still_unwrap()
    {
        var before = TenantKeyRing.Parse(old).Wrap(Tenant, tenantKey);
        var ring = TenantKeyRing.Parse($"{current}, {old}");

        Assert.Equal("2026", ring.Wrap(Tenant, tenantKey).KeyId);
        Assert.Equal(tenantKey, ring.Unwrap(Tenant, before.KeyId, before.Wrapped));
    }

    [Fact]
    public void A_key_that_is_not_on_the_ring_is_named_and_nothing_else()
    {
        var (keyId, wrapped) = TenantKeyRing.Parse(old).Wrap(Tenant, tenantKey);

        var exception = Assert.Throws<CryptographicException>(() => TenantKeyRing.Parse(current).Unwrap(Tenant, keyId, wrapped));

        Assert.Contains("2025", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tenants_key_is_bound_to_its_tenant()
    {
        var ring = TenantKeyRing.Parse(current);
        var (keyId, wrapped) = ring.Wrap(Tenant, tenantKey);

        Assert.ThrowsAny<CryptographicException>(() => ring.Unwrap(Guid.NewGuid(), keyId, wrapped));
    }

    [Theory]
    [InlineData("")]
    [InlineData("kun-en-id")]
    [InlineData(":AAAA")]
    [InlineData("id:ikke base64")]
    [InlineData("id:c2VjcmV0")]
    [InlineData("id:c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0")]
    public void Another_shape_is_refused_without_repeating_it(string setting)
    {
        var exception = Assert.Throws<FormatException>(() => TenantKeyRing.Parse(setting));

        Assert.DoesNotContain("c2Vj", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_id_may_stand_there_once() =>
        Assert.Throws<FormatException>(() => TenantKeyRing.Parse($"{current},{TenantKeyRing.Generate("2026")}"));
}
