using System.Runtime.CompilerServices;
using Hub.Contracts;

namespace Hub.Grains.Tests.Wire;

/// <summary>What carries commands and views between processes may log them: none of them says what is in it.</summary>
public sealed class WireSilenceTests
{
    /// <summary>Ids, codes and numbers.</summary>
    private static readonly Type[] HoldNothing = [typeof(Membership), typeof(Request), typeof(Answer), typeof(Receipt)];

    public static TheoryData<string> Crossing =>
    [
        .. typeof(IBoligomraader).GetMethods().SelectMany(m => m.GetParameters().Select(p => p.ParameterType).Append(m.ReturnType))
            .Select(t => t.IsGenericType ? t.GetGenericArguments()[0] : t).Where(t => t.IsClass && t.Namespace!.StartsWith("Hub.", StringComparison.Ordinal))
            .Except(HoldNothing).Except([typeof(FlagForecast)]).Select(t => t.AssemblyQualifiedName!),
    ];

    [Theory]
    [MemberData(nameof(Crossing))]
    public void What_crosses_does_not_say_what_is_in_it(string type) =>
        Assert.False(Type.GetType(type)!.GetMethod(nameof(ToString), [])!.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false));

    [Fact]
    public void A_request_does_not_say_what_is_wished()
    {
        var request = new Request(Guid.NewGuid(), [1], Flags.Of(description: "Prøve Prøvesen råber", beboer: Flags.Proevesen));

        Assert.DoesNotContain("Prøve", request.ToString());
    }
}
