using Hub.Contracts;

namespace Hub.Domain.Rights;

/// <summary>What has been corrected in a history, and what was said to it: whoever reads it meets the present text where the old one stood.</summary>
public sealed class Corrections
{
    private readonly Dictionary<Guid, (Recorded Recorded, ITextCorrection Correction)> corrected = [];
    private readonly Dictionary<Guid, List<Secret>> remarks = [];
    private readonly Dictionary<long, (CorrectionView? Corrected, IReadOnlyList<Secret> Remarks)> marks = [];

    public Corrections(IReadOnlyList<Recorded> history)
    {
        foreach (var recorded in history)
        {
            if (recorded.Event is ITextCorrection correction)
            {
                corrected[correction.Item] = (recorded, correction);
            }
            else if (recorded.Event is RemarkAdded { Item: var item } remark)
            {
                remarks[item] = [.. remarks.GetValueOrDefault(item) ?? [], remark.Text];
            }
        }

        foreach (var recorded in history.Where(r => r.Event is not RemarkAdded))
        {
            var texts = CaseTexts.Of(recorded.Event);
            if (texts.Select(Last).OfType<CorrectionView>().ToList() is var last && texts.SelectMany(RemarksOn).ToList() is var said && last.Count + said.Count > 0)
            {
                marks[recorded.Seq] = (last.MaxBy(c => c.At), said);
            }
        }
    }

    /// <summary>The history as it reads now.</summary>
    public IReadOnlyList<Recorded> Read(IReadOnlyList<Recorded> history) =>
        corrected.Count == 0 ? history : [.. history.Select(r => r with { Event = CaseTexts.Map(r.Event, Now) })];

    /// <summary>A line with when it was corrected; what the person says to it goes only to who reads the line.</summary>
    public TimelineEntry On(TimelineEntry entry, Func<Secret, string?> mask) => !marks.TryGetValue(entry.Seq, out var mark) ? entry : entry with
    {
        Corrected = mark.Corrected,
        Remarks = entry is { Text: null, Reason: null } ? [] : [.. mark.Remarks.Select(mask).OfType<string>()],
    };

    /// <summary>The text that stands now where this one did.</summary>
    public Secret Now(Secret text) => Chain(text).LastOrDefault().Correction is not { } last ? text : last.Text ?? text.Forgotten();

    /// <summary>When the text was corrected last; null when it never was.</summary>
    public CorrectionView? Last(Secret text) =>
        Chain(text).LastOrDefault().Recorded is { } recorded ? new CorrectionView(recorded.At, recorded.From) : null;

    /// <summary>What was said to the text, however it read then.</summary>
    public IEnumerable<Secret> RemarksOn(Secret text) =>
        Chain(text).Select(c => c.Correction.Text?.Item).Prepend(text.Item).OfType<Guid>().SelectMany(item => remarks.GetValueOrDefault(item) ?? []);

    /// <summary>A correction may have been corrected in its turn.</summary>
    private IEnumerable<(Recorded Recorded, ITextCorrection Correction)> Chain(Secret text)
    {
        for (var item = text.Item; item is { } key && corrected.TryGetValue(key, out var next); item = next.Correction.Text?.Item)
        {
            yield return next;
        }
    }
}
