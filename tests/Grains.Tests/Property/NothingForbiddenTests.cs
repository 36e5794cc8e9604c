using System.Text.Encodings.Web;
using System.Text.Json;

namespace Hub.Grains.Tests.Property;

/// <summary>Whatever anyone does in whatever order, no view shows what the law and the offices' agreement forbid.</summary>
public sealed class NothingForbiddenTests
{
    private const int Steps = 120;
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task No_view_ever_shows_what_is_forbidden(int seed)
    {
        await using var area = await Area.Open();
        var walk = new RandomWalk(area, new Random(seed));
        for (var step = 0; step < Steps; step++)
        {
            await walk.Step();
            if (step % 4 == 0)
            {
                await Check(area, walk.Oracle, $"seed {seed} step {step}");
            }
        }

        Assert.True(walk.Accepted > Steps / 5, $"Only {walk.Accepted} commands were accepted: the walk shows too little.");
    }

    private static async Task Check(Area area, Oracle oracle, string where)
    {
        foreach (var viewer in area.Everyone)
        {
            var seen = await Everything(area, viewer, oracle);
            foreach (var token in oracle.Forbidden(viewer, area.Time.GetUtcNow()))
            {
                Assert.False(seen.Contains(token, StringComparison.OrdinalIgnoreCase), $"{where}: {viewer.Name} sees {token}");
            }
        }
    }

    /// <summary>Every byte this person could fetch now.</summary>
    private static async Task<string> Everything(Area area, Person viewer, Oracle oracle)
    {
        var parts = new List<object?> { await area.Engine.ReadWorkspace(viewer.Member, default), await area.Engine.ReadOwnFlags(viewer.Member, default) };
        foreach (var id in oracle.Cases.Keys)
        {
            parts.Add(await area.Engine.ReadCase(viewer.Member, id, default));
        }

        foreach (var id in oracle.Matters)
        {
            parts.Add(await area.Engine.ReadMatter(viewer.Member, id, default));
        }

        return JsonSerializer.Serialize(parts, Plain);
    }
}
