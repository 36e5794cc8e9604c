using Hub.Contracts;

namespace Hub.Storage.Tests;

/// <summary>The cases that wait for the nightly run are found without reading a history.</summary>
public abstract class DeletableContract(StoreFixture fixture, string folder)
{
    private readonly StreamKey stream = Make.Stream();
    private readonly DeletableCase ended = new(Guid.NewGuid(), 3, Category.Restance, Outcome.Afdragsordning, Make.Now);
    private readonly DeletableCase untaken = new(Guid.NewGuid(), 4, Category.BarnEllerUng, null, Make.Now.AddMinutes(-1));

    [Fact]
    public async Task Each_is_found_by_its_limit_and_no_other_the_longest_waiting_first()
    {
        await Set(ended, untaken);

        Assert.Equal([untaken, ended], await Find(new(Category.Restance, Outcome.Afdragsordning, Make.Now), new(Category.BarnEllerUng, null, Make.Now)));
        Assert.Equal([ended], await Find(new DeletableLimit(Category.Restance, Outcome.Afdragsordning, Make.Now)));
        Assert.Empty(await Find(
            new(Category.Restance, Outcome.Afdragsordning, Make.Now.AddMicroseconds(-1)), new(Category.Restance, null, Make.Now),
            new(Category.Restance, Outcome.Betalt, Make.Now), new(Category.BarnEllerUng, Outcome.Afdragsordning, Make.Now)));
    }

    [Fact]
    public async Task What_waits_for_something_else_is_found_by_that_alone()
    {
        await Set(untaken);
        var lapsed = untaken with { Outcome = Outcome.Bortfaldet, Since = Make.Now };
        await Set(lapsed);

        Assert.Equal([lapsed], await Find(new(Category.BarnEllerUng, null, Make.Now), new(Category.BarnEllerUng, Outcome.Bortfaldet, Make.Now)));
    }

    [Fact]
    public async Task What_no_longer_waits_is_not_found()
    {
        await Set(ended, untaken);
        await fixture.Store.AppendOrFail(await Next() with { ClearDeletable = [ended.CaseId, Guid.NewGuid()], SetDeletable = [untaken with { Since = Make.Now }] });

        Assert.Equal([untaken.CaseId], (await Find(new(Category.Restance, Outcome.Afdragsordning, Make.Now), new(Category.BarnEllerUng, null, Make.Now))).Select(c => c.CaseId));
    }

    [Fact]
    public async Task A_lost_head_changes_nothing()
    {
        await Set(ended);

        await fixture.Store.Append(Make.Append(stream, default) with { ClearDeletable = [ended.CaseId] }, default);

        Assert.Single(await Find(new DeletableLimit(Category.Restance, Outcome.Afdragsordning, Make.Now)));
    }

    [Fact]
    public async Task Those_of_another_area_and_another_tenant_are_not_found()
    {
        await Set(ended);
        foreach (var other in new[] { stream with { Stream = Guid.NewGuid() }, stream with { Tenant = Guid.NewGuid() } })
        {
            Assert.Empty(await fixture.Store.Deletables.Find(other, [new(Category.Restance, Outcome.Afdragsordning, Make.Now)], 10, default));
        }
    }

    [Fact]
    public async Task No_more_are_found_than_were_asked_for()
    {
        await Set(ended, untaken, ended with { CaseId = Guid.NewGuid() });

        Assert.Equal(2, (await fixture.Store.Deletables.Find(
            stream, [new(Category.Restance, Outcome.Afdragsordning, Make.Now), new(Category.BarnEllerUng, null, Make.Now)], 2, default)).Count);
    }

    [Fact]
    public async Task Cases_from_before_there_was_such_a_list_are_on_it()
    {
        var flagged = SampleEvents.All.OfType<CaseFlagged>().Single() with { Category = Category.Restance, Beboer = null, Parter = [], Basis = LegalBasis.None };
        var (closed, merged, reopened, left, taken) = (Id(), Id(), Id(), Id(), Id());
        foreach (var e in new Event[]
        {
            Flagged(closed), new CasePickedUp(closed, Id()), new CaseClosed(closed, Outcome.Betalt, null), new CaseReopened(closed, Make.Text(closed, "igen"), Id(), Make.Now),
            new CaseClosed(closed, Outcome.Afdragsordning, null), Flagged(merged), new CaseMerged(merged, closed),
            Flagged(reopened), new CasePickedUp(reopened, Id()), new CaseClosed(reopened, Outcome.Betalt, null), new CaseReopened(reopened, Make.Text(reopened, "igen"), Id(), Make.Now),
            Flagged(left), new CaseTargetMissed(left), Flagged(taken), new CasePickedUp(taken, Id()),
        })
        {
            await fixture.Store.AppendNext(stream, e);
        }

        await fixture.Meddle("delete from deletable_cases");
        foreach (var insert in Migration())
        {
            await fixture.Meddle(insert);
        }

        var log = await fixture.Store.ReadAll(stream);
        Assert.Equal(
            [Row(closed, Outcome.Afdragsordning, 5), Row(merged, Outcome.Dublet, 7), Row(left, null, 13)],
            await Find([.. new Outcome?[] { Outcome.Afdragsordning, Outcome.Betalt, Outcome.Dublet, null }.Select(o => new DeletableLimit(Category.Restance, o, Make.Now.AddYears(1)))]));

        DeletableCase Row(Guid id, Outcome? outcome, int seq) => new(id, flagged.Number, Category.Restance, outcome, log[seq - 1].At);
        CaseFlagged Flagged(Guid id) => flagged with { CaseId = id, Description = Make.Text(id, "set") };
        static Guid Id() => Guid.NewGuid();
    }

    private IEnumerable<string> Migration()
    {
        var assembly = typeof(HubStore).Assembly;
        using var reader = new StreamReader(assembly.GetManifestResourceStream(
            assembly.GetManifestResourceNames().Single(r => r.Contains($".{folder}.", StringComparison.Ordinal) && r.Contains("deletable_cases", StringComparison.Ordinal)))!);
        return reader.ReadToEnd().Split("insert into").Skip(1).Select(sql => "insert into" + sql.Split(';')[0]);
    }

    private async Task Set(params DeletableCase[] cases) => await fixture.Store.AppendOrFail(
        Make.Append(stream, await fixture.Store.ReadHead(stream, default), Make.PickedUp()) with { SetDeletable = cases });

    private async Task<Append> Next() => Make.Append(stream, await fixture.Store.ReadHead(stream, default), Make.PickedUp());

    private Task<IReadOnlyList<DeletableCase>> Find(params DeletableLimit[] limits) => fixture.Store.Deletables.Find(stream, limits, 10, default);
}

public sealed class SqliteDeletableTests(SqliteFixture fixture) : DeletableContract(fixture, "Sqlite"), IClassFixture<SqliteFixture>;

public sealed class PostgresDeletableTests(PostgresFixture fixture) : DeletableContract(fixture, "Postgres"), IClassFixture<PostgresFixture>;
