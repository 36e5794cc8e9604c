using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;
using static OpenIddict.Server.OpenIddictServerHandlers;

namespace Hub.Web.Issuer;

/// <summary>Tells the addresses of the issuer under the name that people know, whatever host somebody says they have come to.</summary>
internal sealed class PublicName(Settings settings) : IOpenIddictServerHandler<HandleConfigurationRequestContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } = OpenIddictServerHandlerDescriptor.CreateBuilder<HandleConfigurationRequestContext>()
        .UseSingletonHandler<PublicName>().SetOrder(Discovery.AttachEndpoints.Descriptor.Order + 500).Build();

    public ValueTask HandleAsync(HandleConfigurationRequestContext context)
    {
        context.AuthorizationEndpoint = Here(context.AuthorizationEndpoint);
        context.TokenEndpoint = Here(context.TokenEndpoint);
        context.RevocationEndpoint = Here(context.RevocationEndpoint);
        context.IntrospectionEndpoint = Here(context.IntrospectionEndpoint);
        context.JsonWebKeySetEndpoint = Here(context.JsonWebKeySetEndpoint);
        return default;
    }

    private Uri? Here(Uri? endpoint) => endpoint is null ? null : new Uri(settings.PublicUrl, endpoint.AbsolutePath);
}
