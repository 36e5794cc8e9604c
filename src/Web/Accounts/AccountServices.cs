using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Hub.Web.Accounts;

/// <summary>Identity on Hub's own tables.</summary>
internal static class AccountServices
{
    public static IServiceCollection AddAccounts(this IServiceCollection services, Settings settings)
    {
        services.AddHubAuthentication(settings);
        services.AddSingleton<AccountContexts>().AddScoped(s => s.GetRequiredService<AccountContexts>().New());
        services.AddSingleton<IPasswordHasher<HubUser>, CountedHasher>();
        services.AddIdentityCore<HubUser>(Configure)
            .AddEntityFrameworkStores<HubIdentityContext>()
            .AddUserStore<ProtectedUserStore>()
            .AddPasswordValidator<CommonPasswords>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
        services.Configure<SecurityStampValidatorOptions>(o =>
        {
            o.ValidationInterval = TimeSpan.FromMinutes(1);
            o.OnRefreshingPrincipal = KeepSession;
        });
        services.Configure<IdentityPasskeyOptions>(o => Passkeys.Configure(o, settings));
        services.AddMemoryCache().AddHttpContextAccessor();
        services.AddSingleton<UnknownAccounts>().AddSingleton<GuessingAddresses>().AddSingleton<OpenSessions>().AddSingleton<SecondFactorDuty>().AddHostedService<SessionWatch>();
        services.AddScoped<SessionBook>().AddScoped<CookieSignIn>().AddScoped<ApiTokens>().AddScoped<SecondFactor>().AddScoped<Passkeys>().AddScoped<SystemBook>().AddTransient<IClaimsTransformation, SessionCheck>();
        services.AddScoped<ProviderBook>().AddScoped<ProviderTalk>().AddScoped<ProviderSignIn>();
        return services.AddScoped<EmployeeNames>().AddScoped<PasswordSignIn>().AddScoped<InvitationBook>().AddScoped<Joining>();
    }

    /// <summary>Identity makes the principal anew every minute and would forget whose session it is.</summary>
    private static Task KeepSession(SecurityStampRefreshingPrincipalContext context)
    {
        if (context.CurrentPrincipal?.FindFirst(SessionBook.ClaimType) is { } session)
        {
            context.NewPrincipal?.Identities.First().AddClaim(session.Clone());
        }

        return Task.CompletedTask;
    }

    private static void Configure(IdentityOptions options)
    {
        options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        options.User.RequireUniqueEmail = true;
        // An e-mail address may hold any letter.
        options.User.AllowedUserNameCharacters = "";
        options.Password = PasswordRules.Options;
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
    }
}
