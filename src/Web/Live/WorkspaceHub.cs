using Hub.Web.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace Hub.Web.Live;

/// <summary>The live hub: who watches what. A hub object lives for one call only; the watches belong to the connection.</summary>
[Authorize(Policies.SignedIn)]
internal sealed class WorkspaceHub(LiveFeed live, Typists typists, OpenSessions sessions, IHubContext<WorkspaceHub, IWorkspaceClient> hub) : Hub<IWorkspaceClient>
{
    private Watch? _opened;

    private Dictionary<Guid, Watch> Watches => (Dictionary<Guid, Watch>)Context.Items[typeof(Watch)]!;

    /// <summary>Starts to send what follows a cursor; replaces an earlier watch of the same area.</summary>
    public async Task<Watched> Watch(Guid omraadeId, string epoch, long afterSeq)
    {
        await Unwatch(omraadeId);
        var viewer = live.ViewerOf(Context.User!, omraadeId) ?? throw new HubException("not_found");
        var listener = new Listener(hub.Clients.Client(Context.ConnectionId), Context.User!, Context.Abort);
        (_opened, var answer) = await live.Open(viewer, epoch, afterSeq, listener, Context.ConnectionAborted);
        Watches[omraadeId] = _opened;
        return answer;
    }

    public async Task Unwatch(Guid omraadeId)
    {
        if (Watches.Remove(omraadeId, out var watch))
        {
            await watch.End();
        }
    }

    /// <summary>The caller writes on a case. Told to colleagues who may read it; without a word where the caller may not.</summary>
    public Task Typing(Guid omraadeId, Guid caseId) =>
        Watches.TryGetValue(omraadeId, out var watch) ? typists.Tell(watch, caseId, Context.ConnectionAborted) : Task.CompletedTask;

    public override Task OnConnectedAsync()
    {
        LiveTelemetry.Connections.Add(1);
        Context.Items[typeof(Watch)] = new Dictionary<Guid, Watch>();
        if (!SameOrigin(Context.GetHttpContext()!.Request))
        {
            Context.Abort();
        }

        if (SessionBook.IdOf(Context.User!) is { } session)
        {
            Context.Items[typeof(OpenSessions)] = (Action)Context.Abort;
            sessions.Connect(session, Cut);
        }

        return Task.CompletedTask;
    }

    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        LiveTelemetry.Connections.Add(-1);
        if (SessionBook.IdOf(Context.User!) is { } session)
        {
            sessions.Disconnect(session, Cut);
        }

        foreach (var watch in Watches.Values)
        {
            await watch.End();
        }
    }

    private Action Cut => (Action)Context.Items[typeof(OpenSessions)]!;

    /// <summary>The hub object is let go once its answer is on the wire: only now may the first change follow.</summary>
    protected override void Dispose(bool disposing) => _opened?.Start();

    /// <summary>A browser sends the cookie along from any page, and no CORS rule stops a websocket.</summary>
    private static bool SameOrigin(HttpRequest request) =>
        request.Headers.Origin.ToString() is not { Length: > 0 } origin
        || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Authority == request.Host.Value);
}
