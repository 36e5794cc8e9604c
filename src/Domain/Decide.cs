using Hub.Contracts;
using Hub.Domain.Cases;
using Hub.Domain.Matters;
using Hub.Domain.Tasks;
using Hub.Domain.Texts;

namespace Hub.Domain;

/// <summary>Turns a permitted command into events or a refusal. Pure: the same state, command and context give the same decision.</summary>
public static class WorkspaceDecide
{
    public static Decision Decide(WorkspaceState state, Command command, Context context) =>
        CprIn(command) ?? command switch
        {
            FlagCase x => FlagDecisions.Flag(state, x, context),
            CaseCommand x => CaseDecisions.Decide(state, state.Case(x.CaseId)!, x, context),
            HandoverCommand x => HandoverDecisions.Answer(state, x, context),
            OpenMatter x => MatterDecisions.Open(state, x, context),
            MatterCommand x => MatterDecisions.Decide(state, state.Matter(x.MatterId)!, x, context),
            CreateTask x => TaskDecisions.Create(state, x, context),
            TaskCommand x => TaskDecisions.Decide(state.Task(x.TaskId)!, x, context),
            MeetDeadline x => DeadlineDecisions.Meet(state, x.Deadline),
            _ => Decision.Refuse(RejectionCode.NotAllowed),
        };

    /// <summary>databeskyttelsesloven § 11: a CPR number is refused in every free text, and said so.</summary>
    private static Decision? CprIn(Command command)
    {
        foreach (var (field, text) in FreeTexts.Of(command))
        {
            if (Cpr.Contains(text))
            {
                return Decision.Refuse(RejectionCode.CprInText, field, "cpr");
            }
        }

        return null;
    }
}
