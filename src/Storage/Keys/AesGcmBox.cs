using System.Security.Cryptography;

namespace Hub.Storage.Keys;

/// <summary>AES-256-GCM with a random nonce. A box is version, nonce, ciphertext, tag.</summary>
internal static class AesGcmBox
{
    internal const int KeyBytes = 32;
    private const byte Version = 1;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int Overhead = 1 + NonceBytes + TagBytes;

    internal static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyBytes);

    internal static byte[] Seal(byte[] key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> associated)
    {
        var box = new byte[Overhead + plain.Length];
        box[0] = Version;
        var nonce = box.AsSpan(1, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, plain, box.AsSpan(1 + NonceBytes, plain.Length), box.AsSpan(box.Length - TagBytes), associated);
        return box;
    }

    /// <exception cref="CryptographicException">Changed or moved from where it was sealed.</exception>
    internal static byte[] Open(byte[] key, ReadOnlySpan<byte> box, ReadOnlySpan<byte> associated)
    {
        if (box.Length < Overhead || box[0] != Version)
            throw new CryptographicException("Not a sealed box of a known version.");
        var plain = new byte[box.Length - Overhead];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(box.Slice(1, NonceBytes), box.Slice(1 + NonceBytes, plain.Length), box[^TagBytes..], plain, associated);
        return plain;
    }
}
