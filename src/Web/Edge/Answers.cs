using Hub.Contracts;
using Hub.Web.Errors;

namespace Hub.Web.Edge;

/// <summary>What became of a command, as HTTP.</summary>
internal static class Answers
{
    public static IResult Of(Answer answer, Membership member, int status) =>
        answer.Receipt is { } receipt ? Results.Json(ReceiptBody.For(receipt, member), statusCode: status) : new Problem(answer.Rejection!);
}

internal static class Receipts
{
    /// <summary>With the count that is its owner's: the board counts its own changes only.</summary>
    public static Receipt CountedFor(this Receipt r, Membership member) => member.Kontor == Kontor.Bestyrelseskontor ? r with { Seq = r.BoardSeq } : r;
}

/// <summary>A receipt as its owner may see it.</summary>
internal sealed record ReceiptBody(
    Guid? CaseId, string? Number, Guid? HandoverId, Guid? MatterId, Guid? TaskId, Guid? NoteId, long Seq, Advice? Advice, IReadOnlyList<SameDoor>? SameDoor, Guid? AnmodningId)
{
    public static ReceiptBody For(Receipt r, Membership member) => new(
        r.CaseId, r.Number, r.HandoverId, r.MatterId, r.TaskId, r.NoteId, r.CountedFor(member).Seq, r.Advice, r.SameDoor, r.AnmodningId);
}
