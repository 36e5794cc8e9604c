namespace Hub.Browser.Tests.Live;

/// <summary>The line between a page and the server, which can go silent without anybody being told.</summary>
internal sealed class Line
{
    private readonly List<IWebSocketRoute> sockets = [];
    private readonly IPage page;
    private volatile bool cut;

    private Line(IPage page) => this.page = page;

    public static async Task<Line> Tap(IPage page)
    {
        var line = new Line(page);
        await page.RouteWebSocketAsync("**/hubs/workspace", line.Carry);
        return line;
    }

    public async Task Cut()
    {
        cut = true;
        await page.RouteAsync("**/*", route => route.AbortAsync());
    }

    public async Task Mend()
    {
        await page.UnrouteAllAsync();
        await page.RouteWebSocketAsync("**/hubs/workspace", Carry);
        cut = false;
        foreach (var socket in sockets.ToList())
        {
            await socket.CloseAsync();
        }
    }

    private void Carry(IWebSocketRoute socket)
    {
        sockets.Add(socket);
        if (cut)
        {
            return;
        }

        var server = socket.ConnectToServer();
        socket.OnMessage(message => Pass(message, server));
        server.OnMessage(message => Pass(message, socket));
    }

    private void Pass(IWebSocketFrame message, IWebSocketRoute to)
    {
        if (cut)
        {
            return;
        }

        if (message.Text is { } text)
        {
            to.Send(text);
        }
        else
        {
            to.Send(message.Binary!);
        }
    }
}
