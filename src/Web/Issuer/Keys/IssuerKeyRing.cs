using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;
using OpenIddict.Validation;

namespace Hub.Web.Issuer;

/// <summary>The keys in use on this node. When they change, the library's options are made anew with them: no process is restarted.</summary>
internal sealed class IssuerKeyRing(IssuerKeyBook book, TimeProvider clock)
    : IConfigureOptions<OpenIddictServerOptions>, IOptionsChangeTokenSource<OpenIddictServerOptions>, IOptionsChangeTokenSource<OpenIddictValidationOptions>
{
    // Before the store is there nothing is issued, and the library demands keys all the same.
    private static readonly IssuerKey[] Nobodys = [IssuerKey.New(Guid.Empty, true, default), IssuerKey.New(Guid.Empty, false, default)];

    private readonly Signal server = new();
    private readonly Signal validation = new();
    private volatile IReadOnlyList<IssuerKey> inOrder = Nobodys;

    public string? Name => Options.DefaultName;

    /// <summary>Reads the keys, makes those that are due and puts to use what has changed.</summary>
    public async Task Tend(CancellationToken ct)
    {
        var keys = await book.Tend(ct);
        var now = clock.GetUtcNow();
        IReadOnlyList<IssuerKey> next = [.. KeySchedule.InOrder(keys.Where(k => k.Signs), now), .. KeySchedule.InOrder(keys.Where(k => !k.Signs), now)];
        if (!next.Select(k => k.Id).SequenceEqual(inOrder.Select(k => k.Id)))
        {
            inOrder = next;
            // In this order: what checks tokens takes its keys from what makes them.
            server.Raise();
            validation.Raise();
        }
    }

    public void Configure(OpenIddictServerOptions options)
    {
        foreach (var key in inOrder)
        {
            if (key.Signs)
            {
                options.SigningCredentials.Add(new SigningCredentials(key.Open(), SecurityAlgorithms.RsaSha256));
            }
            else
            {
                options.EncryptionCredentials.Add(new EncryptingCredentials(key.Open(), SecurityAlgorithms.Aes256KW, SecurityAlgorithms.Aes256CbcHmacSha512));
            }
        }
    }

    IChangeToken IOptionsChangeTokenSource<OpenIddictServerOptions>.GetChangeToken() => server.Token;

    IChangeToken IOptionsChangeTokenSource<OpenIddictValidationOptions>.GetChangeToken() => validation.Token;

    private sealed class Signal
    {
        private CancellationTokenSource source = new();

        public IChangeToken Token => new CancellationChangeToken(source.Token);

        public void Raise() => Interlocked.Exchange(ref source, new CancellationTokenSource()).Cancel();
    }
}
