using System.Collections.Immutable;
using Hub.Grains;
using Hub.Web.Edge;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Core;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Hub.Web.Issuer;

/// <summary>What people have let apps do for them, until they take it back.</summary>
internal sealed class LeaveBook(IssuerContext context, OpenIddictAuthorizationManager<IssuerAuthorization> authorizations, Grants grants, ITenantDirectory directory)
{
    /// <summary>Whether the person has let the app do all of this before.</summary>
    public async Task<bool> Has(Guid person, IssuerClient client, IReadOnlyList<string> scopes, CancellationToken ct)
    {
        var given = await Of(person, client, ct);
        return given is not null && scopes.All((await authorizations.GetScopesAsync(given, ct)).Contains);
    }

    public async Task Keep(Guid person, IssuerClient client, IReadOnlyList<string> scopes, CancellationToken ct)
    {
        var before = await Of(person, client, ct);
        IEnumerable<string> known = before is null ? [] : await authorizations.GetScopesAsync(before, ct);
        if (before is not null)
        {
            await authorizations.DeleteAsync(before, ct);
        }

        await authorizations.CreateAsync(new System.Security.Claims.ClaimsIdentity(), person.ToString(), client.Id.ToString(), AuthorizationTypes.Permanent, [.. known.Union(scopes)], ct);
    }

    /// <summary>The apps of a person, by name.</summary>
    public async Task<IReadOnlyList<LetIn>> Of(Guid person, CancellationToken ct)
    {
        var found = new List<LetIn>();
        var subject = person.ToString();
        var rows = await context.Authorizations.AsNoTracking().Include(a => a.Application)
            .Where(a => a.Subject == subject && a.Type == AuthorizationTypes.Permanent && a.Status == Statuses.Valid).ToListAsync(ct);
        foreach (var row in rows.Where(r => r.Application is not null))
        {
            var scopes = (await authorizations.GetScopesAsync(row, ct)).Select(Scope.Read).OfType<Scope>();
            found.Add(new LetIn(row.Application!.Id, row.Application.DisplayName ?? "", directory.Tenant(row.Application.Tenant)?.Name ?? "", row.CreationDate ?? default, [.. scopes]));
        }

        return [.. found.OrderBy(f => f.Name, StringComparer.CurrentCulture)];
    }

    /// <summary>The person no longer lets the app do anything, at once and wherever it is.</summary>
    public Task TakeBack(Guid person, Guid client, CancellationToken ct) => grants.EndAll(client, person.ToString(), ct);

    private async Task<IssuerAuthorization?> Of(Guid person, IssuerClient client, CancellationToken ct)
    {
        await foreach (var given in authorizations.FindAsync(person.ToString(), client.Id.ToString(), Statuses.Valid, AuthorizationTypes.Permanent, (ImmutableArray<string>?)null, ct))
        {
            return given;
        }

        return null;
    }
}

/// <summary>An app that a person has let in.</summary>
internal sealed record LetIn(Guid Client, string Name, string Tenant, DateTime Since, IReadOnlyList<Scope> Scopes);
