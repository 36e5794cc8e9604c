using Hub.Contracts;
using Hub.Domain.Access;
using Hub.Domain.Cases;
using Hub.Domain.Texts;

namespace Hub.Domain.Tasks;

/// <summary>Tasks for any office, on a case, on a matter or in the area.</summary>
internal static class TaskDecisions
{
    public static Decision Create(WorkspaceState state, CreateTask x, Context context)
    {
        var c = x.CaseId is { } id ? state.Case(id) : null;
        if (c is { IsClosed: true })
        {
            return Decision.Refuse(RejectionCode.CaseClosed, at: c.ClosedAt);
        }

        if (c is { Restriction: not null })
        {
            return Decision.Refuse(RejectionCode.Restricted);
        }

        if (x.Due <= context.Now)
        {
            return Decision.Refuse(RejectionCode.WrongTime, "due", "in_the_past");
        }

        if (x.Assignee is { } user && !context.Area.WorksIn(user, x.Kontor))
        {
            return Decision.Refuse(RejectionCode.NotInOffice, "assignee", "not_in_office");
        }

        if (NamesBeboer(state, x, context))
        {
            return Decision.Refuse(RejectionCode.PersonalDataInText, "title", "names_beboer");
        }

        return Created(c, x.MatterId, From(state, c, x, context), x.Kontor, x.Assignee, TaskPurpose.Opgave, x.Title, x.Due, context);
    }

    /// <summary>"Bed melderen spørge beboeren": what gets a sealed case moving.</summary>
    public static Decision AskFlagger(WorkspaceState state, Case c, Context context)
    {
        if (CaseSight.IdentityToOffices(c, context.Viewer, context.Now) != IdentityState.Forseglet)
        {
            return Decision.Refuse(RejectionCode.NothingToOpen);
        }

        if (state.TasksOf(c.Id).Any(t => t is { Purpose: TaskPurpose.SpoergBeboeren, Status: TaskState.Aaben }))
        {
            return Decision.Nothing;
        }

        var flagger = c.FirstFlagger;
        // A board cannot record a basis; what it can do is tell the beboer where to turn.
        var title = flagger.BoardNumber is { } b
            ? $"Bed beboeren om selv at kontakte kontoret ({Numbers.BoardFlag(b)})"
            : $"Spørg beboeren, om navnet må gives videre ({Numbers.Case(c.Number)})";
        var due = context.Area.Calendar.AddWorkingDays(context.Now, HandoverDecisions.AnswerWithinDays, flagger.Kontor);
        return Created(
            c, null, c.Kontor, flagger.Kontor, flagger.UserId, TaskPurpose.SpoergBeboeren, title, due, context);
    }

    public static Decision Decide(AreaTask t, TaskCommand command, Context context) => command switch
    {
        CompleteTask => t.CompletedAt is null ? Decision.Accept(new TaskCompleted(t.Id)) : Decision.Nothing,
        ReopenTask => t.CompletedAt is null ? Decision.Refuse(RejectionCode.TaskNotCompleted) : Decision.Accept(new TaskReopened(t.Id)),
        AssignTask x => Assign(t, x, context),
        _ => Decision.Refuse(RejectionCode.NotAllowed),
    };

    private static Decision Assign(AreaTask t, AssignTask x, Context context)
    {
        if (t.CompletedAt is { } at)
        {
            return Decision.Refuse(RejectionCode.TaskCompleted, at: at);
        }

        if (!context.Area.WorksIn(x.UserId, t.Kontor) && x.UserId != context.Actor.UserId)
        {
            return Decision.Refuse(RejectionCode.NotInOffice, "userId", "not_in_office");
        }

        return t.Assignee == x.UserId ? Decision.Nothing : Decision.Accept(new TaskAssigned(t.Id, x.UserId));
    }

    /// <summary>A title goes to the office that is asked, and on a matter to the board as well.</summary>
    private static bool NamesBeboer(WorkspaceState state, CreateTask x, Context context)
    {
        var readers = x.Kontor.AsSet() | (x.MatterId is { } m ? state.Matter(m)!.Sides : Kontorer.Ingen);
        return !context.Viewer.IsBoard && state.CasesAround(x.CaseId, x.MatterId).Any(c => readers.Each().Any(k => People.NamedTo(k, c, context, x.Title)));
    }

    private static Kontor From(WorkspaceState state, Case? c, CreateTask x, Context context)
    {
        var around = c is not null ? CaseSight.Offices(c) : x.MatterId is { } m ? state.Matter(m)!.Sides : Kontorer.Ingen;
        return context.Viewer.ActsFor(around) ?? context.Viewer.Offices.Each().First();
    }

    private static Decision Created(
        Case? c, Guid? matterId, Kontor from, Kontor to, Guid? assignee, TaskPurpose purpose, string title, DateTimeOffset? due, Context context)
    {
        var id = context.NewId("task");
        return Decision.Accept(
            Decision.Receipt0() with { TaskId = id },
            new TaskCreated(id, c?.Id, matterId, from, to, assignee, purpose, context.Text(c?.TextOwner ?? id, "title", title), due));
    }
}
