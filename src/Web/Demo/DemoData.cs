using Hub.Contracts;
using Hub.Grains;
using Hub.Storage;
using Hub.Web.Accounts;
using Hub.Web.Demo.Stories;
using Microsoft.AspNetCore.Identity;

namespace Hub.Web.Demo;

/// <summary>
/// Fills an empty store through the same commands that people send. Every id follows from a name, so a seeding that was cut off goes on where it stopped.
/// </summary>
internal sealed class DemoData(ITenantDirectory directory, IBoligomraader omraader, IEventLog log, IServiceScopeFactory scopes, DemoClock clock)
{
    private static readonly Guid Finished = DemoIds.Command("finished");

    public async Task Seed(CancellationToken ct)
    {
        if (directory.Tenants.Any(t => DemoOmraade.All.All(o => o.TenantId != t.Id)) || await IsFinished(ct))
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await DemoPeople.AddAccounts(
            services.GetRequiredService<HubIdentityContext>(), services.GetRequiredService<ILookupNormalizer>(),
            services.GetRequiredService<IPasswordHasher<HubUser>>(), ct);
        foreach (var omraade in DemoOmraade.All)
        {
            await Register(omraade, ct);
        }

        await TellStories(ct);
        await Send(Last, Finished, SettingsOf(Last), ct);
    }

    private async Task TellStories(CancellationToken ct)
    {
        try
        {
            await NordlysetStories.Tell(Turn(DemoOmraade.Nordlyset, ct));
            await HavnegaardenStories.Tell(Turn(DemoOmraade.Havnegaarden, ct));
            await SoenderparkenStories.Tell(Turn(DemoOmraade.Soenderparken, ct));
        }
        finally
        {
            clock.Run();
        }
    }

    private static DemoOmraade Last => DemoOmraade.All[^1];

    private async Task<bool> IsFinished(CancellationToken ct) => await log.FindReceipt(StreamKey.OfTenant(Last.TenantId), Finished, ct) is not null;

    private async Task Register(DemoOmraade omraade, CancellationToken ct)
    {
        await Send(omraade, $"tenant/{omraade.Tenant}", new CreateTenant(omraade.Tenant, omraade.TenantName), ct);
        await Send(omraade, $"omraade/{omraade.Name}", new RegisterOmraade(omraade.Id, omraade.Name, omraade.Afdelinger, omraade.Lejemaal), ct);
        await Send(omraade, $"settings/{omraade.Name}", SettingsOf(omraade), ct);
        foreach (var person in omraade.People)
        {
            await Send(
                omraade, $"member/{omraade.Name}/{person.Email}",
                new GrantMembership(omraade.Id, person.Id, person.Kontor, person.Rolle, person.Employer), ct);
        }
    }

    private ChangeOmraadeSettings SettingsOf(DemoOmraade omraade) => new(omraade.Id, OmraadeSettings.Standard with
    {
        DutyPhone = "00 70 12 12",
        NextBoardMeeting = DateOnly.FromDateTime(clock.RealNow.UtcDateTime).AddDays(14),
    });

    private DemoTurn Turn(DemoOmraade omraade, CancellationToken ct) => new(omraade, directory, omraader, log, clock, ct);

    private Task Send(DemoOmraade omraade, string name, TenantCommand command, CancellationToken ct) => Send(omraade, DemoIds.Command(name), command, ct);

    private async Task Send(DemoOmraade omraade, Guid id, TenantCommand command, CancellationToken ct)
    {
        if (await directory.Execute(omraade.TenantId, Guid.Empty, new TenantRequest(id, [], command), ct) is { Rejection: { } refused })
        {
            throw new InvalidOperationException($"The demo's {command.GetType().Name} was refused: {refused.Code}.");
        }
    }
}
