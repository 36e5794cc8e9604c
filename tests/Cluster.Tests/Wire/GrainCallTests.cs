using System.Reflection;
using System.Text.Json.Nodes;
using Hub.Grains;
using Hub.Grains.Cluster;
using Hub.Grains.Tests.Wire;
using Hub.Silo.Cluster;
using Orleans;

namespace Hub.Cluster.Tests.Wire;

/// <summary>
/// What an old process calls and a new one answers during a rolling update: grains and methods by their alias, parameters by their types in order. A line in
/// Calls.approved.txt is only added, until no version of the last month calls it; so with the golden files, as <c>WireGoldenTests</c> has it.
/// </summary>
public sealed class GrainCallTests
{
    private const string Home = "tests/Cluster.Tests/Wire";
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Wire");
    private static readonly Type[] Grains = [typeof(IBoligomraadeGrain), typeof(IFiguresGrain), typeof(IDeadlinesGrain)];

    /// <summary>What crosses between processes and not between Web and the engine's port.</summary>
    private static readonly Dictionary<string, Type> Said = new() { ["ownFlags"] = typeof(OwnFlags), ["siloFigures"] = typeof(SiloFigures) };

    public static TheoryData<string> Names => [.. Said.Keys];

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "*.json").Select(f => Path.GetFileName(f))];

    [Fact]
    public void Every_call_is_approved() => GoldenForm.AssertGolden(Folder, Home, "Calls.approved.txt", string.Concat(Grains.SelectMany(Calls)));

    [Fact]
    public void Every_type_of_Hub_that_crosses_is_golden()
    {
        var crossing = Grains.SelectMany(g => g.GetMethods()).SelectMany(m => m.GetParameters().Select(p => p.ParameterType).Append(m.ReturnType))
            .Select(t => t.IsGenericType ? t.GetGenericArguments()[0] : t).Where(t => t.Namespace!.StartsWith("Hub.", StringComparison.Ordinal));
        var port = typeof(IBoligomraader).GetMethods().SelectMany(m => m.GetParameters().Select(p => p.ParameterType).Append(m.ReturnType.GenericTypeArguments.FirstOrDefault()));

        Assert.Empty(crossing.Except(Said.Values).Except(port));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Todays_form_is_golden(string name) => GoldenForm.AssertGolden(Folder, Home, $"{name}.json", Today(name));

    [Theory]
    [MemberData(nameof(Files))]
    public void What_a_version_before_said_is_understood_and_nothing_of_it_is_lost(string file)
    {
        var (said, type) = (JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, file)))!, Said[file.Split('.')[0]]);

        GoldenForm.AssertHolds(JsonNode.Parse(GoldenForm.Write(GoldenForm.Read(said, type), type)), said, file);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_a_version_to_come_adds_is_passed_over(string name)
    {
        var tomorrow = JsonNode.Parse(Today(name))!;
        Assert.True(GoldenForm.Add(tomorrow) > 0);

        Assert.Equal(Today(name), GoldenForm.Write(GoldenForm.Read(tomorrow, Said[name]), Said[name]));
    }

    private static string Today(string name) => GoldenForm.Write(Sample.Of(Said[name]), Said[name]);

    private static IEnumerable<string> Calls(Type grain) => grain.GetMethods().Select(m =>
        $"{Alias(grain)} {Alias(m)}({string.Join(", ", m.GetParameters().Select(p => Name(p.ParameterType)))}) {Name(m.ReturnType)}\n").Order(StringComparer.Ordinal);

    private static string Alias(MemberInfo member) => member.GetCustomAttribute<AliasAttribute>()?.Alias ?? throw new InvalidOperationException($"{member.Name} has no alias.");

    private static string Name(Type type) => type.IsGenericType
        ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type.FullName!.StartsWith("Hub.", StringComparison.Ordinal) ? type.FullName : type.Name;
}
