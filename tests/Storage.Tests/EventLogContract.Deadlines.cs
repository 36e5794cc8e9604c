using Hub.Contracts;

namespace Hub.Storage.Tests;

public abstract partial class EventLogContract
{
    private readonly Guid subject = Guid.NewGuid();

    [Fact]
    public async Task What_is_due_by_the_databases_clock_is_found_oldest_first_and_the_rest_is_not()
    {
        var now = (await Log.NextDeadline(default)).Now;
        await Set(new(DeadlineKind.HandoverReminder, subject, now.AddMinutes(-1)), new(DeadlineKind.CaseTarget, subject, now.AddMinutes(-2)), new(DeadlineKind.TaskDue, subject, now.AddHours(1)));

        Assert.Equal([DeadlineKind.CaseTarget, DeadlineKind.HandoverReminder], (await Due()).Select(d => d.Kind));
    }

    [Fact]
    public async Task A_deadline_is_found_exactly_as_it_was_set()
    {
        var deadline = new Deadline(DeadlineKind.TaskDue, subject, Make.Now.AddTicks(7));

        await Set(deadline);

        Assert.Equal(deadline, Assert.Single(await Due()));
    }

    [Fact]
    public async Task The_next_deadline_is_the_earliest_of_all()
    {
        await Set(new Deadline(DeadlineKind.TaskDue, subject, DateTimeOffset.UnixEpoch.AddDays(1)));

        Assert.Equal(DateTimeOffset.UnixEpoch.AddDays(1), (await Log.NextDeadline(default)).Next);
        await Clear((DeadlineKind.TaskDue, subject));
        Assert.NotEqual(DateTimeOffset.UnixEpoch.AddDays(1), (await Log.NextDeadline(default)).Next);
    }

    [Fact]
    public async Task Setting_a_deadline_again_moves_it()
    {
        await Set(new Deadline(DeadlineKind.TaskDue, subject, Make.Now));
        await Set(new Deadline(DeadlineKind.TaskDue, subject, Make.Now.AddDays(-1)));

        Assert.Equal(Make.Now.AddDays(-1), Assert.Single(await Due()).Due);
    }

    [Fact]
    public async Task A_cleared_deadline_is_gone_and_clearing_what_is_not_there_is_fine()
    {
        await Set(new(DeadlineKind.TaskDue, subject, Make.Now), new(DeadlineKind.CaseTarget, subject, Make.Now));

        await Clear((DeadlineKind.TaskDue, subject), (DeadlineKind.MatterAnswer, subject));

        Assert.Equal(DeadlineKind.CaseTarget, Assert.Single(await Due()).Kind);
    }

    [Fact]
    public async Task What_one_append_both_clears_and_sets_stays_set()
    {
        await Set(new Deadline(DeadlineKind.TaskDue, subject, Make.Now));

        await Log.AppendOrFail(await NextEmpty() with
        {
            ClearDeadlines = [(DeadlineKind.TaskDue, subject)],
            SetDeadlines = [new(DeadlineKind.TaskDue, subject, Make.Now.AddDays(-1))],
        });

        Assert.Equal(Make.Now.AddDays(-1), Assert.Single(await Due()).Due);
    }

    private async Task Set(params Deadline[] deadlines) => await Log.AppendOrFail(await NextEmpty() with { SetDeadlines = deadlines });

    private async Task Clear(params (DeadlineKind, Guid)[] deadlines) => await Log.AppendOrFail(await NextEmpty() with { ClearDeadlines = deadlines });

    private async Task<Append> NextEmpty() => Make.Append(stream, await Log.ReadHead(stream, default));

    private async Task<IEnumerable<Deadline>> Due() =>
        (await Log.ReadDueDeadlines(int.MaxValue, default)).Where(d => d.Stream == stream).Select(d => d.Deadline);
}
