namespace Hub.Web.Tests.Access;

/// <summary>What a call is sent about.</summary>
/// <param name="Id">The case, matter or task.</param>
/// <param name="Handover">The case's handover, where it has one.</param>
/// <param name="Mine">A case that the sender reads, where there is one.</param>
/// <param name="Hidden">A case that the sender does not see.</param>
/// <param name="Self">The sender.</param>
/// <param name="Colleague">Somebody else of the area.</param>
internal sealed record Target(Guid Id, Guid? Handover, Guid Mine, Guid Hidden, Guid Self, Guid Colleague);

/// <summary>
/// Every call of the matrix: its method and address are the beginning of its name. Bodies only name things; no call carries
/// the key that a write needs, so that nothing is done: what is let through answers 400 for the missing key.
/// </summary>
internal static class Calls
{
    private static readonly Dictionary<string, Func<Target, object>> Bodies = new()
    {
        ["POST cases/{c}/assign oneself"] = t => new { userId = t.Self },
        ["POST cases/{c}/assign a colleague"] = t => new { userId = t.Colleague },
        ["POST cases/{c}/links with one of mine"] = t => new { caseId = t.Mine },
        ["POST cases/{c}/links with a hidden one"] = t => new { caseId = t.Hidden },
        ["POST tasks on the case"] = t => new { caseId = t.Id },
        ["POST tasks on the matter"] = t => new { matterId = t.Id },
    };

    public static string Method(string call) => call.Split(' ')[0];

    /// <summary>The address within the area, ids filled in.</summary>
    public static string Path(string call, Target target) => Pattern(call)
        .Replace("{c}", target.Id.ToString()).Replace("{m}", target.Id.ToString()).Replace("{t}", target.Id.ToString())
        .Replace("{a}", target.Id.ToString()).Replace("{i}", target.Id.ToString()).Replace("{p}", target.Id.ToString())
        .Replace("{h}", target.Handover.ToString()).Replace("{u}", target.Colleague.ToString()).Replace("{s}", "1", StringComparison.Ordinal);

    /// <summary>The address within the area as the call's name has it.</summary>
    public static string Pattern(string call) => call.Split(' ')[1];

    public static object? Body(string call, Target target) => Bodies.GetValueOrDefault(call)?.Invoke(target);

    /// <summary>The addresses of the forms that send the same command; none for what no page offers.</summary>
    public static IReadOnlyList<string> Forms(string call) => (Method(call), Pattern(call)) switch
    {
        ("POST", "cases/{c}/erasure") => [],
        ("POST", "tasks/{t}/assign") => [],
        ("DELETE", "cases/{c}/legal-basis") => ["sager/{c}/legal-basis/withdraw"],
        ("POST", "matters") => ["emner/nyt", "meld/emne"],
        ("POST", "flags") => ["meld/"],
        ("POST", "tasks") when call == "POST tasks on the case" => ["sager/{c}/tasks"],
        ("POST", "tasks") => [],
        ("POST", "tasks/{t}/complete") => ["opgaver/{t}/complete", "sager/{c}/tasks/{t}/complete"],
        ("POST", "tasks/{t}/reopen") => ["sager/{c}/tasks/{t}/reopen"],
        ("POST", "handovers/{h}/accept") => ["sager/{c}/handovers/{h}/accept"],
        ("POST", ['h', 'a', 'n', 'd', 'o', 'v', 'e', 'r', 's', '/', .. var answer]) => [$"sager/{{c}}/handovers/{answer}", $"overdragelser/{answer}"],
        ("POST", ['c', 'a', 's', 'e', 's', '/', .. var rest]) => [$"sager/{rest}"],
        ("POST", ['m', 'a', 't', 't', 'e', 'r', 's', '/', .. var rest]) => [$"emner/{rest}"],
        _ => [],
    };
}
