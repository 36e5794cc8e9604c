using Hub.Contracts;
using Hub.Grains;
using Hub.Storage;

namespace Hub.Web.Demo;

/// <summary>Sends the commands of one area's stories as its people would.</summary>
internal sealed class DemoTurn(
    DemoOmraade omraade, ITenantDirectory directory, IBoligomraader omraader, IEventLog log, DemoClock clock, CancellationToken ct)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public DateOnly Today => DateOnly.FromDateTime(clock.RealNow.UtcDateTime);

    /// <summary>What follows happened at this local time, so many working days ago.</summary>
    public void Day(int workingDaysAgo, int hour, int minute = 0) => clock.StandAt(workingDaysAgo, new TimeOnly(hour, minute));

    /// <summary>A person behind one of the area's doors.</summary>
    public PersonInput Beboer(string? name, string address, string? phone = null) =>
        new(name, null, DemoIds.Lejemaal(omraade.Name, address), phone);

    public Guid User(string role) => DemoIds.User($"{role}@{omraade.Tenant}.example");

    /// <summary>Raises a worry and returns its case.</summary>
    public async Task<Guid> Flag(
        string step, string role, Category category, Severity severity, string description, PersonInput? beboer = null, LegalBasisInput? basis = null,
        Vulnerability vulnerability = Vulnerability.Ukendt, Kilde kilde = Kilde.Medarbejder, bool boern = false, params PartInput[] parter)
    {
        var flag = new FlagCase(
            category, severity, vulnerability, description, beboer, parter, boern, kilde, omraade.Afdelinger[0],
            basis ?? new LegalBasisInput(LegalBasisKind.IkkeSpurgt), null);
        return (await As(role, step, flag)).CaseId!.Value;
    }

    public Task PickUp(string step, string role, Guid sag) => As(role, step, new PickUpCase(sag));

    public Task Note(string step, string role, Guid sag, NoteKind kind, string text, NoteAudience audience = NoteAudience.Sagen) =>
        As(role, step, new AddNote(sag, text, audience, kind, null));

    public Task Task(string step, string role, Guid sag, Kontor kontor, string title, int dueInDays) =>
        As(role, step, new CreateTask(title, kontor, sag, null, null, clock.RealNow.AddDays(dueInDays)));

    /// <summary>Hands a case over and returns the handover.</summary>
    public async Task<Guid> Offer(string step, string role, Guid sag, Kontor to, string reason, string summary) =>
        (await As(role, step, new OfferHandover(sag, to, reason, summary, null))).HandoverId!.Value;

    /// <summary>Sends any command as the person of a role.</summary>
    /// <param name="role">The first part of the person's address.</param>
    /// <param name="step">Names the step within the area; the command id follows from it.</param>
    /// <param name="command">The wish.</param>
    public async Task<Receipt> As(string role, string step, Command command)
    {
        var id = DemoIds.Command($"{omraade.Name}/{step}");
        // Told before: later steps may since have taken the right to do it again.
        if (await log.FindReceipt(new StreamKey(omraade.TenantId, omraade.Id), id, ct) is { } told)
        {
            return told.Receipt;
        }

        var member = directory.Find(User(role), omraade.Id) ?? throw new InvalidOperationException($"Nobody is {role} in the demo's area.");
        var answer = await omraader.Execute(member, new Request(id, [], command), ct);
        return answer.Receipt ?? throw new InvalidOperationException($"The demo's step {step} was refused: {answer.Rejection!.Code}.");
    }
}
