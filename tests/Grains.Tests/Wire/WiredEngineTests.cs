using System.Text.Json;
using Hub.Contracts;
using Hub.Grains.Wire;

namespace Hub.Grains.Tests.Wire;

/// <summary>Everything that goes to an engine or comes from it, in the form in which it crosses between processes: nothing of it gets lost.</summary>
public sealed class WiredEngineTests : EngineContract
{
    protected override Task<Area> Open() => Area.Open(around: engine => new Wired(engine));

    private sealed class Wired(IBoligomraader engine) : IBoligomraader, IDisposable
    {
        public async Task<Answer> Execute(Membership member, Request request, CancellationToken ct) =>
            Cross(await engine.Execute(Cross(member), Cross(request), ct));

        public async Task<Workspace> ReadWorkspace(Membership member, CancellationToken ct) => Cross(await engine.ReadWorkspace(Cross(member), ct));

        public async Task<Workspace> ReadAbout(Membership member, Guid id, CancellationToken ct) => Cross(await engine.ReadAbout(Cross(member), id, ct));

        public async Task<CaseAnswer?> ReadCase(Membership member, Guid caseId, CancellationToken ct) => Cross(await engine.ReadCase(Cross(member), caseId, ct));

        public async Task<MatterAnswer?> ReadMatter(Membership member, Guid matterId, CancellationToken ct) =>
            Cross(await engine.ReadMatter(Cross(member), matterId, ct));

        public async Task<AnmodningView?> ReadAnmodning(Membership member, Guid anmodningId, CancellationToken ct) =>
            Cross(await engine.ReadAnmodning(Cross(member), anmodningId, ct));

        public FlagForecast? Foresee(Membership member, FlagCase flag) => engine.Foresee(member, flag);

        public async Task<IReadOnlyList<OwnFlag>> ReadOwnFlags(Membership member, CancellationToken ct) => Cross(await engine.ReadOwnFlags(Cross(member), ct));

        public async Task<Receipt?> ReadReceipt(Membership member, Guid commandId, CancellationToken ct) =>
            Cross(await engine.ReadReceipt(Cross(member), commandId, ct));

        public async Task<Guid?> ReadTextOwner(Membership member, Guid caseId, CancellationToken ct) => await engine.ReadTextOwner(Cross(member), caseId, ct);

        public Kontorer OfficesOf(Membership member) => engine.OfficesOf(member);

        public void Dispose() => (engine as IDisposable)?.Dispose();

        private static T Cross<T>(T value) => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(value, WireJson.Options), WireJson.Options)!;
    }
}
