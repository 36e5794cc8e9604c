using Hub.Contracts;
using Hub.Storage;

namespace Hub.Grains.Turn;

/// <summary>The same command id gives the same answer, and with another body a refusal.</summary>
internal static class Receipts
{
    public static Answer Again(StoredReceipt stored, byte[] bodyHash) =>
        stored.BodyHash.AsSpan().SequenceEqual(bodyHash)
            ? Answer.Accepted(stored.Receipt)
            : Answer.Refused(new Rejection(RejectionCode.IdempotencyKeyReused));
}
