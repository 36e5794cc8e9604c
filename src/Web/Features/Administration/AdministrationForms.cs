using Hub.Contracts;
using Hub.Domain.Access;
using Hub.Web.Accounts;
using Hub.Web.Edge;
using Hub.Web.Errors;
using Hub.Web.Layout;

namespace Hub.Web.Features.Administration;

/// <summary>What an admin does about areas and people.</summary>
internal static class AdministrationForms
{
    public static void MapAdministrationForms(this RouteGroupBuilder administration)
    {
        administration.MapPost("/organisationer/{tenant:guid}/omraader", Register);

        var omraade = administration.MapGroup("/{o:guid}");
        omraade.MapPost("/invitationer", Invite);
        omraade.MapPost("/invitationer/{id:guid}/slet", Withdraw);
        omraade.MapPost("/medlemmer/{userId:guid}", Change);
        omraade.MapPost("/medlemmer/{userId:guid}/slut", (Guid o, Guid userId, FormCall form) => form.SendToTenant(_ => new RevokeMembership(o, userId), Page(o), Shown(o)));
    }

    private static Task<IResult> Register(FormCall form) => form.SendToTenant(
        f => new RegisterOmraade(CommandIds.Derive(form.Id, "omraade"), f.Text("name", Limits.Name), Lines(f.TextOrNull("afdelinger", Limits.Text, lines: true)), []),
        "/administration", new ShownPage(typeof(Administration), []));

    private static async Task<IResult> Invite(Guid o, FormCall form, InvitationBook invitations)
    {
        var invitation = Read(form.Form.Fields, form.Member);
        if (form.Form.Errors.Count > 0)
        {
            return await form.Refuse(Refusal.Of(new Rejection(RejectionCode.Invalid, Fields: form.Form.Errors)), Shown(o));
        }

        // Not led on: what answers is the only page that ever shows the code.
        var code = await invitations.Invite(invitation, form.Cancelled);
        return new ShownPage(typeof(OmraadeAdministration), new()
        {
            [nameof(OmraadeAdministration.O)] = o,
            [nameof(OmraadeAdministration.Invited)] = invitation.Email,
            [nameof(OmraadeAdministration.Code)] = code,
        }).Result(StatusCodes.Status200OK);
    }

    private static async Task<IResult> Withdraw(Guid o, Guid id, FormCall form, InvitationBook invitations)
    {
        await invitations.Withdraw(o, id, form.Cancelled);
        return new SeeOther(Page(o));
    }

    private static async Task<IResult> Change(Guid o, Guid userId, FormCall form, Acquaintances acquaintances)
    {
        if (!await acquaintances.Includes(userId, form.Member.Tenant, form.Cancelled))
        {
            form.Form.Errors["userId"] = ["unknown_value"];
        }

        return await form.SendToTenant(f => Grant(f, o, userId), Page(o), Shown(o));
    }

    private static GrantMembership Grant(Fields f, Guid o, Guid userId) =>
        new(o, userId, f.ChoiceOrNull<Kontor>("kontor"), f.Choice<Rolle>("role"), f.Choice<Employer>("employer"));

    private static Invitation Read(Fields f, Membership admin)
    {
        var grant = Grant(f, admin.OmraadeId, Guid.Empty);
        if (!Roles.Fits(grant.Rolle, grant.Kontor))
        {
            f.Note("kontor", "does_not_fit_role");
        }

        var email = f.Text("email", 256);
        if (!Emails.IsOne(email))
        {
            f.Note("email", "malformed");
        }

        return new Invitation
        {
            Tenant = admin.Tenant,
            OmraadeId = admin.OmraadeId,
            Email = email,
            Name = f.Text("name", Limits.Name),
            Kontor = grant.Kontor,
            Rolle = grant.Rolle,
            Employer = grant.Employer,
            InvitedBy = admin.UserId,
        };
    }

    private static string[] Lines(string? text) => (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Page(Guid o) => $"/administration/{o}";

    private static ShownPage Shown(Guid o) => new(typeof(OmraadeAdministration), new() { [nameof(OmraadeAdministration.O)] = o });
}
