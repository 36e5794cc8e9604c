using System.Text.Json;
using Hub.Floor;
using Microsoft.AspNetCore.SignalR;
using Npgsql;

// The least that could do the job, and what Hub is measured against: a flag is one insert of as many bytes and one message to a group.
// No sign-in, no rules, no encryption, no order, nothing that could be caught up with.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
builder.Services.AddSignalR();
await using var source = NpgsqlDataSource.Create(builder.Configuration["FLOOR_DATABASE"]!);
await using (var create = source.CreateCommand("create table if not exists flags (id uuid primary key, omraade uuid not null, at timestamptz not null, data bytea not null)"))
{
    await create.ExecuteNonQueryAsync();
}

var bytes = int.Parse(builder.Configuration["FLOOR_BYTES"]!, null);
await using var app = builder.Build();
app.Urls.Add(builder.Configuration["FLOOR_URL"]!);
app.MapHub<FloorHub>("/hubs/workspace");
app.MapGet("/health/ready", () => Results.Ok());
app.MapPost("/api/v1/omraader/{o:guid}/flags", async (Guid o, HttpRequest request, IHubContext<FloorHub> hub) =>
{
    using var body = await JsonDocument.ParseAsync(request.Body);
    var text = JsonSerializer.SerializeToUtf8Bytes(body);
    var (id, at) = (Guid.NewGuid(), DateTimeOffset.UtcNow);
    Array.Resize(ref text, bytes);
    await Insert(id, o, at, text);
    await hub.Clients.Group(FloorHub.Of(o)).SendAsync("Changed", new { omraadeId = o, seq = 1, at, kind = "caseFlagged", kontor = "ejendomskontor", caseId = id, status = "ny" });
    return Results.Created("", new { caseId = id, number = "S-0001", seq = 1 });
});
await app.RunAsync();

async Task Insert(Guid id, Guid omraade, DateTimeOffset at, byte[] data)
{
    await using var connection = await source.OpenConnectionAsync();
    await using var insert = new NpgsqlCommand("insert into flags (id, omraade, at, data) values ($1, $2, $3, $4)", connection)
    {
        Parameters = { new() { Value = id }, new() { Value = omraade }, new() { Value = at.UtcDateTime }, new() { Value = data } },
    };
    await insert.PrepareAsync();
    await insert.ExecuteNonQueryAsync();
}
