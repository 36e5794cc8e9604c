using Hub.Contracts;
using Hub.Domain.Cases;
using Hub.Domain.Texts;

namespace Hub.Domain.Matters;

/// <summary>Matters go to and from the board and never name a person.</summary>
internal static class MatterDecisions
{
    /// <summary>Working days to answer, when no board meeting is set.</summary>
    public const int AnswerWithinDays = 15;

    public static Decision Open(WorkspaceState state, OpenMatter x, Context context)
    {
        var from = context.Actor.Kontor!.Value;
        var to = x.ToKontor ?? (from == Kontor.Bestyrelseskontor ? Kontor.Ejendomskontor : Kontor.Bestyrelseskontor);
        if (to == from || (to != Kontor.Bestyrelseskontor && from != Kontor.Bestyrelseskontor))
        {
            return Decision.Refuse(RejectionCode.SameOffice);
        }

        return Opened(state, null, from, to, x.Title, x.Text, null, context);
    }

    /// <summary>Handing something of a case to the board: the summary becomes a matter, the case stays with its holder.</summary>
    public static Decision FromCase(WorkspaceState state, Case c, OfferHandover x, Context context)
    {
        // No basis carries health or offences to elected neighbours (GDPR art. 9, databeskyttelsesloven § 8).
        if (x.Saerlig != Saerlig.Ingen)
        {
            return Decision.Refuse(RejectionCode.PersonalDataInText, "summary", "special_category");
        }

        if (People.NamedTo(Kontor.Bestyrelseskontor, c, context, x.Summary))
        {
            return Decision.Refuse(RejectionCode.PersonalDataInText, "summary", "names_beboer");
        }

        var opened = Opened(state, c.Id, c.Kontor, Kontor.Bestyrelseskontor, FirstLine(x.Summary), x.Summary, x.RespondBy, context);
        return opened with { Events = [.. opened.Events, Reason(c, x, context)] };
    }

    /// <summary>Why it was asked stays with the case: the board gets the summary alone.</summary>
    private static NoteAdded Reason(Case c, OfferHandover x, Context context) => new(
        c.Id, context.NewId("note"), c.Kontor, NoteAudience.Sagen, NoteKind.Note, context.Now, context.Text(c.TextOwner, "reason", x.Reason));

    public static Decision Decide(WorkspaceState state, Matter m, MatterCommand command, Context context)
    {
        if (command is ReopenMatter)
        {
            return m.Status == MatterStatus.Lukket
                ? Decision.Accept(new MatterReopened(m.Id, RespondBy(m.Kontor, context)))
                : Decision.Refuse(RejectionCode.MatterNotClosed);
        }

        if (m.Status == MatterStatus.Lukket)
        {
            return command is CloseMatter again && again.Outcome == m.Outcome ? Decision.Nothing : Decision.Refuse(RejectionCode.MatterClosed, at: m.ClosedAt);
        }

        if (NamesBeboer(state, m, command, context))
        {
            return Decision.Refuse(RejectionCode.PersonalDataInText, "text", "names_beboer");
        }

        return command switch
        {
            AddMatterNote x => Note(m, x, context),
            PutMatterOnAgenda x => OnAgenda(m, x, context),
            DecideMatter x => Decision.Accept(new MatterDecided(m.Id, context.Text(m.Id, "text", x.Text))),
            CloseMatter x => Decision.Accept(new MatterClosed(m.Id, x.Outcome)),
            _ => Decision.Refuse(RejectionCode.NotAllowed),
        };
    }

    /// <summary>
    /// Only what staff write is held against the case's people: a refusal of the board's own words would tell it that it guessed right.
    /// </summary>
    private static bool NamesBeboer(WorkspaceState state, Matter m, MatterCommand command, Context context)
    {
        if (context.Viewer.IsBoard || m.CaseId is not { } id || state.Case(id) is not { } c)
        {
            return false;
        }

        return FreeTexts.Of(command).Any(t => People.NamedTo(Kontor.Bestyrelseskontor, c, context, t.Text));
    }

    private static Decision Note(Matter m, AddMatterNote x, Context context)
    {
        var id = context.NewId("note");
        return Decision.Accept(
            Decision.Receipt0() with { NoteId = id },
            new MatterNoteAdded(m.Id, id, context.Viewer.ActsFor(m.Sides)!.Value, context.Text(m.Id, "text", x.Text)));
    }

    private static Decision OnAgenda(Matter m, PutMatterOnAgenda x, Context context) =>
        x.Date < context.Area.Calendar.LocalDate(context.Now) ? Decision.Refuse(RejectionCode.WrongTime, "date", "in_the_past")
        : m.AgendaDate == x.Date && m.Status == MatterStatus.PaaDagsorden ? Decision.Nothing
        : Decision.Accept(new MatterPutOnAgenda(m.Id, x.Date));

    private static Decision Opened(
        WorkspaceState state, Guid? caseId, Kontor from, Kontor to, string title, string text, DateTimeOffset? respondBy, Context context)
    {
        var id = context.NewId("matter");
        var opened = new MatterOpened(
            id, state.LastMatter + 1, caseId, from, to, context.Text(id, "title", title), context.Text(id, "summary", text), respondBy ?? RespondBy(to, context));
        return Decision.Accept(Decision.Receipt0(number: Numbers.Matter(opened.Number)) with { MatterId = id }, opened);
    }

    private static DateTimeOffset RespondBy(Kontor kontor, Context context)
    {
        var calendar = context.Area.Calendar;
        return kontor == Kontor.Bestyrelseskontor && context.Area.Settings.NextBoardMeeting is { } meeting && meeting >= calendar.LocalDate(context.Now)
            ? calendar.EndOfDay(meeting)
            : calendar.AddWorkingDays(context.Now, AnswerWithinDays, kontor);
    }

    /// <summary>A handover has no title of its own; its summary's first words serve.</summary>
    private static string FirstLine(string summary)
    {
        var line = summary.Split('\n', 2)[0].Trim();
        return line.Length <= 80 ? line : string.Concat(line.AsSpan(0, line.LastIndexOf(' ', 79) is > 20 and var cut ? cut : 79), "…");
    }
}
