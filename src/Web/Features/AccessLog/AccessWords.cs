using Hub.Contracts;
using Hub.Web.Layout;

namespace Hub.Web.Features.AccessLog;

/// <summary>The words of the access log.</summary>
internal static class AccessWords
{
    public static Book Text { get; } = new("Features.AccessLog.AccessWords");

    /// <summary>Why someone might see what they saw: what opened the identity, or the office's part in the case.</summary>
    public static string Why(NameReason? why) => Text[why is { } reason ? $"Why.{reason}" : "WhyText"];

    public static string Who(Kontor? kontor, Rolle rolle) => kontor is { } k ? $"{Labels.Of(k)}, {Labels.Of(rolle)}" : Labels.Of(rolle);
}
