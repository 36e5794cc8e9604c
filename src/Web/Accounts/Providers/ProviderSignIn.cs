using System.Text.Json;
using Hub.Grains;
using Microsoft.AspNetCore.Identity;

namespace Hub.Web.Accounts;

/// <summary>
/// Signs people in by the word of their own organisation. Nobody becomes anything by it: the account and its membership there were made by an
/// invitation, and the word counts in that boligorganisation alone.
/// </summary>
internal sealed partial class ProviderSignIn(
    ProviderBook providers, ProviderTalk talk, UserManager<HubUser> users, SecondFactor factor, PasswordSignIn passwords, CookieSignIn cookie,
    ITenantDirectory directory, Settings settings, ILogger<ProviderSignIn> logger)
{
    /// <summary>The address at the provider; null when the organisation has none, or it cannot be reached.</summary>
    public async Task<string?> Begin(HttpContext http, string slug, string onward)
    {
        if (await providers.Of(slug, http.RequestAborted) is not { } provider)
        {
            return null;
        }

        var trip = ProviderTrip.New(slug, onward);
        if (await Heard(() => talk.Question(provider, trip, http.RequestAborted)!) is not { } question)
        {
            return null;
        }

        trip.Begin(http, settings);
        return question;
    }

    public async Task<ProviderOutcome> Finish(HttpContext http)
    {
        if (ProviderTrip.End(http, settings) is not { } trip || await providers.Of(trip.Slug, http.RequestAborted) is not { } provider
            || await Heard(() => talk.Answer(provider, trip, http.Request.Query, http.RequestAborted)) is not { } answer)
        {
            return new ProviderOutcome.Stopped();
        }

        var token = answer.Id;
        if (await Account(provider, answer, http.RequestAborted) is not { } user || directory.Of(user.Id).All(m => m.Tenant != provider.Tenant))
        {
            return new ProviderOutcome.Unknown();
        }

        var vouched = new Vouched(provider.Tenant, string.Join(' ', Assurance.In(token.Claims).Where(l => !l.Contains(' ', StringComparison.Ordinal))));
        var strong = provider.IsStrong(token.Claims.Where(c => c.Type is "acr" or "amr").Select(c => c.Value));
        if (strong || !factor.IsWanted(user))
        {
            await cookie.SignIn(user, strong, vouched);
            return new ProviderOutcome.SignedIn(trip.Onward);
        }

        // An app that is not there yet is not set up on somebody else's word.
        if (!user.TwoFactorEnabled)
        {
            return new ProviderOutcome.TooWeak();
        }

        await passwords.AskForCode(user, vouched);
        return new ProviderOutcome.OwesCode(trip.Onward);
    }

    /// <summary>By the provider's own name for the person; the first time by their address, which it must have checked and which must be one of its own.</summary>
    private async Task<HubUser?> Account(AccountProvider provider, ProviderAnswer answer, CancellationToken ct)
    {
        if (await users.FindByLoginAsync(provider.LoginName, answer.Id.Subject) is { } known)
        {
            return known;
        }

        if (await Heard(() => talk.CheckedAddress(provider, answer, ct)) is not { } email || !provider.HasDomainOf(email)
            || await users.FindByEmailAsync(email) is not { } user || directory.Of(user.Id).All(m => m.Tenant != provider.Tenant)
            || (await users.GetLoginsAsync(user)).Any(l => l.LoginProvider == provider.LoginName))
        {
            return null;
        }

        return (await users.AddLoginAsync(user, new UserLoginInfo(provider.LoginName, answer.Id.Subject, null))).Succeeded ? user : null;
    }

    /// <summary>A provider that is away, or answers in no known way, stops a sign-in and nothing else.</summary>
    private async Task<T?> Heard<T>(Func<Task<T?>> words) where T : class
    {
        try
        {
            return await words();
        }
        catch (Exception e) when (e is InvalidOperationException or HttpRequestException or IOException or JsonException or TaskCanceledException)
        {
            NotHeard(logger, e.GetType().Name);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A sign-in provider could not be talked to: {Reason}")]
    private static partial void NotHeard(ILogger logger, string reason);
}

/// <summary>What became of a sign-in at the person's own organisation.</summary>
internal abstract record ProviderOutcome
{
    public sealed record SignedIn(string Onward) : ProviderOutcome;

    public sealed record OwesCode(string Onward) : ProviderOutcome;

    /// <summary>The role demands more than the provider vouches for.</summary>
    public sealed record TooWeak : ProviderOutcome;

    /// <summary>Signed in there, and nobody here.</summary>
    public sealed record Unknown : ProviderOutcome;

    /// <summary>No answer to a question of this browser's.</summary>
    public sealed record Stopped : ProviderOutcome;
}
