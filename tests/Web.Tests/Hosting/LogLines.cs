using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Hub.Web.Tests.Hosting;

/// <summary>Everything that a server says to its log: lines, what they were made of, exceptions and scopes.</summary>
internal sealed class LogLines : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<(string Category, string Text)> lines = new();
    private IExternalScopeProvider scopes = new LoggerExternalScopeProvider();

    public IReadOnlyList<(string Category, string Text)> All => [.. lines];

    public ILogger CreateLogger(string categoryName) => new Line(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

    public void Dispose()
    {
    }

    private sealed class Line(LogLines log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => log.scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var text = $"{formatter(state, exception)}\n{Parts(state)}\n{exception}";
            log.scopes.ForEachScope((scope, _) => text += $"\n{scope} {Parts(scope)}", state);
            log.lines.Enqueue((category, text));
        }

        private static string Parts(object? state) => state is IEnumerable<KeyValuePair<string, object?>> parts ? string.Join('\n', parts.Select(p => p.Value)) : $"{state}";
    }
}
