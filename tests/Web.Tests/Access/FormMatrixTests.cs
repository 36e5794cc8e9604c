using System.Net;
using Hub.Web.Tests.Pages;

namespace Hub.Web.Tests.Access;

/// <summary>The forms of the pages send the same commands, so the same cells must come out of them.</summary>
[Collection(MatrixCollection.Name)]
public sealed class FormMatrixTests(MatrixServer matrix)
{
    [Fact]
    public async Task Every_role_gets_from_the_forms_what_its_relation_allows_and_nothing_else()
    {
        var wrong = new List<string>();
        foreach (var person in Town.PeopleOf.Values.SelectMany(p => p))
        {
            var browser = await Browser.SignIn(matrix.Hub, $"{person}@nordbo.example");
            var token = await browser.FormToken();
            var role = Town.PeopleOf.First(r => r.Value.Contains(person)).Key;
            foreach (var cell in Matrix.Cells.Where(c => c.Role == role && c.Expected != "-"))
            {
                if (matrix.Nordbo.Find(person, cell.Thing, cell.Relation) is not { } target)
                {
                    continue;
                }

                // A task's form on the page of a case shows that page again, and the board has no such page.
                foreach (var form in Calls.Forms(cell.Call).Where(f => !(role == "bestyrelse" && f.StartsWith("sager/{c}/tasks/", StringComparison.Ordinal))))
                {
                    var status = await browser.Send(Address(form, target), [token, .. Typed(cell.Call, target)]);
                    var got = status == HttpStatusCode.BadRequest ? "yes" : $"{(int)status}";
                    if (got != cell.Expected)
                    {
                        wrong.Add($"{person}: {form} ({cell.Relation}) is {got} and not {cell.Expected}");
                    }
                }
            }
        }

        Assert.Empty(wrong);
    }

    private string Address(string form, Target target) => $"/omraader/{matrix.Nordbo.Omraade}/" + form
        .Replace("{c}", $"{(form.Contains("{t}", StringComparison.Ordinal) ? target.Mine : target.Id)}").Replace("{m}", target.Id.ToString()).Replace("{t}", target.Id.ToString()).Replace("{h}", target.Handover.ToString())
        .Replace("{a}", target.Id.ToString()).Replace("{i}", target.Id.ToString()).Replace("{p}", target.Id.ToString()).Replace("{s}", "1", StringComparison.Ordinal);

    private static IEnumerable<(string, string)> Typed(string call, Target target) =>
        Calls.Body(call, target) is { } body ? body.GetType().GetProperties().Select(p => (p.Name, $"{p.GetValue(body)}")) : [];
}
