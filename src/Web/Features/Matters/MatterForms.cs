using Hub.Web.Edge;

namespace Hub.Web.Features.Matters;

/// <summary>The forms of a matter's page, and the one that opens a new matter.</summary>
internal static class MatterForms
{
    public static void MapMatterForms(this RouteGroupBuilder omraade)
    {
        omraade.MapPost("/emner/nyt", (FormCall form) => form.Send(MatterCommands.Open, r => Page(form.Member.OmraadeId, r.MatterId!.Value)));
        foreach (var (name, read) in MatterCommands.All)
        {
            omraade.MapPost($"/emner/{{m:guid}}/{name}", (Guid m, FormCall form) => form.Send(f => read(m, f), _ => Page(form.Member.OmraadeId, m)));
        }
    }

    public static string Page(Guid omraade, Guid m) => $"/omraader/{omraade}/emner/{m}";
}
