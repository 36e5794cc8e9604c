using Hub.Contracts;
using Hub.Web.Edge;
using Hub.Web.Errors;
using Hub.Web.Layout;

namespace Hub.Web.Issuer;

/// <summary>
/// What an admin does about the systems and apps of their boligorganisation. It stands in its stream before it is done: a line about something that did not
/// happen is worth more than something that happened without a line.
/// </summary>
internal static class ClientForms
{
    private const string Path = "/organisationer/{tenant:guid}/klienter";

    public static string PageOf(Guid tenant) => $"/administration/organisationer/{tenant}/klienter";

    public static void MapClientForms(this RouteGroupBuilder administration)
    {
        administration.MapGet(Path, (Guid tenant) => Shown(tenant).Result(StatusCodes.Status200OK));
        administration.MapPost(Path, Register);
        administration.MapPost($"{Path}/{{client:guid}}/hemmelighed", ReplaceSecret);
        administration.MapPost($"{Path}/{{client:guid}}/luk", (Guid tenant, Guid client, FormCall form, ClientBook book) =>
            Change(tenant, client, ClientChange.Disabled, form, () => book.ShutOut(client, form.Cancelled)));
        administration.MapPost($"{Path}/{{client:guid}}/aabn", (Guid tenant, Guid client, FormCall form) => Change(tenant, client, ClientChange.Enabled, form, () => Task.CompletedTask));
        administration.MapPost($"{Path}/{{client:guid}}/slet", (Guid tenant, Guid client, FormCall form, ClientBook book) =>
            Change(tenant, client, ClientChange.Removed, form, () => book.Remove(client, form.Cancelled)));
    }

    private static async Task<IResult> Register(Guid tenant, FormCall form, ClientBook book)
    {
        var fields = form.Form.Fields;
        var wish = ClientFields.Read(fields);
        var (leave, places) = (ClientFields.Leave(fields), wish.Kind == ClientKind.System ? ClientFields.Places(fields) : null);
        var id = CommandIds.Derive(form.Id, "client");
        var sent = await form.SendToTenant(_ => new ChangeClient(id, ClientChange.Registered, leave, places), PageOf(tenant), Shown(tenant));
        // Sent once more, the secret has been shown.
        return sent is not SeeOther || await book.IsThere(id, form.Cancelled) ? sent : Once(tenant, id, await book.Register(id, tenant, wish, form.Cancelled));
    }

    private static async Task<IResult> ReplaceSecret(Guid tenant, Guid client, FormCall form, ClientBook book)
    {
        if (!await book.HasSecret(client, tenant, form.Cancelled))
        {
            return Problem.NotFound;
        }

        var sent = await Send(tenant, client, ClientChange.SecretReplaced, form);
        return sent is SeeOther ? Once(tenant, client, await book.ReplaceSecret(client, form.Cancelled)) : sent;
    }

    private static async Task<IResult> Change(Guid tenant, Guid client, ClientChange change, FormCall form, Func<Task> act)
    {
        var sent = await Send(tenant, client, change, form);
        if (sent is SeeOther)
        {
            await act();
        }

        return sent;
    }

    private static Task<IResult> Send(Guid tenant, Guid client, ClientChange change, FormCall form) =>
        form.SendToTenant(_ => new ChangeClient(client, change, SystemScope.None, null), PageOf(tenant), Shown(tenant));

    private static ShownPage Shown(Guid tenant) => new(typeof(Klienter), new() { [nameof(Klienter.Tenant)] = tenant });

    /// <summary>Not led on: what answers is the only page that ever shows the secret.</summary>
    private static IResult Once(Guid tenant, Guid client, string? secret) => new ShownPage(typeof(Klienter), new()
    {
        [nameof(Klienter.Tenant)] = tenant,
        [nameof(Klienter.Made)] = client,
        [nameof(Klienter.Secret)] = secret,
    }).Result(StatusCodes.Status200OK);
}
