using Hub.Web.Accounts;

namespace Hub.Web.Tests.Accounts;

public sealed class CommonPasswordTests
{
    private static readonly HubUser Bente = new() { Name = "Bente Skovgaard", Email = "bente@nordbo.example" };

    [Theory]
    [InlineData("Password1234!")]
    [InlineData("P@ssw0rd2026")]
    [InlineData("Sommer2026!!")]
    [InlineData("Adgangskode1")]
    [InlineData("Kodeord-Danmark-1")]
    [InlineData("qwertyuiop123")]
    [InlineData("123456789012")]
    [InlineData("Jegelskerdig1")]
    [InlineData("brøndbybrøndby")]
    [InlineData("BenteSkovgaard1")]
    [InlineData("nordbo-bente-99")]
    public void What_everybody_tries_first_is_refused(string password) => Assert.True(CommonPasswords.IsCommon(password, Bente));

    [Theory]
    [InlineData("syv små mus på et loft")]
    [InlineData("fire ord i en lang række")]
    [InlineData("Xq9-tVb2-rLm7")]
    [InlineData("kaffe med en klump solskin")]
    public void A_row_of_words_of_ones_own_is_not(string password) => Assert.False(CommonPasswords.IsCommon(password, Bente));
}
