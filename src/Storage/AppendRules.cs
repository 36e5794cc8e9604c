using Hub.Contracts;

namespace Hub.Storage;

/// <summary>What no turn may get wrong, checked before anything is written: the log would stay wrong forever.</summary>
internal static class AppendRules
{
    internal static void Check(Append append)
    {
        var seq = append.ExpectedSeq;
        long? board = null;
        foreach (var (recorded, subject) in append.Events)
        {
            Demand(recorded.Seq == ++seq, "Seqs must follow the expected seq without a gap.");
            Demand(recorded.BoardSeq is not null == recorded.Audience.Reached.Has(Kontor.Bestyrelseskontor), "A board seq belongs to exactly what reaches the board.");
            Demand(board is null || recorded.BoardSeq is null || recorded.BoardSeq == board + 1, "Board seqs must be dense.");
            Demand(subject.Kind == EventNames.Of(recorded.Event), "The subject's kind must be the event's stored name.");
            board = recorded.BoardSeq ?? board;
        }

        Demand(append.SetDeadlines.DistinctBy(d => (d.Kind, d.Subject)).Count() == append.SetDeadlines.Count, "At most one deadline per kind and subject.");
        Demand(append.Receipts.DistinctBy(r => r.CommandId).Count() == append.Receipts.Count, "At most one receipt per command.");
    }

    private static void Demand(bool holds, string rule)
    {
        if (!holds)
            throw new ArgumentException(rule);
    }
}
