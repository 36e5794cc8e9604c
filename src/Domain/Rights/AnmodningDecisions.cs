using Hub.Contracts;
using Hub.Domain.Cases;
using Hub.Domain.Time;

namespace Hub.Domain.Rights;

/// <summary>Taking down what a person asks for, and answering it in time (GDPR art. 12(3)-(4)).</summary>
internal static class AnmodningDecisions
{
    private const int MonthsToAnswer = 1;
    private const int MonthsExtended = 2;
    private const int DaysAhead = 7;

    public static Decision Receive(Case c, ReceiveAnmodning x, Context context)
    {
        if (c.People.All(p => p.PersonId != x.PersonId))
        {
            return Decision.Refuse(RejectionCode.Invalid, "personId", "unknown_value");
        }

        var id = context.NewId("anmodning");
        var due = Due(x.ReceivedAt, MonthsToAnswer, context.Area.Calendar);
        return CaseDecisions.InPast(x.ReceivedAt, "receivedAt", context) ?? Decision.Accept(
            Decision.Receipt0(c.Id) with { AnmodningId = id },
            new AnmodningReceived(id, c.Id, x.PersonId, x.Kind, x.ReceivedAt, Text(c, "anmodningNote", x.Note, context), DaysBefore(due, context.Area.Calendar), due));
    }

    /// <summary>One of another case counts as not there.</summary>
    public static Decision Decide(WorkspaceState state, Case c, AnmodningCommand command, Context context)
    {
        if (!state.Anmodninger.TryGetValue(command.AnmodningId, out var a) || a.CaseId != c.Id)
        {
            return Decision.Refuse(RejectionCode.NotFound);
        }

        if (a.EndedAt is { } ended)
        {
            return Repeats(a, command) ? Decision.Nothing : Decision.Refuse(RejectionCode.AnmodningEnded, at: ended);
        }

        return command switch
        {
            ExtendAnmodning x => Extend(c, a, x, context),
            AnswerAnmodning x => Decision.Accept(new AnmodningAnswered(a.Id, Text(c, "anmodningNote", x.Note, context))),
            RefuseAnmodning x => Decision.Accept(new AnmodningRefused(a.Id, context.Text(c.TextOwner, "anmodningReason", x.Reason))),
            HideItem x => a.Decided.GetValueOrDefault(x.ItemId) == x.Ground && string.IsNullOrWhiteSpace(x.Note) ? Decision.Nothing
                : Decision.Accept(new IndsigtHidden(a.Id, x.ItemId, x.Ground, Text(c, "anmodningNote", x.Note, context))),
            ShowItem x => a.Decided.TryGetValue(x.ItemId, out var ground) && ground is null ? Decision.Nothing : Decision.Accept(new IndsigtShown(a.Id, x.ItemId)),
            _ => Decision.Refuse(RejectionCode.NotAllowed),
        };
    }

    /// <summary>The person must hear of it, and why, before the first month is over.</summary>
    private static Decision Extend(Case c, Anmodning a, ExtendAnmodning x, Context context)
    {
        if (a.Extended)
        {
            return Decision.Nothing;
        }

        if (context.Now > a.Due)
        {
            return Decision.Refuse(RejectionCode.WrongTime, "due", "in_the_past");
        }

        var due = Due(a.ReceivedAt, MonthsToAnswer + MonthsExtended, context.Area.Calendar);
        return Decision.Accept(new AnmodningExtended(a.Id, context.Text(c.TextOwner, "anmodningReason", x.Reason), DaysBefore(due, context.Area.Calendar), due));
    }

    private static bool Repeats(Anmodning a, AnmodningCommand command) => command is AnswerAnmodning && !a.Refused || command is RefuseAnmodning && a.Refused;

    /// <summary>The same day of a later month, to its end.</summary>
    private static DateTimeOffset Due(DateTimeOffset received, int months, WorkCalendar calendar) => calendar.EndOfDay(calendar.LocalDate(received).AddMonths(months));

    private static DateTimeOffset DaysBefore(DateTimeOffset due, WorkCalendar calendar) => calendar.EndOfDay(calendar.LocalDate(due).AddDays(-DaysAhead));

    private static Secret? Text(Case c, string field, string? text, Context context) =>
        string.IsNullOrWhiteSpace(text) ? null : context.Text(c.TextOwner, field, text);
}
