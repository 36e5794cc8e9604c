using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Hub.Web.Accounts;

/// <summary>The codes of an authenticator app (RFC 6238): which half minute one belongs to, so that it can be used up.</summary>
internal static class CodeSteps
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int SecondsOfStep = 30;

    /// <summary>The half minute whose code it is, now or one beside it; null when it is none of theirs.</summary>
    public static long? Of(string key, string code, DateTimeOffset now)
    {
        var (secret, typed) = (Decode(key), Encoding.UTF8.GetBytes(code));
        var present = now.ToUnixTimeSeconds() / SecondsOfStep;
        return new[] { present, present - 1, present + 1 }.Select(s => (long?)s)
            .FirstOrDefault(s => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Code(secret, s!.Value)), typed));
    }

    private static string Code(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // the standard's hash, and the only one that the apps know
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0x0F)) & 0x7FFFFFFF;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string key)
    {
        var bytes = new List<byte>();
        var (held, bits) = (0, 0);
        foreach (var letter in key)
        {
            (held, bits) = ((held << 5) | Base32.IndexOf(letter, StringComparison.Ordinal), bits + 5);
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(held >> bits));
                held &= (1 << bits) - 1;
            }
        }

        return [.. bytes];
    }
}
