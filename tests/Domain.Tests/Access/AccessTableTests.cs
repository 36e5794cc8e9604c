using Hub.Contracts;
using Hub.Domain.Access;

namespace Hub.Domain.Tests.Access;

public class AccessTableTests
{
    [Fact]
    public void Every_command_has_one_row() =>
        Assert.Equal(Kinds<Command>(), AccessTable.All.Select(r => r.Command).OrderBy(t => t.Name, StringComparer.Ordinal));

    [Fact]
    public void Every_command_on_a_boligorganisation_has_one_row() =>
        Assert.Equal(Kinds<TenantCommand>(), AccessTable.Tenant.Keys.OrderBy(t => t.Name, StringComparer.Ordinal));

    [Fact]
    public void Every_row_is_open_to_somebody() =>
        Assert.All(AccessTable.All.SelectMany(r => r.Steps), step => Assert.NotEqual(Relation.Ingen, step.By));

    [Fact]
    public void No_relation_stands_in_no_row()
    {
        var used = AccessTable.All.SelectMany(r => r.Steps).Select(s => s.By | s.Known).Concat(AccessTable.Tenant.Values).Aggregate((all, next) => all | next);
        Assert.All(Enum.GetValues<Relation>(), relation => Assert.True(used.HasFlag(relation), relation.ToString()));
    }

    private static IEnumerable<Type> Kinds<T>() =>
        typeof(T).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(T)) && !t.IsAbstract).OrderBy(t => t.Name, StringComparer.Ordinal);
}
