using System.Text.Json.Nodes;
using Hub.Contracts;

namespace Hub.Faults.Tests.Checking;

/// <summary>A person of a run as the log knows it.</summary>
internal sealed record Someone(string Email, Guid UserId, Guid Tenant, Kontor? Kontor);

/// <summary>Holds a history against the log. Finds what was lost, done twice, out of order, unseen, stale or told to who may not know it.</summary>
internal sealed class Checker(IReadOnlyList<Someone> people, IReadOnlyDictionary<Guid, IReadOnlyList<Recorded>> logs, IReadOnlyList<string> planted)
{
    private static readonly HashSet<string> MayBeTold =
        ["omraadeId", "seq", "at", "kind", "kontor", "caseId", "taskId", "handoverId", "matterId", "status"];

    private readonly Dictionary<string, Someone> _people = people.ToDictionary(p => p.Email);
    private readonly List<string> _faults = [];

    public IReadOnlyList<string> Check(History history)
    {
        CheckSeqs();
        CheckCommands(history);
        foreach (var watcher in history.Of("began"))
        {
            CheckWatcher(watcher, [.. history.Entries.Where(e => e.Who == watcher.Who && e.Omraade == watcher.Omraade)]);
        }

        return _faults;
    }

    private void CheckSeqs()
    {
        foreach (var (omraade, log) in logs)
        {
            for (var i = 0; i < log.Count; i++)
            {
                Demand(log[i].Seq == i + 1, $"{omraade}: seq {i + 1} of the log is {log[i].Seq}");
            }

            var board = log.Where(r => r.BoardSeq is not null).Select(r => r.BoardSeq!.Value).ToList();
            Demand(board.SequenceEqual(Enumerable.Range(1, board.Count).Select(i => (long)i)), $"{omraade}: the board's seqs are not dense");
        }
    }

    /// <summary>Acknowledged: in the log once, with the seq that was answered. Refused: not there. Never answered: once or not at all.</summary>
    private void CheckCommands(History history)
    {
        var answers = history.Of("answered").ToLookup(e => e.Key);
        foreach (var sent in history.Of("sent"))
        {
            var who = _people[sent.Who];
            var command = CommandIds.Of(who.Tenant, who.UserId, sent.Omraade, sent.Key);
            var events = logs[sent.Omraade].Where(r => r.CommandId == command).ToList();
            var what = $"{sent.Who}'s command {sent.Key}";
            Demand(events.Select(r => r.Event.GetType()).Distinct().Count() == events.Count, $"{what} stands in the log more than once");
            foreach (var answer in answers[sent.Key])
            {
                var done = answer.Status is >= 200 and < 300;
                Demand(done == events.Count > 0, $"{what} was answered {answer.Status} and has {events.Count} events");
                Demand(!done || events.Count == 0 || answer.Seq == SeqFor(who, events[^1]), $"{what} was answered seq {answer.Seq}");
            }
        }

        foreach (var omraade in logs.Values)
        {
            var ids = omraade.Select(r => r.EventId).ToList();
            Demand(ids.Distinct().Count() == ids.Count, "an event stands in the log twice");
        }
    }

    private void CheckWatcher(Entry began, IReadOnlyList<Entry> told)
    {
        var who = _people[began.Who];
        var expected = logs[began.Omraade].Where(r => Reaches(who, r) && SeqFor(who, r) > began.Seq).ToList();
        var applied = told.Where(e => e.Does == "applied").ToList();
        var name = $"{began.Who} in {began.Omraade}";
        Demand(
            applied.Select(e => e.Seq!.Value).SequenceEqual(expected.Select(r => SeqFor(who, r))),
            $"{name} applied {Short(applied.Select(e => e.Seq!.Value))} and not {Short(expected.Select(r => SeqFor(who, r)))}");
        var ended = told.SingleOrDefault(e => e.Does == "ended");
        Demand(ended is not null, $"{name} never came to an end");
        Demand(ended?.Differs.Count == 0, $"{name} ended with another screen than a fresh load gives: {string.Join("; ", ended?.Differs ?? [])}");
        Demand(ended?.Leaked.Count == 0, $"{name} was told what no push may hold");
        CheckShown(name, who, ended?.Shown ?? []);
        CheckCursor(name, told.Where(e => e.Does is "began" or "applied" or "caught" or "resync"));
        foreach (var read in told.Where(e => e.Does == "read"))
        {
            Demand(read.Seq >= read.Asked, $"{name} had heard of {read.Asked} and was shown {read.Seq}");
        }

        foreach (var change in applied)
        {
            CheckFields(name, who, change, expected.FirstOrDefault(r => SeqFor(who, r) == change.Seq));
        }
    }

    /// <summary>A board is shown nothing that was planted in a case; that the search would have found it, staff show, who are.</summary>
    private void CheckShown(string name, Someone who, IReadOnlyList<string> shown)
    {
        if (who.Kontor == Kontor.Bestyrelseskontor)
        {
            Demand(shown.Count == 0, $"{name}, a board, was shown what stands in a case: {string.Join("; ", shown)}");
        }
        else
        {
            Demand(!planted.Except(shown).Any(), $"{name} was never shown {string.Join("; ", planted.Except(shown))}, so that a board is not shows nothing");
        }
    }

    private void CheckCursor(string name, IEnumerable<Entry> moves)
    {
        long? last = null;
        foreach (var move in moves)
        {
            Demand(move.Does == "resync" || last is null || move.Seq > last, $"{name} was moved from {last} to {move.Seq}");
            last = move.Seq;
        }
    }

    private void CheckFields(string name, Someone who, Entry change, Recorded? recorded)
    {
        var fields = change.Change ?? [];
        Demand(fields.All(f => MayBeTold.Contains(f.Key)), $"{name} was told a field that no change has");
        if (who.Kontor == Kontor.Bestyrelseskontor)
        {
            Demand(!Has(fields, "caseId") && !Has(fields, "handoverId"), $"{name}, a board, was told which case");
        }
        else if (who.Kontor is { } kontor && recorded is { } r && !r.Audience.KnowsCase.Has(kontor))
        {
            Demand(!Has(fields, "caseId"), $"{name} was told a case that is not theirs to know");
        }
    }

    private static bool Has(JsonObject fields, string name) => fields[name] is not null;

    private static bool Reaches(Someone who, Recorded r) => who.Kontor is { } kontor && r.Audience.Reached.Has(kontor);

    private static long SeqFor(Someone who, Recorded r) => who.Kontor == Kontor.Bestyrelseskontor ? r.BoardSeq ?? 0 : r.Seq;

    private static string Short(IEnumerable<long> seqs)
    {
        var all = seqs.ToList();
        return all.Count > 40 ? $"{all.Count} changes ({string.Join(' ', all.Take(20))} … {string.Join(' ', all.TakeLast(20))})" : string.Join(' ', all);
    }

    private void Demand(bool holds, string fault)
    {
        if (!holds)
        {
            _faults.Add(fault);
        }
    }
}
