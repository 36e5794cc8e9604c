using System.Security.Cryptography;
using Hub.Storage.Keys;

namespace Hub.Storage.Tests;

public sealed class AesGcmBoxTests
{
    private readonly byte[] key = AesGcmBox.NewKey();

    [Fact]
    public void A_box_opens_with_its_key_and_what_it_is_bound_to() =>
        Assert.Equal("indhold"u8, AesGcmBox.Open(key, AesGcmBox.Seal(key, "indhold"u8, "sted"u8), "sted"u8));

    [Fact]
    public void Any_changed_byte_is_found_out()
    {
        var box = AesGcmBox.Seal(key, "indhold"u8, "sted"u8);

        Assert.All(Enumerable.Range(0, box.Length), i =>
        {
            byte[] changed = [.. box];
            changed[i] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => AesGcmBox.Open(key, changed, "sted"u8));
        });
    }

    [Fact]
    public void A_box_opens_nowhere_else_and_with_no_other_key()
    {
        var box = AesGcmBox.Seal(key, "indhold"u8, "sted"u8);

        Assert.ThrowsAny<CryptographicException>(() => AesGcmBox.Open(key, box, "andetsteds"u8));
        Assert.ThrowsAny<CryptographicException>(() => AesGcmBox.Open(AesGcmBox.NewKey(), box, "sted"u8));
        Assert.ThrowsAny<CryptographicException>(() => AesGcmBox.Open(key, box.AsSpan(0, 12), "sted"u8));
    }
}
