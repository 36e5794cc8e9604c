namespace Hub.Web.Features;

/// <summary>The most characters of each kind of field.</summary>
internal static class Limits
{
    public const int Text = 4000;
    public const int Title = 200;
    public const int Name = 200;
    public const int Address = 300;
    public const int Phone = 30;
}
