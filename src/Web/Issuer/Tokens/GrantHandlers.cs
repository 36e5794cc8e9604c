using Hub.Web.Accounts;
using OpenIddict.Abstractions;
using OpenIddict.Core;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using Reason = OpenIddict.Abstractions.OpenIddictConstants.Errors;
using static OpenIddict.Server.OpenIddictServerEvents;
using static OpenIddict.Server.OpenIddictServerHandlers;

namespace Hub.Web.Issuer;

/// <summary>A code or refresh token that comes a second time has been stolen, from whom or by whom nobody can tell: everything that came of it ends.</summary>
internal sealed class EndReplayed(OpenIddictTokenManager<IssuerToken> tokens, Grants grants) : IOpenIddictServerHandler<ValidateTokenContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } = OpenIddictServerHandlerDescriptor.CreateBuilder<ValidateTokenContext>()
        .UseScopedHandler<EndReplayed>().SetOrder(Protection.ValidateTokenEntry.Descriptor.Order - 500).Build();

    public async ValueTask HandleAsync(ValidateTokenContext context)
    {
        if (context is { EndpointType: OpenIddictServerEndpointType.Token, TokenId: { } id, AuthorizationId: { } authorization }
            && await tokens.FindByIdAsync(id, context.CancellationToken) is { Status: Statuses.Redeemed })
        {
            // The library refuses it next.
            await grants.End(authorization, context.CancellationToken);
        }
    }
}

/// <summary>What an app was given for a person is worth nothing once its session has ended, whoever asks about it.</summary>
internal sealed class EndedSession(SessionBook sessions) : IOpenIddictServerHandler<ValidateTokenContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } = OpenIddictServerHandlerDescriptor.CreateBuilder<ValidateTokenContext>()
        .UseScopedHandler<EndedSession>().SetOrder(Protection.ValidateAuthorizationEntry.Descriptor.Order + 500).Build();

    public async ValueTask HandleAsync(ValidateTokenContext context)
    {
        if (context.Principal?.GetTokenType() is TokenTypeIdentifiers.AccessToken or TokenTypeIdentifiers.RefreshToken or TokenTypeHints.AccessToken or TokenTypeHints.RefreshToken
            && Guid.TryParse(context.AuthorizationId, out var id) && await sessions.Find(id, context.CancellationToken) is null)
        {
            context.Reject(Reason.InvalidToken);
        }
    }
}

/// <summary>Whoever gives back one token of a sign-in gives back all of it, and is cut off where they listen.</summary>
internal sealed class EndRevoked(Grants grants) : IOpenIddictServerHandler<HandleRevocationRequestContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } = OpenIddictServerHandlerDescriptor.CreateBuilder<HandleRevocationRequestContext>()
        .UseScopedHandler<EndRevoked>().SetOrder(Revocation.RevokeToken.Descriptor.Order + 500).Build();

    public async ValueTask HandleAsync(HandleRevocationRequestContext context)
    {
        if (context.GenericTokenPrincipal.GetAuthorizationId() is { } authorization)
        {
            await grants.End(authorization, context.CancellationToken);
        }
    }
}
