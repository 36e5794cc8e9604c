using System.Globalization;

namespace Hub.Domain.Texts;

/// <summary>How numbers within an area are written.</summary>
public static class Numbers
{
    public static string Case(int number) => Write('S', number);

    public static string Matter(int number) => Write('M', number);

    public static string BoardFlag(int number) => Write('B', number);

    private static string Write(char prefix, int number) => string.Create(CultureInfo.InvariantCulture, $"{prefix}-{number:0000}");
}
