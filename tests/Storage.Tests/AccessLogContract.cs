using System.Text;
using Hub.Contracts;

namespace Hub.Storage.Tests;

/// <summary>What every store must do with who was told what of whom.</summary>
public abstract class AccessLogContract(StoreFixture fixture)
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    private readonly Guid tenant = Guid.NewGuid();
    private readonly Guid omraade = Guid.NewGuid();
    private readonly Guid user = Guid.NewGuid();

    private IAccessLog Log => fixture.Store.AccessLog;

    private AccessFilter All => new(tenant, omraade);

    [Fact]
    public async Task A_row_is_read_back_as_it_was_written()
    {
        var seen = new SeenCase(Guid.NewGuid(), Revealed.Name | Revealed.Timeline, NameReason.Noedaabnet);
        var row = Row(seen, seen with { CaseId = Guid.NewGuid(), Fields = Revealed.Matter, Why = null }) with { At = Noon.AddMicroseconds(7) };
        await Log.Append(row, default);

        var read = Assert.Single(await Log.Read(All, default)).Row;

        Assert.Equal(row.Cases, read.Cases);
        Assert.Equal(row with { Cases = [] }, read with { Cases = [] });
    }

    [Fact]
    public async Task It_is_there_when_the_store_is_opened_again()
    {
        await Log.Append(Row(), default);

        await fixture.Reopen();

        Assert.Single(await Log.Read(All, default));
    }

    [Fact]
    public async Task Many_at_once_are_all_written_by_both_nodes()
    {
        var nodes = new[] { fixture.Store.AccessLog, fixture.SecondNode.AccessLog };
        await Task.WhenAll(Enumerable.Range(0, 300).Select(i => nodes[i % 2].Append(Row(), default)));

        Assert.Equal(300, (await Log.Read(All with { Limit = 1000 }, default)).Select(r => r.Row.Id).Distinct().Count());
    }

    [Fact]
    public async Task Rows_are_found_by_who_what_where_and_when()
    {
        var sought = Row() with { User = Guid.NewGuid(), Kontor = Kontor.Ejendomskontor, At = Noon.AddDays(1) };
        await Write(Row(), sought, Row());

        foreach (var filter in new[]
        {
            All with { User = sought.User }, All with { Case = sought.Cases[0].CaseId }, All with { Kontor = Kontor.Ejendomskontor }, All with { From = Noon.AddDays(1) },
            All with { User = sought.User, Case = sought.Cases[0].CaseId, From = Noon, Until = Noon.AddDays(2) },
        })
        {
            Assert.Equal(sought.Id, Assert.Single(await Log.Read(filter, default)).Row.Id);
        }

        Assert.Equal(2, (await Log.Read(All with { Until = Noon.AddDays(1) }, default)).Count);
    }

    [Fact]
    public async Task Pages_follow_one_another_newest_first_without_gap_or_repetition()
    {
        var rows = Enumerable.Range(0, 7).Select(i => Row() with { At = Noon.AddMinutes(i / 3) }).ToArray();
        await Write(rows);
        var read = new List<StoredAccess>();

        while (read.Count < rows.Length)
        {
            read.AddRange(await Log.Read(All with { Limit = 2, After = read.Count == 0 ? null : (read[^1].Row.At, read[^1].Position) }, default));
        }

        Assert.Equal(rows.Reverse().Select(r => r.Id), read.Select(r => r.Row.Id));
        Assert.Empty(await Log.Read(All with { After = (read[^1].Row.At, read[^1].Position) }, default));
    }

    [Fact]
    public async Task Another_tenant_and_another_area_are_not_met()
    {
        await Log.Append(Row(), default);

        Assert.Empty(await Log.Read(new(Guid.NewGuid(), omraade), default));
        Assert.Empty(await Log.Read(new(tenant, Guid.NewGuid()), default));
    }

    [Fact]
    public async Task An_untouched_chain_is_in_order_however_often_it_grew()
    {
        for (var i = 1; i <= 3; i++)
        {
            await Sealed(i);
            Assert.Equal((AccessDamage.None, i * (i + 1) / 2), await Check());
        }
    }

    [Fact]
    public async Task Nodes_that_chain_at_the_same_time_make_one_chain()
    {
        await KnowTenant();
        await Write([.. Enumerable.Range(0, 50).Select(_ => Row())]);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => (i % 2 == 0 ? fixture.Store : fixture.SecondNode).AccessLog.Seal(default)));
        await Log.Seal(default);

        Assert.Equal((AccessDamage.None, 50L), await Check());
    }

    [Theory]
    [InlineData("rolle = 1 - rolle")]
    [InlineData("user_id = tenant")]
    [InlineData("kontor = null")]
    [InlineData("omraade = tenant")]
    [InlineData("details = link")]
    [InlineData("mark = link")]
    [InlineData("link = mark")]
    public async Task A_changed_row_is_found(string change)
    {
        await Sealed(5);

        await Meddle($"update access_log set {change} where n = 3 and ");

        Assert.Equal((AccessDamage.Changed, 2L), await Check());
    }

    [Fact]
    public async Task A_row_changed_before_it_was_chained_is_found()
    {
        await Write(Row());
        await Meddle("update access_log set rolle = 1 - rolle where ");

        await Sealed(0);

        Assert.Equal((AccessDamage.Changed, 0L), await Check());
    }

    [Fact]
    public async Task A_row_that_somebody_else_made_is_found()
    {
        await Sealed(2);
        await Meddle($"insert into access_log (tenant, omraade, id, at, user_id, rolle, answer, cases, details, key_id, mark) select tenant, omraade, tenant, at, user_id, rolle, answer, cases, details, key_id, mark from access_log where n = 1 and ");

        await Sealed(0);

        Assert.Equal((AccessDamage.Changed, 2L), await Check());
    }

    [Fact]
    public async Task A_missing_row_is_found_also_when_the_others_move_up()
    {
        await Sealed(5);

        await Meddle("delete from access_log where n = 3 and ");
        Assert.Equal((AccessDamage.Missing, 2L), await Check());

        await Meddle("update access_log set n = 3 where n = 4 and ");
        await Meddle("update access_log set n = 4 where n = 5 and ");
        Assert.Equal((AccessDamage.Changed, 2L), await Check());
    }

    [Fact]
    public async Task A_cut_off_end_is_found()
    {
        await Sealed(5);

        await Meddle("delete from access_log where n > 3 and ");

        Assert.Equal((AccessDamage.CutOff, 3L), await Check());
    }

    [Fact]
    public async Task A_head_that_was_moved_back_is_found_and_no_row_is_added_to_it()
    {
        await Sealed(5);
        await Meddle("delete from access_log where n > 3 and ");
        await Meddle($"update access_heads set n = 3, link = (select link from access_log l where l.n = 3 and l.tenant = access_heads.tenant) where ");

        await Write(Row());

        await Assert.ThrowsAsync<AccessLogDamagedException>(() => Log.Seal(default));
        Assert.Equal((AccessDamage.Head, 0L), await Check());
        await Forget();
    }

    [Fact]
    public async Task A_head_that_is_gone_is_found()
    {
        await Sealed(2);

        await Meddle("delete from access_heads where ");

        Assert.Equal(AccessDamage.Head, (await Check()).Damage);
    }

    [Fact]
    public async Task What_an_older_copy_cut_off_is_found_by_a_head_kept_elsewhere()
    {
        await Sealed(5);
        var kept = Assert.Single(await Log.ReadHeads(default), h => h.Tenant == tenant);

        Assert.Equal((AccessDamage.None, 5L), await Check(kept));
        Assert.Equal((AccessDamage.Changed, 4L), await Check(kept with { Mark = new string('0', 64) }));
        Assert.Equal((AccessDamage.CutOff, 5L), await Check(kept with { Count = 6 }));
        await Forget();
        Assert.Equal((AccessDamage.CutOff, 0L), await Check(kept));
    }

    [Fact]
    public async Task It_holds_ids_and_codes_and_no_key()
    {
        await Sealed(1);

        var stored = Encoding.UTF8.GetString(await fixture.DumpBytes());

        Assert.DoesNotMatch($@"\b{nameof(Revealed.Name)}\b", stored);
        Assert.All(Enum.GetNames<NameReason>(), name => Assert.DoesNotContain(name, stored, StringComparison.Ordinal));
    }

    private AccessRow Row(params SeenCase[] cases) => new(
        Guid.NewGuid(), tenant, omraade, Noon, user, Kontor.BoligsocialtKontor, Rolle.Medarbejder, AnswerKind.Page,
        cases.Length > 0 ? cases : [new SeenCase(Guid.NewGuid(), Revealed.Name, NameReason.Grundlag)]);

    private async Task Write(params AccessRow[] rows)
    {
        foreach (var row in rows)
        {
            await Log.Append(row, default);
        }
    }

    /// <summary>Writes rows and chains whatever waits.</summary>
    private async Task Sealed(int rows)
    {
        await KnowTenant();
        await Write([.. Enumerable.Range(0, rows).Select(_ => Row())]);
        await Log.Seal(default);
    }

    /// <summary>A tenant with a text has a key, and by that its log is found.</summary>
    private Task<bool> KnowTenant() => fixture.Store.Drafts.Save(new(new DraftSpot(tenant, omraade, user, Guid.Empty), "notes"), null, "En note", default);

    private async Task<(AccessDamage Damage, long Rows)> Check(params AccessHead[] known)
    {
        var check = Assert.Single(await Log.Verify(known, default), c => c.Tenant == tenant);
        return (check.Damage, check.Rows);
    }

    private Task Meddle(string sql) => fixture.Meddle($"{sql}tenant = {TenantLiteral(tenant)}");

    /// <summary>As if there had never been a log of this tenant.</summary>
    private async Task Forget()
    {
        await Meddle("delete from access_log where ");
        await Meddle("delete from access_heads where ");
    }

    /// <summary>An id as it stands in SQL.</summary>
    protected abstract string TenantLiteral(Guid id);
}
