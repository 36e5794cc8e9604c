using Hub.Web.Tests.Server;

namespace Hub.Web.Tests.Access;

[Collection(MatrixCollection.Name)]
public sealed class ApiMatrixTests(MatrixServer matrix)
{
    [Theory]
    [InlineData("nordbo")]
    [InlineData("sydbo")]
    public async Task Every_role_gets_from_the_API_what_its_relation_allows_and_nothing_else(string tenant)
    {
        var town = tenant == "nordbo" ? matrix.Nordbo : matrix.Sydbo;
        var wrong = new List<string>();
        foreach (var (person, cell, target) in Cases(town))
        {
            var got = await Ask(town[person], town.Omraade, cell.Call, target);
            if (got != cell.Expected)
            {
                wrong.Add($"{person}: {cell.Call} ({cell.Relation}) is {got} and not {cell.Expected}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_cell_was_tried_by_somebody()
    {
        var tried = Cases(matrix.Nordbo).Select(c => c.Cell).ToHashSet();
        Assert.All(Matrix.Cells.Where(c => c.Expected != "-"), c => Assert.Contains(c, tried));
    }

    [Fact]
    public async Task Another_boligorganisation_gets_for_every_call_what_nothing_would_get()
    {
        foreach (var role in Matrix.Roles)
        {
            var stranger = matrix.Sydbo[Town.PeopleOf[role][0]];
            foreach (var cell in Matrix.Cells.Where(c => c.Role == "medarbejder").DistinctBy(c => c.Call))
            {
                var there = matrix.Nordbo.Things.First(t => t.Thing == cell.Thing && (cell.Thing != "case" || t.Target.Handover is not null)).Target;
                var absent = new Target(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), there.Self, there.Colleague);

                var foreignArea = await stranger.Raw(matrix.Nordbo.Omraade, cell.Call, there);
                var absentArea = await stranger.Raw(Guid.NewGuid(), cell.Call, there);
                Assert.Equal((404, absentArea.Body), (foreignArea.Status, foreignArea.Body));

                if (cell.Thing != "area" && cell.Call != "GET workspace with the case")
                {
                    var foreignThing = await stranger.Raw(matrix.Sydbo.Omraade, cell.Call, there);
                    var absentThing = await stranger.Raw(matrix.Sydbo.Omraade, cell.Call, absent);
                    Assert.Equal((absentThing.Status, absentThing.Body), (foreignThing.Status, foreignThing.Body));
                    Assert.True(foreignThing.Status == 404 || (foreignThing.Status == 403 && Calls.Pattern(cell.Call) == "tasks"), $"{role} {cell.Call}: {foreignThing.Status}");
                }
            }
        }
    }

    private static IEnumerable<(string Person, Cell Cell, Target Target)> Cases(Town town) =>
        from cell in Matrix.Cells
        where cell.Expected != "-"
        from person in Town.PeopleOf[cell.Role]
        let target = town.Find(person, cell.Thing, cell.Relation)
        where target is not null
        select (person, cell, target);

    private static async Task<string> Ask(Session person, Guid omraade, string call, Target target)
    {
        var reply = await person.Raw(omraade, call, target);
        return reply.Status switch
        {
            400 when reply.Error("Idempotency-Key") == "required" => "yes",
            200 when call == "GET cases/{c}" => Sight(reply),
            200 when call == "GET workspace with the case" => reply.Body.Contains(target.Id.ToString(), StringComparison.Ordinal) ? "listed" : "absent",
            200 => "yes",
            var status => $"{status}",
        };
    }

    private static string Sight(Reply reply) =>
        reply.Json["number"]!.GetValue<string>().StartsWith('B') ? "number"
        : reply.Json["sight"]!.GetValue<string>() == "status" ? "status"
        : reply.Json["identity"] is System.Text.Json.Nodes.JsonObject ? "name" : "sealed";
}
