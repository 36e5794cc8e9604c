using Hub.Contracts;
using Hub.Grains;
using Hub.Web.Errors;
using Microsoft.AspNetCore.Identity;

namespace Hub.Web.Accounts;

/// <summary>
/// Turns an invitation into an account and a membership. Who has an account already gives its password: an administrator
/// who invites an address must not come into an account by it.
/// </summary>
internal sealed class Joining(UserManager<HubUser> users, PasswordSignIn passwords, InvitationBook invitations, ITenantDirectory directory)
{
    public async Task<JoinOutcome> Join(Invitation invitation, string name, string password, CancellationToken ct)
    {
        HubUser user;
        switch (await Account(invitation, name, password))
        {
            case JoinOutcome.Joined joined:
                user = joined.User;
                break;
            case var refused:
                return refused;
        }

        var grant = new GrantMembership(invitation.OmraadeId, user.Id, invitation.Kontor, invitation.Rolle, invitation.Employer);
        var answer = await directory.Execute(invitation.Tenant, invitation.InvitedBy, new TenantRequest(CommandIds.Derive(invitation.Id, "grant"), [], grant), ct);
        await invitations.Use(invitation, ct);
        return answer.Rejection is null ? new JoinOutcome.Joined(user) : new JoinOutcome.Ended();
    }

    private async Task<JoinOutcome> Account(Invitation invitation, string name, string password)
    {
        if (await users.FindByEmailAsync(invitation.Email) is not null)
        {
            return await passwords.CheckPassword(invitation.Email, password) switch
            {
                SignInOutcome.Accepted(var known) => new JoinOutcome.Joined(known),
                SignInOutcome.Refused(var fault) => new JoinOutcome.Refused(fault),
                _ => throw new InvalidOperationException(),
            };
        }

        var user = new HubUser
        {
            Id = CommandIds.Derive(invitation.Id, "account"),
            Name = name,
            UserName = invitation.Email,
            Email = invitation.Email,
            EmailConfirmed = true,
        };
        var made = await users.CreateAsync(user, password);
        return made.Succeeded ? new JoinOutcome.Joined(user) : new JoinOutcome.Weak(PasswordRules.Sentence(made.Errors));
    }
}

/// <summary>What became of an invitation.</summary>
internal abstract record JoinOutcome
{
    public sealed record Joined(HubUser User) : JoinOutcome;

    /// <summary>The password is not the account's.</summary>
    public sealed record Refused(Fault Fault) : JoinOutcome;

    /// <summary>The password is too easy; why, for a person to read.</summary>
    public sealed record Weak(string Why) : JoinOutcome;

    /// <summary>Whoever invited may do so no longer.</summary>
    public sealed record Ended : JoinOutcome;
}
