namespace Hub.Bench.Site;

/// <summary>A flag as one is raised: somebody has a name and an address, and somebody wrote three sentences.</summary>
internal static class FlagBody
{
    private const string Text =
        "Gardinerne har været trukket for i tre uger, og posten hober sig op bag døren. Ingen har set beboeren siden mandag, og hunden gør hele natten. Naboerne er bekymrede og vil gerne have, at nogen ser efter.";

    public static object Of(int n) => new
    {
        category = "ikkeSet",
        severity = "mellem",
        description = Text,
        beboer = new { name = Name(n), address = Address(n), phone = Phone(n) },
    };

    public static string Description => Text;

    public static string Name(int n) => $"Prøve {First[n % First.Length]} {Last[n / First.Length % Last.Length]}sen";

    public static string Address(int n) => $"Prøvestien {1 + (n / 6 % 400)}, {n % 6 / 2}. {(n % 2 == 0 ? "tv" : "th")}";

    public static string Phone(int n) => $"00 {n / 10000 % 100:00} {n / 100 % 100:00} {n % 100:00}";

    private static readonly string[] First = ["Anker", "Birthe", "Carlo", "Dagmar", "Ejnar", "Fie", "Gudrun", "Holger", "Inger", "Jeppe"];
    private static readonly string[] Last = ["Alstrup", "Bomholt", "Dybdal", "Enevold", "Falster", "Grønbæk", "Husum", "Iversholm", "Kallehave", "Lundager"];
}
