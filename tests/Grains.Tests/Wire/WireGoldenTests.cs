using System.Text.Json.Nodes;
using Hub.Contracts;
using Hub.Grains.Wire;

namespace Hub.Grains.Tests.Wire;

/// <summary>
/// A rolling update has an old Web before a new silo, and the other way round. What each says is golden: <c>name.json</c> is today's,
/// <c>name.1.json</c>, <c>name.2.json</c>… what versions before said. A file here is never changed; when a type is added to, today's is kept
/// as the next number.
/// </summary>
public sealed class WireGoldenTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Wire", "Golden");

    private static readonly Dictionary<string, Type> Said = CommandNames.All.ToDictionary(c => c.Name, _ => typeof(Request))
        .Concat(typeof(IBoligomraader).GetMethods().Where(m => m.ReturnType.IsGenericType && m.ReturnType.GetGenericTypeDefinition() == typeof(Task<>))
            .Select(m => KeyValuePair.Create($"answer-{m.Name}", m.ReturnType.GetGenericArguments()[0])))
        .Append(KeyValuePair.Create("membership", typeof(Membership))).ToDictionary();

    public static TheoryData<string> Names => [.. Said.Keys];

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "*.json").Select(f => Path.GetFileName(f))];

    [Theory]
    [MemberData(nameof(Names))]
    public void Todays_form_of_everything_that_crosses_is_golden(string name) =>
        GoldenForm.AssertGolden(Folder, "tests/Grains.Tests/Wire/Golden", $"{name}.json", Write(name, Today(name)));

    [Theory]
    [MemberData(nameof(Files))]
    public void What_a_version_before_said_is_understood_and_nothing_of_it_is_lost(string file)
    {
        var said = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, file)))!;

        var understood = JsonNode.Parse(Write(Name(file), Read(Name(file), said)))!;

        GoldenForm.AssertHolds(understood, said, file);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_a_version_to_come_adds_is_passed_over(string name)
    {
        var today = Write(name, Today(name));
        var tomorrow = JsonNode.Parse(today)!;
        Assert.True(GoldenForm.Add(tomorrow) > 0 || tomorrow is JsonValue);

        Assert.Equal(today, Write(name, Read(name, tomorrow)));
    }

    [Fact]
    public void Every_command_has_a_name_of_its_own()
    {
        var commands = typeof(Command).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(Command)) && !t.IsAbstract);

        Assert.Equal(commands.OrderBy(t => t.Name), CommandNames.All.Select(c => c.Type).OrderBy(t => t.Name));
        Assert.Equal(CommandNames.All.Count, CommandNames.All.Select(c => c.Name).Distinct().Count());
    }

    private static object? Today(string name) => CommandNames.All.FirstOrDefault(c => c.Name == name).Type is { } command
        ? (Request)Sample.Of(typeof(Request)) with { Command = (Command)Sample.Of(command) }
        : Sample.Of(Said[name]);

    private static string Write(string name, object? value) => GoldenForm.Write(value, Said[name]);

    private static object? Read(string name, JsonNode said) => GoldenForm.Read(said, Said[name]);

    private static string Name(string file) => file.Split('.')[0];
}
