using Hub.Web.Layout;

namespace Hub.Web.Features.Matters;

/// <summary>The words of a matter between the board and an office.</summary>
internal static class MatterWords
{
    public static Book Text { get; } = new("Features.Matters.MatterWords");
}
